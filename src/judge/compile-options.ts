/**
 * How a learner's module is checked and compiled, in the editor and on the command line alike, with
 * TypeScript 5.9.3 in both. Written out in full; the numbers are TypeScript's own names for them,
 * so that this file needs no compiler. A test holds them against the compiler's.
 */
export const COMPILE_OPTIONS = {
  /** ScriptTarget.ES2022 */
  target: 9,
  /** ModuleKind.CommonJS: the sandbox gives it a `require` that knows only 'tcp'. */
  module: 1,
  /** ModuleResolutionKind.Node10: 'tcp' is declared, never looked for. */
  moduleResolution: 2,
  /** No DOM: what the sandbox lacks is an error while you type. `console` comes with 'tcp'. */
  lib: ['lib.es2022.d.ts'],
  strict: true,
  /** A parameter without a type is a hint, not an error. */
  noImplicitAny: false,
  noUnusedLocals: false,
  noUnusedParameters: false,
  allowUnreachableCode: true,
  allowUnusedLabels: true,
  noImplicitReturns: false,
  noFallthroughCasesInSwitch: false,
  noUncheckedIndexedAccess: false,
  exactOptionalPropertyTypes: false,
  useDefineForClassFields: true,
  isolatedModules: true,
  esModuleInterop: false,
  allowJs: false,
  skipLibCheck: true,
  forceConsistentCasingInFileNames: true,
  noEmitOnError: false,
  sourceMap: false,
  inlineSourceMap: false,
  removeComments: false,
  importHelpers: false,
  newLine: 1,
  types: [] as string[],
};

/** What the editor calls the learner's file; stacks and messages show this name. */
export const PLANK_FILE = 'plank.ts';
