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

/** The texts of a living figure, out of all of the site's. */
export function ringTexts(messages: Messages): Messages {
  return Object.fromEntries(Object.entries(messages).filter(([key]) => WANTED.test(key)));
}

/** The data as JSON that may stand in a `<script>` element. */
export function dataToJson(data: RingData): string {
  return JSON.stringify(data).replace(/</g, '\\u003c');
}
