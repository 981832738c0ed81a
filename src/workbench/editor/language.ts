import type * as monaco from 'monaco-editor/editor';
import {
  getTypeScriptWorker,
  typescriptDefaults,
} from 'monaco-editor/languages/features/typescript/register';
import { tcpTypes } from 'virtual:tcp-types';
import { COMPILE_OPTIONS } from '#judge/compile-options.ts';
import type { Compiled, Problem } from './editor.ts';

/** TypeScript's category of a diagnostic that stops a run; warnings and suggestions do not. */
const ERROR = 1;

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
}

/** Checks and compiles the model's text. An error of syntax hides those of types, which follow it. */
export async function compile(model: monaco.editor.ITextModel): Promise<Compiled> {
  const name = model.uri.toString();
  const service = await languageService(model.uri);
  const syntax = problemsOf(model, await service.getSyntacticDiagnostics(name));
  if (syntax.length > 0) return { kind: 'problems', problems: syntax };
  const [types, output] = await Promise.all([
    service.getSemanticDiagnostics(name),
    service.getEmitOutput(name),
  ]);
  const problems = problemsOf(model, types);
  if (problems.length > 0) return { kind: 'problems', problems };
  return { kind: 'program', js: output.outputFiles[0]?.text ?? '' };
}

/** The service arrives some time after the editor; until then asking for it is refused. */
async function languageService(uri: monaco.Uri) {
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

type Diagnostic = Awaited<
  ReturnType<Awaited<ReturnType<typeof languageService>>['getSyntacticDiagnostics']>
>[number];

function problemsOf(
  model: monaco.editor.ITextModel,
  diagnostics: readonly Diagnostic[],
): readonly Problem[] {
  return diagnostics
    .filter((diagnostic) => diagnostic.category === ERROR)
    .map(({ start, messageText }) => {
      const { lineNumber, column } = model.getPositionAt(start ?? 0);
      return { line: lineNumber, column, message: flat(messageText) };
    })
    .sort((a, b) => a.line - b.line || a.column - b.column);
}

/** A message may be a chain of reasons; the first says what, the next say why. */
function flat(message: Diagnostic['messageText']): string {
  if (typeof message === 'string') return message;
  const next = message.next?.map(flat) ?? [];
  return [message.messageText, ...next].join(' ');
}
