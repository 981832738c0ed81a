/// <reference types="vite/client" />

/** The sandbox's worker, bundled to one classic script. Made by `vite-plugins.ts`. */
declare module 'virtual:sandbox-runtime' {
  const source: string;
  export default source;
}

/** The declarations of the module 'tcp', as one ambient file. */
declare module 'virtual:tcp-types' {
  export const tcpTypes: string;
}

/** Where the workbench's code lies. A page that imports this holds no byte of the workbench. */
declare module 'virtual:workbench' {
  /** The address of `entry.ts`, right under any base path. */
  export const url: string;
}

/** What the editor's download consists of, known once everything else is bundled. */
declare module 'virtual:workbench-files' {
  /** `bytes` as they are, `wire` roughly as they travel. Empty in development. */
  export const files: readonly {
    readonly url: string;
    readonly bytes: number;
    readonly wire: number;
  }[];
}

/** The labs' suites, one chunk each, as text of `#sandbox/codec.ts`. */
declare module 'virtual:lab-suites' {
  export const suites: Readonly<Record<string, () => Promise<{ default: string }>>>;
}
