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

const [a, b] = hosts;
const third: Scenario['hosts'][0] = {
  ...{ name: 'C', title: 'client', address: '10.77.0.3', isn: [700], config },
};
const fourth: Scenario['hosts'][0] = {
  ...{ name: 'D', title: 'client', address: '10.77.0.4', isn: [900], config },
};
const [R1, R2] = [
  { name: 'R1', address: '10.1.0.1' },
  { name: 'R2', address: '10.2.0.2' },
];
const far: Scenario['hosts'] = [
  { ...a, address: '10.1.0.2' },
  { ...b, address: '10.3.0.2' },
];
const overRouters: Scenario['network'] = {
  routers: [R1, R2],
  links: [
    { between: ['A', 'R1'], delay: 10 },
    { between: ['R1', 'R2'], delay: 30 },
    { between: ['R2', 'B'], delay: 10 },
  ],
};
const dial = (host: string, at: number, from: number) =>
  ({ at, host, do: 'connect', to: 'B:8001', from }) as const;

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
  'open before it begins': {
    ...base,
    script: [{ ...listen, at: -400 }, { ...connect, at: -400 }, ...closing],
  },
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
      { ...a, isn: [2_895_331_004] },
      { ...b, isn: [4_294_967_295] },
    ],
  },
  'over routers': {
    ...base,
    hosts: far,
    network: overRouters,
    script: [listen, connect, ...closing],
  },
  'TTL runs out': {
    ...base,
    hosts: [{ ...far[0], ttl: 2 }, far[1]],
    network: overRouters,
    until: 900,
  },
  'a link takes too little': {
    ...{ ...base, hosts: far },
    network: {
      ...overRouters,
      links: overRouters.links.map((link, i) => (i === 1 ? { ...link, mtu: 300 } : link)),
    },
    script: [listen, connect, { at: 260, host: 'A', do: 'send', text: 'hello '.repeat(60) }],
    until: 900,
  },
  'behind a NAT': {
    ...base,
    hosts: [{ ...a, address: '192.168.1.2' }, b, { ...third, address: '192.168.1.3' }],
    network: {
      nats: [{ name: 'N', address: '198.51.100.7', inside: ['A', 'C'] }],
      links: [
        { between: ['A', 'N'], delay: 10 },
        { between: ['C', 'N'], delay: 10 },
        { between: ['N', 'B'], delay: 30 },
      ],
    },
    script: [listen, connect, dial('C', 60, 40001)],
  },
  'three hosts': {
    ...base,
    hosts: [a, b, third],
    network: {
      links: [
        { between: ['A', 'B'], delay: 40 },
        { between: ['B', 'C'], delay: 60 },
      ],
    },
    script: [listen, connect, dial('C', 30, 40003), ...closing],
  },
  'four hosts': {
    ...base,
    hosts: [a, b, third, fourth],
    network: {
      routers: [{ name: 'R', address: '10.77.0.254' }],
      links: [
        { between: ['A', 'R'], delay: 20 },
        { between: ['R', 'B'], delay: 20 },
        { between: ['R', 'C'], delay: 20 },
        { between: ['R', 'D'], delay: 30 },
      ],
    },
    script: [listen, connect, dial('C', 200, 40003), dial('D', 400, 40004)],
  },
  'two connections': {
    ...base,
    script: [
      ...[listen, connect, dial('A', 60, 40002)],
      { at: 260, host: 'A', conn: '40001', do: 'close' },
      { at: 300, host: 'A', conn: '40002', do: 'send', text: 'hello' },
    ],
    until: 2000,
  },
  'duplicated, overtaken, late': {
    ...base,
    script: [
      ...[listen, connect],
      { at: 160, host: 'A', do: 'set', settings: { nagle: false } },
      { at: 200, host: 'A', do: 'send', text: 'one' },
      { at: 220, host: 'A', do: 'send', text: 'two' },
      { at: 400, host: 'A', do: 'send', text: 'three' },
      { at: 410, segment: 'A5', do: 'duplicate', by: 30 },
      { at: 600, host: 'A', do: 'send', text: 'four' },
    ],
    late: { A3: 50, A6: 90 },
    until: 2000,
  },
  'a wrong bit': {
    ...base,
    fates: [{ from: 'A', flags: 'SYN', nth: 1, fate: 'corrupt' }],
  },
  'the server crashes': {
    ...base,
    script: [
      ...[listen, connect],
      { at: 200, host: 'B', do: 'crash' },
      { at: 300, host: 'A', do: 'send', text: 'hello' },
    ],
  },
  'the link is cut and mended': {
    ...base,
    script: [
      ...[listen, connect],
      { at: 200, do: 'cut', between: ['A', 'B'] },
      { at: 300, host: 'A', do: 'send', text: 'hello' },
      { at: 900, do: 'mend', between: ['A', 'B'] },
    ],
    until: 4000,
  },
  'a window closes': {
    ...base,
    hosts: [a, { ...b, config: { ...config, rcvBuf: 8 } }],
    script: [
      ...[listen, connect],
      { at: 200, host: 'A', do: 'send', text: 'hello, hello' },
      { at: 3000, host: 'B', do: 'receive', max: 20 },
    ],
    until: 6000,
  },
  'much at once': {
    ...base,
    script: [
      ...[listen, connect],
      ...Array.from(
        { length: 12 },
        (_, i) =>
          ({
            at: 200 + i * 3,
            host: i % 3 === 2 ? 'B' : 'A',
            do: 'send',
            text: `line ${i}`,
          }) as const,
      ),
      { at: 600, host: 'A', do: 'abort' },
    ],
    until: 2000,
  },
} satisfies Record<string, Scenario>;

export type Play = keyof typeof PLAYS;
export const PLAY_NAMES = Object.keys(PLAYS) as readonly Play[];

/** The trace of a play. */
export function traceOf(play: Play): Trace {
  return runScenario(PLAYS[play]);
}
