import type { Ctl, Segment, TcpEvent } from '#tcp';
import type { Translator } from '#text/text.ts';

const BITS: readonly (keyof Ctl)[] = ['syn', 'fin', 'rst', 'ack', 'psh', 'urg', 'ece', 'cwr'];

/** Control bits as the field names them: `SYN,ACK`. */
export function bitsWords(ctl: Ctl, t: Translator): string {
  const set = BITS.filter((bit) => ctl[bit]).map((bit) => bit.toUpperCase());
  return set.length === 0 ? t('verdict.no-flags') : set.join(',');
}

/**
 * `SYN,ACK seq=300 ack=101`. The window and the MSS are named only where nothing else tells it
 * from the segment that it is held against.
 */
function segmentWords(seg: Segment, other: Segment | undefined, t: Translator): string {
  const parts = [`${bitsWords(seg.ctl, t)} seq=${seg.seq}`];
  if (seg.ctl.ack) parts.push(`ack=${seg.ack}`);
  if (seg.data.length > 0) parts.push(t('verdict.with-octets', { n: seg.data.length }));
  if (other !== undefined && bitsWords(other.ctl, t) === bitsWords(seg.ctl, t)) {
    if (!seg.ctl.rst && other.wnd !== seg.wnd) parts.push(`wnd=${seg.wnd}`);
    if (other.options.mss !== seg.options.mss) {
      parts.push(`mss=${seg.options.mss ?? t('verdict.none')}`);
    }
  }
  return parts.join(' ');
}

/** What a host sent at one event, held against what the other sent. */
export function segmentsWords(
  sent: readonly Segment[],
  others: readonly Segment[],
  t: Translator,
): string {
  if (sent.length === 0) return t('verdict.sends-nothing');
  const shown = sent.slice(0, 3).map((seg, i) => segmentWords(seg, others[i], t));
  if (sent.length > 3) shown.push(t('verdict.more', { n: sent.length - 3 }));
  return listWords(shown, t);
}

/** What happens to a host: a call, a segment, a timer. */
export function eventWords(event: TcpEvent, t: Translator): string {
  if (event.type === 'SEGMENT-ARRIVES') {
    return t('verdict.arrives', { segment: segmentWords(event.seg, undefined, t) });
  }
  if (event.type === 'TIMEOUT') return t('verdict.timeout', { timer: event.timer });
  return t('verdict.call', { call: event.type });
}

/** Words one after the other, parted as the language parts them. */
export function listWords(words: readonly string[], t: Translator): string {
  return words.join(t('verdict.separator'));
}
