import { add, distance, type Segment } from '#tcp';
import type { Trace, TransitEntry } from '#trace/trace.ts';
import type { Field } from './fields.ts';
import { arrivedAt, transits, type Play } from './play.ts';
import { lengthOf } from './segment.ts';

/** A number that somebody writes who has mixed something up, and what that is: `exercise.slip.<kind>`. */
export interface NumberSlip {
  readonly value: number;
  readonly kind: string;
}

/** What the sender of a segment knew when it sent it. */
interface Known {
  readonly seg: Segment;
  readonly again: boolean;
  /** The last segment that had reached it. */
  readonly heard: Segment | undefined;
  /** The last segment that it had sent. */
  readonly before: Segment | undefined;
  /** Where each side’s numbers begin, if its SYN is in the Trace. */
  readonly iss: number | undefined;
  readonly irs: number | undefined;
  /** The window that it offered first. */
  readonly firstWindow: number | undefined;
}

/** The slips that are known for a field of a segment; each number once, none of them right. */
export function slipsOf({ trace }: Play, sent: TransitEntry, field: Field): readonly NumberSlip[] {
  if (field === 'ctl') return [];
  const right = {
    seq: sent.seg.seq,
    ack: sent.seg.ack,
    wnd: sent.seg.wnd,
    len: lengthOf(sent.seg),
  };
  const seen = new Set([right[field]]);
  return SLIPS[field](knownTo(trace, sent)).flatMap(([value, kind]) => {
    if (value === undefined || seen.has(value)) return [];
    seen.add(value);
    return [{ value, kind }];
  });
}

function knownTo(trace: Trace, sent: TransitEntry): Known {
  const own = transits(trace).filter(({ n, from }) => n < sent.n && from === sent.from);
  const heard = arrivedAt(trace, sent.from, sent.n).map(({ seg }) => seg);
  return {
    seg: sent.seg,
    again: sent.again,
    heard: heard.at(-1),
    before: own.findLast(({ seg }) => !seg.ctl.rst)?.seg,
    iss: own.find(({ seg }) => seg.ctl.syn)?.seg.seq,
    irs: heard.find(({ ctl }) => ctl.syn)?.seq,
    firstWindow: own[0]?.seg.wnd,
  };
}

type Found = readonly (readonly [value: number | undefined, kind: string])[];

const SLIPS: Readonly<Record<Exclude<Field, 'ctl'>, (known: Known) => Found>> = {
  ack: ({ seg, heard, irs }) => [
    ...(heard === undefined ? [] : answers(heard, seg.ack)),
    [seg.seq, 'ack.own'],
    [add(seg.seq, lengthOf(seg)), 'ack.own'],
    [add(seg.ack, -1), 'ack.short'],
    [add(seg.ack, 1), 'ack.over'],
    [from(irs, seg.ack), 'relative'],
  ],
  seq: ({ seg, again, heard, before, iss }) => [
    ...(seg.ctl.ack ? ([[seg.ack, 'seq.other']] as const) : []),
    ...(before === undefined
      ? []
      : again
        ? ([[add(before.seq, lengthOf(before)), 'seq.again']] as const)
        : ([
            ...(lengthOf(before) > 0 ? ([[before.seq, 'seq.used']] as const) : []),
            ...(lengthOf(before) === 0 ? ([[add(before.seq, 1), 'seq.counted-ack']] as const) : []),
            ...uncounted(before, 'seq.uncounted'),
            ...plusOne(before, 'seq.plus-one'),
          ] as const)),
    [heard?.seq, 'seq.other'],
    [add(seg.seq, -1), 'seq.short'],
    [add(seg.seq, 1), 'seq.over'],
    [from(iss, seg.seq), 'relative'],
  ],
  wnd: ({ heard, firstWindow }) => [
    [heard?.wnd, 'wnd.other'],
    [firstWindow, 'wnd.first'],
  ],
  len: ({ seg }) => [
    [seg.data.length, 'len.uncounted'],
    [lengthOf(seg) + 1, 'len.counted-ack'],
    [seg.data.length + 20, 'len.header'],
    [seg.data.length + 40, 'len.header'],
  ],
};

/** What somebody may acknowledge who looks at the segment that has arrived, and at nothing else. */
function answers(heard: Segment, ack: number): Found {
  const end = add(heard.seq, lengthOf(heard));
  if (end === ack) {
    return [
      [heard.seq, 'ack.arrived'],
      ...uncounted(heard, 'ack.uncounted'),
      ...plusOne(heard, 'ack.plus-one'),
    ];
  }
  const kind = distance(ack, end) < 2 ** 31 ? 'ack.gap' : 'ack.old';
  return [
    [end, kind],
    [heard.seq, kind],
  ];
}

/** A FIN or SYN beside data that was forgotten. */
function uncounted(seg: Segment, kind: string): Found {
  return seg.data.length > 0 && (seg.ctl.fin || seg.ctl.syn)
    ? [[add(seg.seq, seg.data.length), kind]]
    : [];
}

/** One more, where it should be as many as the segment takes up. */
function plusOne(seg: Segment, kind: string): Found {
  return lengthOf(seg) > 1 ? [[add(seg.seq, 1), kind]] : [];
}

/** A number as it is counted from the initial one, as figures and tools may show it. */
function from(initial: number | undefined, value: number): number | undefined {
  return initial === undefined || initial === 0 ? undefined : add(value, -initial);
}
