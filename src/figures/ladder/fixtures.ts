import { runScenario } from '#scenario/run.ts';
import type { Scenario } from '#scenario/scenario.ts';
import type { Trace } from '#trace/trace.ts';

/** The numbers of RFC 9293's own figures; an MSL of 30 s, as Linux has it. */
const config = { msl: 30_000 };
const hosts: Scenario['hosts'] = [
  { name: 'A', title: 'client', address: '10.77.0.1', isn: [100], config },
  { name: 'B', title: 'server', address: '10.77.0.2', isn: [300, 400], config },
];

const listen = { at: -1, host: 'B', do: 'listen', port: 8001 } as const;
const connect = { at: 0, host: 'A', do: 'connect', to: 'B:8001', from: 40001 } as const;
const closing = [
  { at: 160, host: 'A', do: 'send', text: 'hello' },
  { at: 320, host: 'A', do: 'close' },
  { at: 440, host: 'B', do: 'close' },
] as const;

const base: Scenario = {
  ...{ id: 'fixture', hosts, delay: 40, script: [listen, connect], until: 200_000 },
};

/** Plays for the tests of figures, by name. */
export const PLAYS = {
  handshake: base,
  'SYN lost': { ...base, lose: ['A1'] },
  'SYN,ACK lost': { ...base, lose: ['B1'] },
  'ACK lost': { ...base, lose: ['A2'] },
  'three SYNs lost': { ...base, lose: ['A1', 'A2', 'A3'] },
  'old duplicate SYN': {
    ...{ ...base, lose: ['A1'] },
    old: [{ at: 60, from: 'A', fromPort: 40001, toPort: 8001, flags: 'SYN', seq: 90 }],
  },
  refused: { ...base, script: [connect] },
  close: { ...base, script: [listen, connect, ...closing] },
  'last ACK lost': { ...base, script: [listen, connect, ...closing], lose: ['A5'] },
  'simultaneous close': {
    ...base,
    script: [
      ...[listen, connect],
      { at: 200, host: 'A', do: 'close' },
      { at: 200, host: 'B', do: 'close' },
    ],
  },
  'large numbers': {
    ...base,
    hosts: [
      { ...hosts[0], isn: [2_895_331_004] },
      { ...hosts[1], isn: [4_294_967_295] },
    ],
  },
} satisfies Record<string, Scenario>;

export type Play = keyof typeof PLAYS;
export const PLAY_NAMES = Object.keys(PLAYS) as readonly Play[];

/** The trace of a play. */
export function traceOf(play: Play): Trace {
  return runScenario(PLAYS[play]);
}
