import type { TimedDeed } from '../model/deed.ts';
import { type HostSetup, PLAIN_SETUP, plainHost, type Setup } from '../model/setup.ts';
import type { Preset } from './preset.ts';

/** A calls B. */
export const OPENS: TimedDeed = {
  at: 0,
  deed: { host: 'A', do: 'open', to: 'B', port: 8001, from: 40_001 },
};
/** What B calls the connection that A opens. */
export const AT_B = '8001.1';
/** What A calls it. */
export const AT_A = '40001';

const withHostsOf = (a: Partial<HostSetup>, b: Partial<HostSetup>): Setup => ({
  ...PLAIN_SETUP,
  hosts: [
    { ...plainHost(0), ...a },
    { ...plainHost(1), ...b },
  ],
});

const REBOOTS: TimedDeed = { at: 200, deed: { host: 'A', do: 'crash' } };

/** An old duplicate of a SYN from A's port turns up. */
const oldSyn = (at: number, fromPort: number): TimedDeed => ({
  at,
  deed: {
    ...{ do: 'old', from: 'A', to: 'B', fromPort, toPort: 8001 },
    ...{ flags: 'SYN', seq: 90, ack: 0 },
  },
});

/** The numbers of Figures 9 and 10: A is at 100 when it crashes, B at 300. */
const HALF_OPEN = withHostsOf({ isn: [99, 400] }, { isn: [299, 500] });

/** The numbers of Figures 12 and 13: the handshake is over, and A is at 100, B at 300. */
const OPEN = withHostsOf({ isn: [99] }, { isn: [299] });

/** The figures of RFC 9293 §3.5 and §3.6, segment by segment, with the numbers that they have. */
export const FIGURES: readonly Preset[] = [
  {
    id: 'figure-6',
    kind: 'figure',
    session: { setup: PLAIN_SETUP, deeds: [OPENS] },
    now: 120,
    shows: { A: 'ESTABLISHED', B: 'ESTABLISHED' },
  },
  {
    id: 'figure-7',
    kind: 'figure',
    session: {
      setup: withHostsOf({}, { listens: null }),
      deeds: [OPENS, { at: 1, deed: { host: 'B', do: 'open', to: 'A', port: 40_001, from: 8001 } }],
    },
    now: 81,
    shows: { A: 'ESTABLISHED', B: 'ESTABLISHED' },
  },
  {
    id: 'figure-8',
    kind: 'figure',
    session: {
      setup: withHostsOf({}, { isn: [300, 400] }),
      deeds: [OPENS, { at: 1, deed: { do: 'delay', segment: 'A1', by: 120 } }, oldSyn(20, 40_001)],
    },
    now: 240,
    shows: { A: 'ESTABLISHED', B: 'ESTABLISHED' },
  },
  {
    id: 'figure-9',
    kind: 'figure',
    session: {
      setup: HALF_OPEN,
      deeds: [OPENS, REBOOTS, { at: 300, deed: OPENS.deed }],
    },
    now: 1_420,
    shows: { A: 'ESTABLISHED', B: 'ESTABLISHED' },
  },
  {
    id: 'figure-10',
    kind: 'figure',
    session: {
      setup: HALF_OPEN,
      deeds: [
        OPENS,
        REBOOTS,
        { at: 300, deed: { host: 'B', do: 'send', conn: AT_B, text: '10 octets!' } },
      ],
    },
    now: 380,
    shows: { A: 'CLOSED', B: 'CLOSED' },
  },
  {
    id: 'figure-11',
    kind: 'figure',
    session: {
      setup: withHostsOf({ listens: 8001 }, {}),
      deeds: [oldSyn(0, 8001)],
    },
    now: 120,
    shows: { A: 'LISTEN', B: 'LISTEN' },
  },
  {
    id: 'figure-12',
    kind: 'figure',
    session: {
      setup: OPEN,
      deeds: [
        OPENS,
        { at: 200, deed: { host: 'A', do: 'close', conn: AT_A } },
        { at: 400, deed: { host: 'B', do: 'close', conn: AT_B } },
      ],
    },
    now: 240_440,
    shows: { A: 'CLOSED', B: 'CLOSED' },
  },
  {
    id: 'figure-13',
    kind: 'figure',
    session: {
      setup: OPEN,
      deeds: [
        OPENS,
        { at: 200, deed: { host: 'A', do: 'close', conn: AT_A } },
        { at: 201, deed: { host: 'B', do: 'close', conn: AT_B } },
      ],
    },
    now: 240_281,
    shows: { A: 'CLOSED', B: 'CLOSED' },
  },
];
