import type { Messages } from '#text/text.ts';
import type { Change, RingState } from './change.ts';

/** What of the figure is shown. */
export const PARTS = ['spaces', 'segment', 'compare'] as const;
export type Part = (typeof PARTS)[number];

/** The part in which a change is made. */
export const PART_OF: Readonly<Record<Change['do'], Part>> = {
  ...{ mark: 'spaces', carry: 'spaces', wnd: 'spaces' },
  ...{ piece: 'segment', example: 'segment' },
  ...{ own: 'compare', compare: 'compare', half: 'compare' },
};

/** What the figure in a page needs to come alive. */
export interface RingData {
  readonly lang: string;
  readonly texts: Messages;
  readonly state: RingState;
}

/** Its own texts, and those that tell of a ladder's moment. */
const WANTED = /^(?:ring|state)\.|^ladder\.m?s$/;

/** What is written once, when the page is built. */
const STAYS =
  /^ring\.(?:head|part|presets?|hex|exact|field|keys|bit|segment|examples?|table|answers|mean|at|compare\.(?:which|toHalf))(?:$|\.(?!name$))/;

/** What only one part says. */
const SAID_BY = {
  segment:
    /^ring\.(?:segment|where|verdict|test|off|zero|more|or|holds|fails|value|handle\.seg\w+|refuse\.text\w+)\b/,
  compare:
    /^ring\.(?:compare|point|true|false|both|plainFails|betweenMeans|(?:after|before)\.a|handle\.own|mark\.own)\b/,
} as const;

/** The texts of a living figure with these parts, out of all of the site's. */
export function ringTexts(messages: Messages, parts: readonly Part[]): Messages {
  const others = (['segment', 'compare'] as const).filter((part) => !parts.includes(part));
  const isSaid = (key: string) =>
    WANTED.test(key) && !STAYS.test(key) && !others.some((part) => SAID_BY[part].test(key));
  return Object.fromEntries(Object.entries(messages).filter(([key]) => isSaid(key)));
}

/** The data as JSON that may stand in a `<script>` element. */
export function dataToJson(data: RingData): string {
  return JSON.stringify(data).replace(/</g, '\\u003c');
}
