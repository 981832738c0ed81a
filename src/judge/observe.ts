import { sameOctets, sameSegment, segmentLine } from '#scenario/packetdrill/segment-line.ts';
import type { HostEntry, HostRecord } from '#network/replay.ts';
import type { EventRef } from '#sandbox/sandbox.ts';
import type { Observed } from './report.ts';

/** What could be seen of a host at one event. */
export interface Observation extends Observed {
  readonly t: number;
  readonly cause: Exclude<EventRef, null | { readonly call: number }>;
  readonly conn: string;
  /** Its place in the record. */
  readonly entry: number;
}

/**
 * The observable part of a record, in order. Timers that expired without anyone noticing are left
 * out: which timers a host keeps is its own affair.
 */
export function observe(record: HostRecord): readonly Observation[] {
  return record.entries.map(toObservation).filter(isNoticed).sort(byTime);
}

function toObservation(entry: HostEntry, index: number): Observation & { changed: boolean } {
  const { t, cause, conn, before, after, effects } = entry;
  const octets = effects.flatMap((each) => (each.type === 'deliver' ? [...each.data] : []));
  return {
    t,
    cause: 'input' in cause ? { input: cause.input } : { timer: cause.timer, t },
    conn,
    entry: index,
    changed: before !== after,
    after,
    sent: effects.flatMap((each) => (each.type === 'send' ? [each.seg] : [])),
    signals: effects.flatMap((each) => (each.type === 'signal' ? [each.signal] : [])),
    delivered: Uint8Array.from(octets),
  };
}

function isNoticed(each: Observation & { changed: boolean }): boolean {
  const isSilent = each.sent.length + each.signals.length + each.delivered.length === 0;
  return 'input' in each.cause || each.changed || !isSilent;
}

/** Inputs come before the timers of the same instant; timers by connection. */
function byTime(a: Observation, b: Observation): number {
  if (a.t !== b.t) return a.t - b.t;
  const [one, two] = [placeOf(a), placeOf(b)];
  if (one !== two) return one - two;
  return a.conn < b.conn ? -1 : a.conn > b.conn ? 1 : a.entry - b.entry;
}

function placeOf({ cause }: Observation): number {
  return 'input' in cause ? cause.input : Number.POSITIVE_INFINITY;
}

/** Is it the same event, whatever came of it? */
export function sameEvent(a: Observation, b: Observation): boolean {
  return a.t === b.t && placeOf(a) === placeOf(b);
}

/** The first of the four observed things in which two observations differ. */
export function difference(
  a: Observed,
  b: Observed,
): 'segments' | 'signals' | 'octets' | 'state' | null {
  const sameSent = a.sent.length === b.sent.length;
  if (!sameSent || a.sent.some((seg, i) => !b.sent[i] || !sameSegment(seg, b.sent[i]))) {
    return 'segments';
  }
  if (a.signals.join() !== b.signals.join()) return 'signals';
  if (!sameOctets(a.delivered, b.delivered)) return 'octets';
  return a.after === b.after ? null : 'state';
}

/** An observation in a line, the same for what nobody could tell apart. */
export function observedLine({ after, sent, signals, delivered }: Observed): string {
  const segments = sent.map((seg) => segmentLine(seg.ctl.rst ? { ...seg, wnd: 0 } : seg));
  return [after, segments.join('; '), signals.join('; '), delivered.join(' ')].join(' | ');
}
