import { nat, tuple } from 'fast-check';
import type { Value } from '#sandbox/value.ts';
import type { Config } from '#tcp';
import { at } from '../flat.ts';
import type { Arguments } from './arguments.ts';

const ADDRESSES: readonly string[] = ['192.0.2.1', '192.0.2.2', '127.0.0.1', '::1', '192.0.2.11'];
const PORTS: readonly number[] = [8_080, 8_081, 80, 65_535];

const endpoint = (address: number, port: number): Value => ({
  address: at(ADDRESSES, address),
  port: at(PORTS, port),
});

/** `isSelfConnect`: the same socket, another port, another address. */
export const sockets: Arguments = {
  arbitrary: tuple(nat(4), nat(3), nat(4), nat(3), nat(3)),
  toArgs([address = 0, port = 0, otherAddress = 0, otherPort = 0, same = 0]) {
    return [
      endpoint(address, port),
      endpoint(same % 2 === 0 ? address : otherAddress, same < 2 ? port : otherPort),
    ];
  },
};

const KINDS = ['SYN', 'SYN,ACK', 'data'] as const;
const RTOS: readonly number[] = [1_000, 2_000, 200, 4_000, 64_000, 120_000, 128_000, 240_000];

/** `patience`: each kind of segment, before and after R2, at the greatest RTO. */
export const waiting = (config: Config): Arguments => {
  const ages = [
    ...[1_000, 0, 7_000, 63_000, 127_000],
    ...[config.r2Syn, config.r2Data].flatMap((r2) => [r2 - 1, r2, r2 + 1]),
  ];
  return {
    arbitrary: tuple(nat(2), nat(20), nat(ages.length - 1), nat(RTOS.length - 1)),
    toArgs: ([kind = 0, again = 0, since = 0, rto = 0]) => [
      { kind: at(KINDS, kind), again, since: at(ages, since), rto: at(RTOS, rto) },
      plain(config),
    ],
  };
};

/** Connections in a queue, by name. */
const names = (first: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `8080.${first + i}`);

const queuesOf = (backlog: number, syn: number, accept: number): Value => ({
  backlog,
  syn: names(1, syn),
  accept: names(1 + syn, accept),
  counters: { ListenOverflows: 0, ListenDrops: 1, TCPReqQFullDoCookies: 2, TCPReqQFullDrop: 3 },
});

const COOKIES = ['never', 'when full', 'always'] as const;

/** `onSyn`: queues that are empty, almost full, full and too full, with all settings. */
export const arriving = (config: Config): Arguments => ({
  arbitrary: tuple(nat(3), nat(5), nat(5), nat(2)),
  toArgs: ([backlog = 0, syn = 0, accept = 0, cookies = 0]) => [
    queuesOf(backlog, syn, accept),
    `8080.${syn + accept + 1}`,
    { ...plain(config), synCookies: at([config.synCookies, ...COOKIES], cookies) },
  ],
});

/** `onAck`: a connection of the SYN queue, or one that a cookie stood for. */
export const completing = (config: Config): Arguments => ({
  arbitrary: tuple(nat(3), nat(4), nat(5), nat(4), nat(1)),
  toArgs: ([backlog = 0, syn = 0, accept = 0, which = 0, aborts = 0]) => [
    queuesOf(backlog, syn, accept),
    which < syn ? `8080.${which + 1}` : `8080.${syn + accept + 1}`,
    { ...plain(config), abortOnOverflow: aborts === 1 },
  ],
});

/** `accept`: queues with and without somebody who waits. */
export const taking: Arguments = {
  arbitrary: tuple(nat(3), nat(3), nat(4)),
  toArgs: ([backlog = 0, syn = 0, accept = 0]) => [queuesOf(backlog, syn, accept)],
};

/** The settings as plain data, which they are. */
function plain(config: Config): { readonly [name: string]: Value } {
  return config as unknown as { readonly [name: string]: Value };
}
