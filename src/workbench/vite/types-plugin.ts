import type { Plugin } from 'vite';
import { tcpTypes } from '#judge/tcp-types/tcp-types.ts';

const MODULE = 'virtual:tcp-types';

/** The declarations of the module 'tcp' for the editor, made when the site is. */
export function typesPlugin(): Plugin {
  return {
    name: 'tcp-types',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load: (id) =>
      id === `\0${MODULE}` ? `export const tcpTypes = ${JSON.stringify(tcpTypes())};` : undefined,
  };
}
