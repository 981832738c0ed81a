import type { Probe } from './probes.ts';
import type { Reached } from './reach.ts';

/** A case in which Linux answers otherwise than our profile `linux`. What is left out may be anything. */
export interface Difference {
  readonly what: string;
  readonly states: readonly Reached[];
  readonly kinds?: readonly string[];
  readonly places?: readonly string[];
  readonly acked?: readonly string[];
}

const WRONG_ACK = ['ACK of nothing new', 'ACK beyond SND.NXT', 'ACK far too old'];

/** Measured with Linux 6.18. Every other segment of `PROBES` is answered as Linux answers it. */
export const DIFFERENCES: readonly Difference[] = [
  {
    what: 'what bears no ACK, RST or SYN is dropped in silence, wherever it lies',
    states: ['ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSE-WAIT', 'CLOSING', 'LAST-ACK'],
    kinds: ['bare', 'text', 'FIN', 'text+FIN'],
    acked: ['no ACK'],
  },
  {
    what: 'a SYN,RST just before the window draws an ACK',
    states: ['ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2'],
    kinds: ['SYN+RST'],
    places: ['at RCV.NXT−1'],
  },
  {
    what: 'after a wrong ACK the SYN goes out again at once',
    states: ['SYN-SENT'],
    acked: WRONG_ACK,
  },
  {
    what: 'the FIN of a SYN,FIN,ACK is not looked at',
    states: ['SYN-SENT'],
    kinds: ['SYN+FIN'],
    acked: ['ACK of all'],
  },
  {
    what: 'a wrong ACK is reset wherever the segment lies, and the half-open connection stays',
    states: ['SYN-RECEIVED'],
    acked: WRONG_ACK,
  },
  {
    what: 'a SYN,FIN that repeats the SYN is taken for it',
    states: ['SYN-RECEIVED'],
    kinds: ['SYN+FIN'],
    places: ['at RCV.NXT−1'],
    acked: ['no ACK', 'ACK of all'],
  },
  {
    what: 'the ACK of a segment that ends at RCV.NXT is taken',
    states: ['FIN-WAIT-1', 'CLOSING', 'LAST-ACK'],
    kinds: ['FIN'],
    places: ['at RCV.NXT−1'],
    acked: ['ACK of all'],
  },
  {
    what: 'a FIN after the FIN is dropped in silence',
    states: ['CLOSE-WAIT', 'LAST-ACK'],
    kinds: ['FIN', 'text+FIN'],
    places: ['at RCV.NXT'],
  },
  {
    what: 'text that begins at the FIN and goes beyond it draws a reset',
    states: ['CLOSE-WAIT', 'CLOSING', 'LAST-ACK'],
    kinds: ['text', 'text+FIN'],
    places: ['at RCV.NXT−1'],
  },
  {
    what: 'only a bare segment at RCV.NXT is met with silence, whatever it acknowledges; all else is answered',
    states: ['TIME-WAIT'],
    kinds: ['bare', 'text'],
  },
  {
    what: 'a SYN,FIN that is newer ends TIME-WAIT, and the listener drops it',
    states: ['TIME-WAIT'],
    kinds: ['SYN+FIN'],
    acked: ['no ACK'],
  },
];

/** The difference that a probe in a state falls under. */
export function differenceFor(state: Reached, probe: Probe): Difference | undefined {
  const within = (some: readonly string[] | undefined, one: string) =>
    some === undefined || some.includes(one);
  return DIFFERENCES.find(
    ({ states, kinds, places, acked }) =>
      states.includes(state) &&
      within(kinds, probe.kind) &&
      within(places, probe.place) &&
      within(acked, probe.acked),
  );
}
