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

/** What the editors' downloads consist of, known once everything else is bundled. */
declare module 'virtual:workbench-files' {
  /** `bytes` as it is, `wire` roughly as it travels. */
  export interface DownloadFile {
    readonly url: string;
    readonly bytes: number;
    readonly wire: number;
  }
  export type DownloadPart = 'full' | 'light' | 'types';
  /** Empty in development. */
  export const files: Readonly<Record<DownloadPart, readonly DownloadFile[]>>;
}

/** Monaco's TypeScript worker, which comes without types; the part of it that we use. */
declare module 'monaco-editor/languages/features/typescript/ts.worker' {
  interface Model {
    readonly uri: { readonly path: string; toString(): string };
    readonly version: number;
    getValue(): string;
  }
  interface Context {
    getMirrorModels(): readonly Model[];
  }
  interface Edit {
    readonly span: { readonly start: number; readonly length: number };
    readonly newText: string;
  }
  interface Service {
    getSyntacticDiagnostics(file: string): Promise<readonly Diagnostic[]>;
    getSemanticDiagnostics(file: string): Promise<readonly Diagnostic[]>;
    getEmitOutput(file: string): Promise<{ readonly outputFiles: readonly { text: string }[] }>;
    getFormattingEditsForDocument(file: string, options: object): Promise<readonly Edit[]>;
  }
  interface Diagnostic {
    readonly category: number;
    readonly start?: number;
    readonly messageText: string | DiagnosticChain;
  }
  interface DiagnosticChain {
    readonly messageText: string;
    readonly next?: readonly DiagnosticChain[];
  }
  export function create(context: Context, data: object): Service;
  /** Serves Monaco: `make` is called with what Monaco sends first. */
  export function initialize(make: (context: Context, data: object) => Service): void;
}

/** The labs' suites, one chunk each, as text of `#sandbox/codec.ts`. */
declare module 'virtual:lab-suites' {
  export const suites: Readonly<Record<string, () => Promise<{ default: string }>>>;
}

/** The labs' solutions as text, those that the course's policy lets be seen. */
declare module 'virtual:lab-solutions' {
  export const solutions: Readonly<
    Record<string, (() => Promise<{ default: string }>) | undefined>
  >;
}
