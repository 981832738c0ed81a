import type * as monaco from 'monaco-editor/editor';
import {
  getTypeScriptWorker,
  typescriptDefaults,
} from 'monaco-editor/languages/features/typescript/register';
import { tcpTypes } from 'virtual:tcp-types';
import { COMPILE_OPTIONS } from '#judge/compile-options.ts';
import type { Compiled } from '../editor.ts';
import { compileWith, type TypeScriptService } from '../types/compile.ts';
import { markSeriousOnly } from './marks.ts';

/** How often, and how far apart in ms, to ask for the language service before it has arrived. */
const TRIES = 500;
const PAUSE = 20;

let ready = false;

/** Gives the language service our settings and the types of `'tcp'`, once. */
export function setUpLanguage(): void {
  if (ready) return;
  ready = true;
  typescriptDefaults.setCompilerOptions({ ...COMPILE_OPTIONS });
  typescriptDefaults.setDiagnosticsOptions({ onlyVisible: false });
  typescriptDefaults.setEagerModelSync(true);
  typescriptDefaults.addExtraLib(tcpTypes, 'file:///tcp.d.ts');
  markSeriousOnly();
}

/** Checks and compiles the model's text. */
export async function compile(model: monaco.editor.ITextModel): Promise<Compiled> {
  const service = await languageService(model.uri);
  return compileWith(service, model.uri.toString(), (offset) => {
    const { lineNumber, column } = model.getPositionAt(offset);
    return { line: lineNumber, column };
  });
}

/** The service arrives some time after the editor; until then asking for it is refused. */
async function languageService(uri: monaco.Uri): Promise<TypeScriptService> {
  for (let tries = 0; ; tries++) {
    try {
      const worker = await getTypeScriptWorker();
      return await worker(uri);
    } catch (error) {
      if (tries === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}
