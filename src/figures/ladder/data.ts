import type { Scenario } from '#scenario/scenario.ts';
import type { Messages } from '#text/text.ts';
import { fromJson, toJson } from '#trace/json.ts';
import type { Trace } from '#trace/trace.ts';

/** What a figure in a page needs to come alive. */
export interface LadderData {
  readonly trace: Trace;
  readonly scenario: Scenario;
  readonly lang: string;
  /** The texts that a figure uses before anything is lost. */
  readonly texts: Messages;
  /** Where the caret stands at first, ms; `null` for the end, all in ink. */
  readonly now: number | null;
}

/** Keys whose texts a figure in a page never needs, or only with the engine. */
const ELSEWHERE = /^ladder\.(key|outcome|rule|section|requirement|text|figure|noscript)/;

/** The texts of a figure, out of all of the site's. */
export function ladderTexts(messages: Messages): Messages {
  const wanted = ([key]: readonly [string, string]) =>
    /^(ladder|host|state)\./.test(key) && !ELSEWHERE.test(key);
  return Object.fromEntries(Object.entries(messages).filter(wanted));
}

/** The data as JSON that may stand in a `<script>` element. */
export function dataToJson(data: LadderData): string {
  return toJson(data).replace(/</g, '\\u003c');
}

/** The data that `dataToJson` wrote into the page. */
export function dataFromJson(json: string): LadderData {
  return fromJson(json) as LadderData;
}
