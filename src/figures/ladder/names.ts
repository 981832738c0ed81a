import type { State } from '#tcp';
import type { Translator } from '#text/text.ts';
import { uprightBox } from './box.ts';
import type { Column, Name, Side } from './geometry.ts';
import { LANE_APART, LARGE_NAME, SMALL_NAME, type Form } from './form.ts';
import { fitText, textWidth } from './metrics.ts';
import type { Call, Crash, Score, Stay } from './score.ts';
import { octets } from './segment.ts';
import { heightOf, lanesWidth, type Sheet } from './sheet.ts';

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

/** A user call as the RFC writes it. `small`: without what is said in full elsewhere. */
export function callName({ event }: Pick<Call, 'event'>, small: boolean, t: Translator): string {
  if (event.type !== 'SEND') return t(`ladder.call.${event.type}`);
  const n = event.data.length;
  return t('ladder.call.SEND', { what: small ? n : octets(n, t) });
}

interface Item {
  readonly t: number;
  readonly n: number | null;
  readonly first: boolean;
  marked: boolean;
  call: string | null;
  /** The same without the number of octets in words. */
  brief: string;
  /** So many of the same calls in a row. */
  count: number;
  state: string | null;
  /** Which lane it is about. */
  track: number;
}

/** Heights of what stands above and below the tick. */
const CALL_UP = 14;
const LINE = 8;
const DOWN = 15;
/** Calls of one kind this close together are written once, with their number, px. */
const TOGETHER = 20;

/**
 * The names beside one lane, from top to bottom. Each wants to stand at its time; where two would
 * touch, the lower one moves down and its tick bends to it.
 */
export function placeNames(
  score: Score,
  column: Column & { readonly side: Side },
  tracks: number,
  sheet: Sheet,
  marks: readonly PlacedMark[],
): readonly Name[] {
  const { form, t } = sheet;
  const { name: host, side, x: lifeX } = column;
  const own = <E extends { readonly host: string }>(all: readonly E[]) =>
    all.filter((each) => each.host === host);
  const items = merged(
    gather(own(score.stays), own(score.calls), own(score.crashes), own(marks), form.small, t),
    sheet,
  );
  const x = lifeX + side * (form.laneGap + lanesWidth(tracks, form.lane) + form.nameGap);
  let free = 0;
  return items.map((item) => {
    const up = item.call === null ? LINE : CALL_UP;
    const down = item.call === null || item.state === null ? LINE : DOWN;
    const y = heightOf(sheet, item.n, item.t);
    const want = item.first ? form.head + 6 : y;
    const middle = Math.max(want, free + up);
    free = middle + down;
    const both = item.call !== null && item.state !== null;
    const stateY = middle + (both ? 11.5 : 4);
    const width = item.state === null ? 0 : textWidth(item.state, 'state', form.size.remark) + 2;
    const call = item.call === null ? null : withCount(item, form, t);
    return {
      ...{ host, side, t: item.t, x, y: middle, tickY: item.first ? null : y },
      // A tick begins at the lane that it is about, the first at the lifeline.
      lifeX:
        item.track === 0
          ? lifeX
          : lifeX + side * (form.laneGap + item.track * (form.lane + LANE_APART)),
      call: call === null ? null : { text: call, y: middle + (both ? -3.5 : 4) },
      state: item.state === null ? null : { text: item.state, y: stateY },
      frame: item.marked
        ? uprightBox(
            x - side * 3,
            stateY - form.size.remark + 1,
            x + side * (width + 3),
            stateY + 5,
          )
        : null,
    };
  });
}

/** A call with its number, as short as the margin wants it. */
function withCount({ call, brief, count }: Item, { small, size }: Form, t: Translator): string {
  const texts = [call ?? '', brief].map((text) =>
    count === 1 ? text : t('ladder.call.times', { call: text, n: count }),
  );
  const room = small ? SMALL_NAME : LARGE_NAME;
  const fits = texts.find((text) => textWidth(text, 'remark', size.remark) <= room);
  return fitText(fits ?? texts[1] ?? '', 'remark', size.remark, room + 6);
}

/** The same calls in a row, of which nothing else came, as one. */
function merged(items: readonly Item[], sheet: Sheet): readonly Item[] {
  const kept: Item[] = [];
  let lastY = -Infinity;
  for (const item of items) {
    const y = item.first ? -Infinity : heightOf(sheet, item.n, item.t);
    const last = kept[kept.length - 1];
    const isSame = last?.call === item.call && item.call !== null && item.state === null;
    if (last !== undefined && isSame && !item.marked && y - lastY < TOGETHER) last.count++;
    else kept.push(item);
    lastY = y;
  }
  return kept;
}

function gather(
  stays: readonly Stay[],
  calls: readonly Call[],
  crashes: readonly Crash[],
  marks: readonly PlacedMark[],
  small: boolean,
  t: Translator,
): readonly Item[] {
  const items = stays.map(({ from, n, state, track }): Item => ({
    ...{ t: from, n, first: n === null, marked: false, count: 1, track },
    ...{ call: null, brief: '', state: stateName(state, small, t) },
  }));
  const known = new Map(items.map((item) => [item.n, item]));
  const at = (n: number, time: number): Item => {
    const found = known.get(n);
    if (found !== undefined) return found;
    const fresh = { t: time, n, first: false, marked: false, call: null };
    const item: Item = { ...fresh, brief: '', count: 1, state: null, track: 0 };
    known.set(n, item);
    items.push(item);
    return item;
  };
  for (const call of calls) {
    Object.assign(at(call.n, call.t), {
      ...{ call: callName(call, small, t), brief: callName(call, true, t) },
    });
  }
  for (const crash of crashes) {
    Object.assign(at(crash.n, crash.t), { call: t('ladder.crash'), brief: t('ladder.crash') });
  }
  for (const mark of marks) {
    const item = at(mark.n, mark.t);
    item.marked = true;
    item.state = stateName(mark.state, small, t);
  }
  return items.sort((a, b) => a.t - b.t || (a.n ?? -1) - (b.n ?? -1));
}
