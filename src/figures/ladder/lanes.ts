import type { State } from '#tcp';
import type { Column, Lane, Wash } from './geometry.ts';
import { textWidth } from './metrics.ts';
import { stateName } from './names.ts';
import type { Score, Stay } from './score.ts';
import { heightOf, isLettered, lanePlace, type Sheet } from './sheet.ts';

const WASH: Readonly<Partial<Record<State, Wash>>> = {
  ...{ 'SYN-SENT': 'syn', 'SYN-RECEIVED': 'syn', ESTABLISHED: 'data', 'TIME-WAIT': 'wait' },
  ...{ 'FIN-WAIT-1': 'fin', 'FIN-WAIT-2': 'fin', CLOSING: 'fin', 'CLOSE-WAIT': 'fin' },
  'LAST-ACK': 'fin',
};

/** More lanes than this are not drawn: the list has all connections. */
export const MOST_TRACKS = 4;
/** The size of a name down a lane, and what it keeps free above and below, px. */
const LETTERS = 11.5;
const FREE = 4;

/** How many lanes of a host are drawn. */
export function tracksOf({ stays }: Score, host: string): number {
  const own = stays.flatMap((stay) => (stay.host === host ? [stay.track] : []));
  return Math.min(MOST_TRACKS, Math.max(0, ...own) + 1);
}

/** The lanes of one host. `mine`: the host whose whole lane is the learner's. */
export function lanesOf(
  { stays }: Score,
  column: Column,
  sheet: Sheet,
  mine: string | undefined,
): readonly Lane[] {
  const { form } = sheet;
  const own = stays.filter(({ host, track }) => host === column.name && track < MOST_TRACKS);
  return own.flatMap((stay, i): Lane[] => {
    const { host, track, state } = stay;
    // Beside the host's own lane there is one only while a connection is in it.
    if (track > 0 && state === 'CLOSED') return [];
    const next = own[i + 1];
    const isLast = next === undefined || next.track !== track;
    const y1 = stay.n === null ? form.head : heightOf(sheet, stay.n, stay.from);
    // The last state outlives the record.
    const y2 = isLast ? sheet.y(Infinity) : heightOf(sheet, next.n, next.from);
    return [
      {
        ...{ host, track, state, y1, y2, x: lanePlace(column, form, track).x },
        ...{ t1: stay.from, t2: stay.to },
        wash: (state === null ? undefined : WASH[state]) ?? 'none',
        mine: mine === undefined ? stay.mine : mine === host,
        lettering: isLettered(column, form) ? letteringOf(stay, y1, y2, sheet) : null,
      },
    ];
  });
}

/** The name of a state down its lane, as long as there is room for it. */
function letteringOf(
  { state }: Stay,
  y1: number,
  y2: number,
  { t }: Sheet,
): { readonly text: string; readonly y: number } | null {
  const texts = [stateName(state, false, t), stateName(state, true, t)];
  const fits = texts.find((text) => textWidth(text, 'state', LETTERS) + FREE * 2 <= y2 - y1);
  return fits === undefined ? null : { text: fits, y: y1 + FREE };
}
