import type { Scenario } from '#scenario/scenario.ts';
import type { Messages } from '#text/text.ts';
import { fromJson, toJson } from '#trace/json.ts';
import type { Story } from './story.ts';
import type { Settings } from './vary.ts';

/** What a figure in a page needs to come alive. */
export interface RoutersData {
  /** The story that the page was drawn with, and the settings it was played with. */
  readonly story: Story;
  readonly settings: Settings;
  /** What it is played with again. */
  readonly scenario: Scenario;
  readonly texts: Messages;
}

/** Keys whose texts only the build needs. */
const ELSEWHERE = /^routers\.(outcome|outcomes|with|note)\b/;

/** The texts of a figure, out of all of the site's. */
export function routersTexts(messages: Messages): Messages {
  const wanted = ([key]: readonly [string, string]) =>
    (/^(routers|host)\./.test(key) && !ELSEWHERE.test(key)) ||
    /^ladder\.(noFlags|octets?)$/.test(key);
  return Object.fromEntries(Object.entries(messages).filter(wanted));
}

/** The data as JSON that may stand in a `<script>` element. */
export function routersToJson(data: RoutersData): string {
  return toJson(data).replace(/</g, '\\u003c');
}

/** The data that `routersToJson` wrote into the page. */
export function routersFromJson(json: string): RoutersData {
  return fromJson(json) as RoutersData;
}
