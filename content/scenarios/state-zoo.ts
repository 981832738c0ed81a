import type { Scenario, ScriptLine } from '#scenario/scenario.ts';

/** A calls B from this port; B’s ends are called 8001.1, 8001.2 … in the same order. */
const calls = [41002, 41003, 41004, 41005, 41006, 41007, 41008, 41009].map(
  (from, i): ScriptLine => ({ at: 100 * i, host: 'A', do: 'connect', to: 'B:8001', from }),
);

/**
 * A, looked at after 2 s, has a connection in every state. What passes quickly was begun a moment
 * before; the rest is as its programs left it. A keeps Linux’s times.
 */
export default {
  id: 'state-zoo',
  hosts: [
    {
      ...{ name: 'A', title: 'server', address: '10.78.0.1', isn: [1000] },
      config: { msl: 30_000, rtoMin: 200, finWait2: 60_000 },
    },
    { name: 'B', title: 'client', address: '10.78.0.2', isn: [5000] },
  ],
  delay: 40,
  script: [
    { at: -2, host: 'A', do: 'listen', port: 8230 },
    { at: -1, host: 'B', do: 'listen', port: 8001 },
    ...calls,
    // TIME-WAIT: both have closed, A first.
    { at: 1100, host: 'A', conn: '41009', do: 'close' },
    { at: 1200, host: 'B', conn: '8001.8', do: 'close' },
    // FIN-WAIT-2: one whose program is gone, and one whose program still reads.
    { at: 1400, host: 'A', conn: '41004', do: 'close', halfDuplex: true },
    { at: 1400, host: 'A', conn: '41005', do: 'close' },
    // CLOSE-WAIT: B has closed, A’s program has not noticed.
    { at: 1500, host: 'B', conn: '8001.5', do: 'close' },
    { at: 1500, host: 'B', conn: '8001.7', do: 'close' },
    // CLOSING: the FINs have just crossed.
    { at: 1950, host: 'A', conn: '41007', do: 'close' },
    { at: 1950, host: 'B', conn: '8001.6', do: 'close' },
    // SYN-RECEIVED: a call has just come in.
    { at: 1950, host: 'B', do: 'connect', to: 'A:8230', from: 52000 },
    // FIN-WAIT-1, LAST-ACK and SYN-SENT: sent, and not answered yet.
    { at: 1990, host: 'A', conn: '41003', do: 'close' },
    { at: 1990, host: 'A', conn: '41008', do: 'close' },
    { at: 1990, host: 'A', do: 'connect', to: 'B:8001', from: 41001 },
  ],
  until: 2005,
} satisfies Scenario;
