import type { Progress, Report } from '#judge/report.ts';
import type { Fetching, Problem } from '../editor/editor.ts';

/** What the results show. */
export type Phase =
  | { readonly kind: 'idle' }
  /** `fetching`: the light editor waits for its type checker. */
  | { readonly kind: 'compiling'; readonly fetching?: Fetching }
  | { readonly kind: 'running'; readonly progress: Progress | null }
  /** `code`: the text that was compiled. */
  | {
      readonly kind: 'did not compile';
      readonly code: string;
      readonly problems: readonly Problem[];
    }
  /** `checked`: types were checked before the program ran. */
  | {
      readonly kind: 'judged';
      readonly code: string;
      readonly report: Report;
      readonly checked: boolean;
    }
  | { readonly kind: 'stopped' }
  /** The workbench itself failed, not the learner's code. */
  | { readonly kind: 'broken'; readonly message: string };

/** Is a run under way? */
export function isBusy(phase: Phase): boolean {
  return phase.kind === 'compiling' || phase.kind === 'running';
}
