import type { Ctl } from './segment.ts';

const NAMES = ['cwr', 'ece', 'urg', 'ack', 'psh', 'rst', 'syn', 'fin'] as const;

/** One record for each of the 256 combinations: segments share them. */
const ALL: readonly Ctl[] = Array.from({ length: 256 }, (_, octet) => {
  const set = NAMES.map((name, i) => [name, (octet & (0x80 >> i)) !== 0] as const);
  return Object.freeze(Object.fromEntries(set)) as unknown as Ctl;
});

/** The control bits of the octet in the header (RFC 9293 §3.1): CWR is 0x80, FIN is 0x01. */
export function ctlOf(octet: number): Ctl {
  return ALL[octet & 0xff] as Ctl;
}

/** The octet of the control bits. */
export function octetOf(on: Partial<Ctl>): number {
  return (
    (on.cwr === true ? 0x80 : 0) |
    (on.ece === true ? 0x40 : 0) |
    (on.urg === true ? 0x20 : 0) |
    (on.ack === true ? 0x10 : 0) |
    (on.psh === true ? 0x08 : 0) |
    (on.rst === true ? 0x04 : 0) |
    (on.syn === true ? 0x02 : 0) |
    (on.fin === true ? 0x01 : 0)
  );
}

export const NO_CTL: Ctl = ctlOf(0);

/** The control bits named in `on`, all others off: `ctl({ syn: true })`. */
export function ctl(on: Partial<Ctl>): Ctl {
  return ctlOf(octetOf(on));
}
