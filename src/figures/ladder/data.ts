import type { Scenario } from '#scenario/scenario.ts';
import { fromSharedJson, toSharedJson } from '#trace/shared.ts';
import type { Trace } from '#trace/trace.ts';
import type { Said } from './said.ts';
import type { View } from './view.ts';

/** What a figure in a page needs to come alive. */
export interface LadderData {
  readonly trace: Trace;
  /** What is said at each time; `null` for a run that is told moment by moment. */
  readonly said: Said | null;
  readonly scenario: Scenario;
  readonly lang: string;
  /** Where the caret stands at first, ms; `null` for the end, all in ink. */
  readonly now: number | null;
  /** How it is looked at first. */
  readonly view: View;
}

/** The data as JSON that may stand in a `<script>` element. */
export function dataToJson(data: LadderData): string {
  return toSharedJson(data).replace(/</g, '\\u003c');
}

/**
 * The data of a figure of this page. It stands in the figure, or, in a built page, with that of all
 * others at the end. @throws Error if it is nowhere
 */
export function dataOf(root: Element): LadderData {
  const id = root.closest('figure')?.id ?? '';
  const script = document.querySelector(`script[data-of="${CSS.escape(id)}"]`);
  if (script === null) throw new Error(`The page has no data of the ladder “${id}”.`);
  return dataFromJson(script.textContent ?? '');
}

/** The data that `dataToJson` wrote into the page. */
export function dataFromJson(json: string): LadderData {
  return fromSharedJson(json) as LadderData;
}
