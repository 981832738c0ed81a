import { sameOctets, sameSegment, segmentLine } from '#scenario/packetdrill/segment-line.ts';
import { placeOf, type Observation } from '#sandbox/observe.ts';
import type { Observed } from './report.ts';

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
