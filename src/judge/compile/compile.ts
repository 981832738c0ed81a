import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript-editor';
import { COMPILE_OPTIONS, PLANK_FILE } from '../compile-options.ts';
import { tcpTypes } from '../tcp-types/tcp-types.ts';
import { seriousOf } from '../untyped.ts';

/** What the compiler has against a module. Places count from 1. */
export interface CompileError {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface Compiled {
  /** CommonJS; only to be run if there are no errors. */
  readonly js: string;
  readonly errors: readonly CompileError[];
}

const TCP = 'tcp.d.ts';
const LIB = join(dirname(createRequire(import.meta.url).resolve('typescript-editor')));
const libraries = new Map<string, ts.SourceFile | undefined>();

/** Checks and compiles a learner's module in Node exactly as the editor does in the page. */
export function compile(source: string): Compiled {
  let js = '';
  const host: ts.CompilerHost = {
    fileExists: (name) => name === PLANK_FILE || name === TCP || library(name) !== undefined,
    readFile: () => undefined,
    getSourceFile: (name) => (name === PLANK_FILE ? parse(name, source) : library(name)),
    getDefaultLibFileName: () => join(LIB, 'lib.es2022.d.ts'),
    getDefaultLibLocation: () => LIB,
    writeFile: (_name, text) => (js = text),
    getCurrentDirectory: () => '',
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
  };
  const program = ts.createProgram([PLANK_FILE, TCP], COMPILE_OPTIONS as ts.CompilerOptions, host);
  program.emit();
  const file = program.getSourceFile(PLANK_FILE);
  const diagnostics = [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
  ];
  return { js, errors: seriousOf(diagnostics.map(toError)) };
}

/** Compiles a module of ours without checking its types, to the same text: much quicker. */
export function transpile(source: string): string {
  const compilerOptions = COMPILE_OPTIONS as ts.CompilerOptions;
  return ts.transpileModule(source, { compilerOptions, fileName: PLANK_FILE }).outputText;
}

/** Where a module of ours cannot be read at all; its types are not looked at. */
export function syntaxErrors(source: string): readonly CompileError[] {
  const compilerOptions = COMPILE_OPTIONS as ts.CompilerOptions;
  const options = { compilerOptions, fileName: PLANK_FILE, reportDiagnostics: true };
  return (ts.transpileModule(source, options).diagnostics ?? []).map(toError);
}

/** The libraries and 'tcp' are parsed once per process. */
function library(name: string): ts.SourceFile | undefined {
  if (!libraries.has(name)) libraries.set(name, readLibrary(name));
  return libraries.get(name);
}

function readLibrary(name: string): ts.SourceFile | undefined {
  if (name === TCP) return parse(name, tcpTypes());
  if (!name.startsWith(LIB)) return undefined;
  try {
    return parse(name, readFileSync(name, 'utf8'));
  } catch {
    return undefined; // the compiler asks for many files that need not exist
  }
}

function parse(name: string, text: string): ts.SourceFile {
  return ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
}

function toError(diagnostic: ts.Diagnostic): CompileError {
  const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n');
  const { file, start } = diagnostic;
  if (file === undefined || start === undefined) return { line: 1, column: 1, message };
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  return { line: line + 1, column: character + 1, message };
}
