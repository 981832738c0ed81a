import type { Trace, TransitEntry } from '#trace/trace.ts';
import { add, distance, type Segment } from '#tcp';
import { causeOf, transits } from './play.ts';
import { flagsOf, lengthOf } from './segment.ts';

/** Why a field holds what it holds: the key of a sentence, and the section of RFC 9293 behind it. */
export interface Reason {
  readonly key: string;
  readonly section: string;
}

/** The reason for SEQ; `null` where none of the common ones applies. */
export function seqReason(trace: Trace, sent: TransitEntry): Reason | null {
  const { seg, again } = sent;
  if (again) return { key: 'exercise.why.seq.again', section: '3.10.8' };
  if (seg.ctl.syn) return { key: 'exercise.why.seq.syn', section: '3.1' };
  const answered = answeredBy(trace, sent);
  if (seg.ctl.rst && answered !== null) {
    if (answered.ctl.ack && seg.seq === answered.ack && !seg.ctl.ack) {
      return { key: 'exercise.why.seq.reset', section: '3.5.2' };
    }
    if (!answered.ctl.ack && seg.seq === 0) {
      return { key: 'exercise.why.seq.zero', section: '3.5.2' };
    }
  }
  return seg.seq === nextOf(trace, sent) ? { key: 'exercise.why.seq.next', section: '3.4' } : null;
}

/** The reason for ACK. */
export function ackReason({ seg }: TransitEntry): Reason {
  return seg.ctl.rst
    ? { key: 'exercise.why.ack.reset', section: '3.10.7.1' }
    : { key: 'exercise.why.ack.next', section: '3.4' };
}

const CTL: Readonly<Record<string, Reason>> = {
  SYN: { key: 'exercise.why.ctl.syn', section: '3.5' },
  'SYN,ACK': { key: 'exercise.why.ctl.syn-ack', section: '3.4.1' },
  ACK: { key: 'exercise.why.ctl.ack', section: '3.1' },
  'FIN,ACK': { key: 'exercise.why.ctl.fin-ack', section: '3.1' },
  'RST,ACK': { key: 'exercise.why.ctl.rst-ack', section: '3.5.2' },
};

/** The reason for the control bits; `null` where none of the common ones applies. */
export function ctlReason(trace: Trace, sent: TransitEntry): Reason | null {
  const flags = flagsOf(sent.seg);
  if (flags !== 'RST') return CTL[flags] ?? null;
  return answeredBy(trace, sent)?.ctl.ack === true
    ? { key: 'exercise.why.ctl.rst', section: '3.5.2' }
    : null;
}

export const WINDOW_REASON: Reason = { key: 'exercise.why.wnd', section: '3.1' };
export const LENGTH_REASON: Reason = { key: 'exercise.why.len', section: '3.4' };

/** The segment whose arrival made a host send this one, or `null`. */
export function answeredBy(trace: Trace, sent: TransitEntry): Segment | null {
  const step = causeOf(trace, sent);
  return step?.event.type === 'SEGMENT-ARRIVES' ? step.event.seg : null;
}

/** The number after everything that the sender of a segment had sent before it; `null` if that is nothing. */
function nextOf(trace: Trace, { from, n }: TransitEntry): number | null {
  let next: number | null = null;
  for (const earlier of transits(trace)) {
    if (earlier.n >= n || earlier.from !== from || earlier.seg.ctl.rst) continue;
    const end = add(earlier.seg.seq, lengthOf(earlier.seg));
    if (next === null || distance(next, end) < 2 ** 31) next = end;
  }
  return next;
}
