import type { Compiled } from '../editor.ts';

/** First message to the TypeScript worker by who only wants texts checked and formatted. */
export const CHECK_ONLY = 'check only';

/** A change that formatting asks for; offsets in UTF-16 units of the text before. */
export interface FormatEdit {
  readonly start: number;
  readonly length: number;
  readonly newText: string;
}

/** What the TypeScript worker does for the light editor. */
export interface CheckerApi {
  /** Comes first: how to compile, and the declarations of `'tcp'`. */
  open(compilerOptions: object, types: string): void;
  compile(file: string, code: string): Promise<Compiled>;
  format(file: string, code: string, tabSize: number): Promise<readonly FormatEdit[]>;
}
