import type { CompileError } from '#judge/compile/compile.ts';
import type { Report } from '#judge/report.ts';

/** What came of a file. */
export type FileResult =
  | { readonly kind: 'judged'; readonly file: string; readonly report: Report }
  | {
      readonly kind: 'did not compile';
      readonly file: string;
      readonly errors: readonly CompileError[];
    }
  /** There is no verdict, and it is not the program's fault. */
  | { readonly kind: 'not judged'; readonly file: string; readonly why: string };
