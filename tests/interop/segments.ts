import type { Segment } from '#tcp';
import { seededRandom } from '#network/random.ts';

/** Kinds of segment, to catch them on their way. */
export const isSyn = ({ ctl }: Segment): boolean => ctl.syn && !ctl.ack;
export const isSynAck = ({ ctl }: Segment): boolean => ctl.syn && ctl.ack;
export const isFin = ({ ctl }: Segment): boolean => ctl.fin;
export const isRst = ({ ctl }: Segment): boolean => ctl.rst;
export const isText = ({ data }: Segment): boolean => data.length > 0;
export const isBareAck = ({ ctl, data }: Segment): boolean =>
  ctl.ack && !ctl.syn && !ctl.fin && !ctl.rst && data.length === 0;
export const isAny = (): boolean => true;

/** A keep-alive or an empty window probe: an ACK whose number was used up already. */
export const isProbeBelow =
  (nxt: number) =>
  ({ ctl, seq }: Segment): boolean =>
    ctl.ack && !ctl.syn && !ctl.rst && seq === (nxt - 1) >>> 0;

/** `length` octets, the same for the same seed. */
export function octets(length: number, seed: number): Buffer {
  const random = seededRandom(seed);
  return Buffer.from(Array.from({ length }, () => Math.floor(random() * 256)));
}
