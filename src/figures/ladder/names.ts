import type { State } from '#tcp';
import type { Translator } from '#text/text.ts';
import { uprightBox } from './box.ts';
import type { Form } from './form.ts';
import type { Name, Side } from './geometry.ts';
import { textWidth } from './metrics.ts';
import type { Call, Score, Stay } from './score.ts';
import { octets } from './segment.ts';

/** A state that differs between two ladders: its host and the number of the trace entry. */
export interface Mark {
  readonly host: string;
  readonly n: number;
}

/** A mark with what the entry says: the state is named there even if it did not change. */
export interface PlacedMark extends Mark {
  readonly t: number;
  readonly state: State;
}

/**
 * A state's name as the form has room for it: in full, or as short as ss writes it. A state that a
 * capture does not tell is called unknown.
 */
export function stateName(state: State | null, small: boolean, t: Translator): string {
  if (state === null) return t('state.unknown');
  const short = small && (state === 'SYN-RECEIVED' || state === 'ESTABLISHED');
  return short ? t(`state.${state}.short`) : t(`state.${state}`);
}

/** A user call as the RFC writes it. */
export function callName({ event }: Call, small: boolean, t: Translator): string {
  if (event.type !== 'SEND') return t(`ladder.call.${event.type}`);
  const n = event.data.length;
  return t('ladder.call.SEND', { what: small ? n : octets(n, t) });
}

interface Item {
  readonly t: number;
  readonly first: boolean;
  marked: boolean;
  call: string | null;
  state: string | null;
}

/** Heights of what stands above and below the tick. */
const CALL_UP = 14;
const LINE = 8;
const DOWN = 15;

/**
 * The names beside one lane, from top to bottom. Each wants to stand at its time; where two would
 * touch, the lower one moves down and its tick bends to it.
 */
export function placeNames(
  { stays, calls }: Score,
  host: string,
  side: Side,
  at: {
    readonly form: Form;
    readonly y: (t: number) => number;
    readonly marks: readonly PlacedMark[];
  },
  t: Translator,
): readonly Name[] {
  const { form, y } = at;
  const marked = at.marks.filter((mark) => mark.host === host);
  const items = gather(
    stays.filter((stay) => stay.host === host),
    calls.filter((call) => call.host === host),
    marked,
    form.small,
    t,
  );
  const x = (side < 0 ? form.xA : form.xB) + side * (form.laneGap + form.lane + form.nameGap);
  let free = 0;
  return items.map((item) => {
    const up = item.call === null ? LINE : CALL_UP;
    const down = item.call === null || item.state === null ? LINE : DOWN;
    const want = item.first ? form.head + 6 : y(item.t);
    const middle = Math.max(want, free + up);
    free = middle + down;
    const both = item.call !== null && item.state !== null;
    const stateY = middle + (both ? 11.5 : 4);
    const width = item.state === null ? 0 : textWidth(item.state, 'state', form.size.remark) + 2;
    return {
      ...{ host, side, t: item.t, x, y: middle, tickY: item.first ? null : y(item.t) },
      call: item.call === null ? null : { text: item.call, y: middle + (both ? -3.5 : 4) },
      state: item.state === null ? null : { text: item.state, y: stateY },
      frame: item.marked
        ? uprightBox(x - side * 3, stateY - 13, x + side * (width + 3), stateY + 5)
        : null,
    };
  });
}

type Numbered = Item & { readonly n: number | null };

function gather(
  stays: readonly Stay[],
  calls: readonly Call[],
  marks: readonly PlacedMark[],
  small: boolean,
  t: Translator,
): readonly Item[] {
  const items: Numbered[] = stays.map(({ from, n, state }) => ({
    ...{ t: from, n, first: n === null, marked: false },
    ...{ call: null, state: stateName(state, small, t) },
  }));
  const at = (n: number, time: number): Numbered => {
    const known = items.find((item) => item.n === n);
    if (known !== undefined) return known;
    const item = { t: time, n, first: false, marked: false, call: null, state: null };
    items.push(item);
    return item;
  };
  for (const call of calls) at(call.n, call.t).call = callName(call, small, t);
  for (const mark of marks) {
    const item = at(mark.n, mark.t);
    item.marked = true;
    item.state = stateName(mark.state, small, t);
  }
  return items.sort((a, b) => a.t - b.t || (a.n ?? -1) - (b.n ?? -1));
}
