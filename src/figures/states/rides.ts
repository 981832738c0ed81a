import type { Scenario, ScenarioHost, ScriptLine } from '#scenario/scenario.ts';

/*
 * For each edge of the diagram a small play in which somebody goes along it: what a ladder shows of
 * the edge. Times in ms; a segment takes 40 from host to host.
 */

type Play = Partial<Pick<Scenario, 'lose' | 'fates' | 'old' | 'until'>> & {
  readonly script: readonly ScriptLine[];
  /** What differs of the hosts. */
  readonly A?: Partial<ScenarioHost>;
  readonly B?: Partial<ScenarioHost>;
};

/** How long a user waits in these plays: RFC 9293 suggests minutes, which a ladder would only fold. */
const PATIENCE = { config: { userTimeout: 3_000 } };

const listen = (at: number): ScriptLine => ({ at, host: 'B', do: 'listen', port: 8001 });
const connect = (at: number): ScriptLine => ({
  ...{ at, host: 'A', do: 'connect', to: 'B:8001', from: 40_001 },
});
const close = (host: string, at: number): ScriptLine => ({ at, host, do: 'close' });
const leave = (host: string, at: number): ScriptLine => ({
  ...{ at, host, do: 'close', halfDuplex: true },
});
const abort = (host: string, at: number): ScriptLine => ({ at, host, do: 'abort' });
const send = (host: string, at: number): ScriptLine => ({ at, host, do: 'send', text: 'hello' });
const crash = (host: string, at: number): ScriptLine => ({ at, host, do: 'crash' });
const cut = (at: number): ScriptLine => ({ at, do: 'cut', between: ['A', 'B'] });

/** B listens, A calls: open at 80 and 120. */
const OPEN = [listen(-1), connect(0)];
/** Both call at once: both are in SYN-RECEIVED at 40, and open at 80. */
const BOTH_CALL: readonly ScriptLine[] = [
  connect(0),
  { at: 0, host: 'B', do: 'connect', to: 'A:40001', from: 8001 },
];
/** A closes at 160: its FIN arrives at 200, the ACK at 240. */
const A_CLOSES = [...OPEN, close('A', 160)];
const BOTH_CLOSE = [...A_CLOSES, close('B', 160)];
/** A closes, then B: A is in TIME-WAIT from 340 on, B is closed at 380. */
const USUAL = [...A_CLOSES, close('B', 300)];

const open: Play = { script: OPEN };
const bothCall: Play = { script: BOTH_CALL };
const usual: Play = { script: USUAL, until: 420 };
const bothClose: Play = { script: BOTH_CLOSE, until: 280 };
const fromB = { from: 'B', fromPort: 8001, toPort: 40_001 } as const;
const fromA = { from: 'A', fromPort: 40_001, toPort: 8001 } as const;

const PLAYS: Readonly<Record<string, Play>> = {
  'CLOSED SYN-SENT': open,
  'CLOSED LISTEN': { script: [listen(0), connect(40)] },
  'SYN-SENT CLOSED': { script: [...OPEN, close('A', 20)] },
  // Who calls after that is refused.
  'LISTEN CLOSED': { script: [listen(0), close('B', 60), connect(100)] },
  'LISTEN SYN-SENT': {
    script: [{ at: 0, host: 'A', do: 'listen', port: 40_001 }, listen(-1), connect(60)],
  },
  'LISTEN SYN-RECEIVED': open,
  'SYN-SENT SYN-RECEIVED': bothCall,
  // RFC 9293 Figure 8: an old SYN; nobody is calling.
  'SYN-RECEIVED LISTEN': {
    script: [listen(-1)],
    old: [{ ...fromA, at: 40, flags: 'SYN', seq: 90 }],
  },
  'SYN-SENT ESTABLISHED': open,
  'SYN-RECEIVED ESTABLISHED': open,
  'SYN-RECEIVED FIN-WAIT-1': { script: [...OPEN, close('B', 60)] },
  'ESTABLISHED FIN-WAIT-1': usual,
  'ESTABLISHED CLOSE-WAIT': usual,
  'FIN-WAIT-1 FIN-WAIT-2': usual,
  'FIN-WAIT-1 CLOSING': bothClose,
  // The ACK of A's FIN is lost; B's FIN, which comes next, acknowledges as well.
  'FIN-WAIT-1 TIME-WAIT': { script: [...A_CLOSES, close('B', 220)], lose: ['B2'], until: 340 },
  'FIN-WAIT-2 TIME-WAIT': usual,
  'CLOSING TIME-WAIT': bothClose,
  'CLOSE-WAIT LAST-ACK': usual,
  'LAST-ACK CLOSED': usual,
  'TIME-WAIT CLOSED': { script: USUAL, until: 300_000 },

  // A reset arrives. Nobody listens:
  'SYN-SENT CLOSED RST': { script: [connect(0)] },
  'SYN-RECEIVED CLOSED RST': {
    script: BOTH_CALL,
    old: [{ ...fromB, at: 60, flags: 'RST', seq: 301 }],
  },
  'ESTABLISHED CLOSED RST': { script: [...OPEN, abort('B', 160)] },
  'FIN-WAIT-1 CLOSED RST': { script: [...A_CLOSES, abort('B', 180)] },
  'FIN-WAIT-2 CLOSED RST': { script: [...A_CLOSES, abort('B', 260)] },
  'CLOSE-WAIT CLOSED RST': { script: [...A_CLOSES, abort('A', 260)] },
  // B has sent its FIN and crashes: A's ACK of that FIN meets nobody.
  'CLOSING CLOSED RST': { script: [...BOTH_CLOSE, crash('B', 170)] },
  'LAST-ACK CLOSED RST': { script: [...A_CLOSES, close('B', 260), crash('A', 270)] },
  // RFC 1337: an old segment draws an ACK, and that ACK the reset that ends TIME-WAIT.
  'TIME-WAIT CLOSED RST': {
    script: USUAL,
    old: [{ ...fromB, at: 440, flags: 'ACK', seq: 200, ack: 102 }],
    until: 600,
  },

  // The user calls ABORT.
  'LISTEN CLOSED ABORT': { script: [listen(0), abort('B', 60), connect(100)] },
  'SYN-SENT CLOSED ABORT': { script: [...OPEN, abort('A', 20)] },
  'SYN-RECEIVED CLOSED ABORT': { script: [...OPEN, abort('B', 60)] },
  'ESTABLISHED CLOSED ABORT': { script: [...OPEN, abort('A', 160)] },
  'FIN-WAIT-1 CLOSED ABORT': { script: [...A_CLOSES, abort('A', 180)] },
  'FIN-WAIT-2 CLOSED ABORT': { script: [...A_CLOSES, abort('A', 260)] },
  'CLOSE-WAIT CLOSED ABORT': { script: [...A_CLOSES, abort('B', 260)] },
  'CLOSING CLOSED ABORT': { script: [...BOTH_CLOSE, abort('A', 220)], until: 400 },
  'LAST-ACK CLOSED ABORT': { script: [...A_CLOSES, close('B', 260), abort('B', 280)], until: 400 },
  'TIME-WAIT CLOSED ABORT': { script: [...USUAL, abort('A', 440)] },

  // Nobody answers: nothing gets through any more.
  'SYN-SENT CLOSED TIMEOUT': { script: [cut(-1), connect(0)], A: PATIENCE },
  'SYN-RECEIVED CLOSED TIMEOUT': { script: [...BOTH_CALL, cut(20)], A: PATIENCE, until: 3_100 },
  'SYN-RECEIVED LISTEN TIMEOUT': {
    script: [...OPEN, crash('A', 20), cut(45)],
    B: { config: { r2Syn: 4_000 } },
  },
  'ESTABLISHED CLOSED TIMEOUT': { script: [...OPEN, cut(150), send('A', 160)], A: PATIENCE },
  'FIN-WAIT-1 CLOSED TIMEOUT': { script: [...OPEN, cut(150), close('A', 160)], A: PATIENCE },
  'FIN-WAIT-2 CLOSED TIMEOUT': {
    script: [...A_CLOSES, cut(260)],
    A: { config: { keepAlive: { idle: 1_000, interval: 500, probes: 2 } } },
  },
  'CLOSE-WAIT CLOSED TIMEOUT': { script: [...A_CLOSES, cut(250), send('B', 260)], B: PATIENCE },
  'CLOSING CLOSED TIMEOUT': {
    script: BOTH_CLOSE,
    fates: [{ from: 'B', flags: 'ACK', exactly: true, fate: 'drop' }],
    ...{ A: PATIENCE, until: 3_200 },
  },
  'LAST-ACK CLOSED TIMEOUT': { script: [...A_CLOSES, cut(250), close('B', 260)], B: PATIENCE },

  // RFC 9293 Figure 8 once more, but the new SYN comes before the reset that the old one draws.
  'SYN-RECEIVED LISTEN SYN': {
    script: [listen(-1), connect(20)],
    old: [{ ...fromA, at: 40, flags: 'SYN', seq: 90 }],
    until: 2_000,
  },
  'ESTABLISHED CLOSED CLOSE': { script: [...OPEN, send('A', 160), leave('B', 240)] },
  'CLOSE-WAIT CLOSED CLOSE': {
    script: [...OPEN, send('A', 160), close('A', 170), leave('B', 260)],
  },
  'FIN-WAIT-1 CLOSED TEXT': { script: [...OPEN, send('B', 150), leave('A', 160)] },
  'FIN-WAIT-2 CLOSED TEXT': { script: [...OPEN, leave('A', 160), send('B', 260)] },
  'TIME-WAIT SYN-RECEIVED SYN': {
    script: [...OPEN, close('B', 160), close('A', 240), connect(400)],
    A: { isn: [100, 90_000] },
    B: { isn: [300, 400], config: { reopen: 'sequence' } },
  },
};

/** A play in which somebody goes along an edge. Throws for an id that no edge has. */
export function rideAlong(edge: string): Scenario {
  const play = PLAYS[edge];
  if (play === undefined) throw new Error(`There is no edge “${edge}”.`);
  const { A, B, ...rest } = play;
  return {
    id: `ride ${edge}`,
    hosts: [
      { name: 'A', title: 'client', address: '10.77.0.1', isn: [100], ...A },
      { name: 'B', title: 'server', address: '10.77.0.2', isn: [300], ...B },
    ],
    delay: 40,
    until: 10_000,
    ...rest,
  };
}
