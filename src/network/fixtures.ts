import { type Call, type Config, type Ctl, reference, RFC9293, type Segment } from '#tcp';
import type { Trace, TraceEntry } from '#trace/trace.ts';
import { isnFrom } from './isn.ts';
import { createWorld, type World, type WorldHost, type WorldOptions } from './world.ts';

export const A = '10.0.0.1';
export const B = '10.9.0.2';

/** A host on the reference engine whose connections all begin at `isn`. */
export function hostOf(
  name: string,
  address: string,
  isn: number,
  more: Partial<WorldHost> & { readonly settings?: Partial<Config> } = {},
): WorldHost {
  const { settings, ...rest } = more;
  return {
    ...{ name, title: name, address, engine: reference, isn: isnFrom([isn]) },
    config: { ...RFC9293, ...settings },
    ...rest,
  };
}

/** A and B, and whatever lies between them: one link of 10 ms unless said otherwise. */
export function worldOf(more: Partial<WorldOptions> = {}): World {
  return createWorld({
    hosts: [hostOf('A', A, 100), hostOf('B', B, 300)],
    links: [{ between: ['A', 'B'], delay: 10 }],
    ...more,
  });
}

/** A passive OPEN of port 80. */
export const listen = (address = B): Call => ({
  type: 'OPEN',
  mode: 'passive',
  local: { address, port: 80 },
});

/** An active OPEN to port 80. */
export const connect = (from = 4000, remote = B, local = A): Call => ({
  type: 'OPEN',
  mode: 'active',
  local: { address: local, port: from },
  remote: { address: remote, port: 80 },
});

/** B listens on port 80; at 0 ms A calls it. */
export function open(world: World): World {
  world.at(-1, { kind: 'call', host: 'B', conn: 'l', call: listen() });
  world.at(0, { kind: 'call', host: 'A', conn: 'c', call: connect() });
  return world;
}

/** A says so many octets at a time. */
export function say(world: World, at: number, host: string, length: number): void {
  const data = Uint8Array.from({ length }, (_, i) => i & 0xff);
  world.at(at, { kind: 'call', host, conn: null, call: { type: 'SEND', data } });
}

const BITS = ['syn', 'fin', 'rst', 'ack'] as const satisfies readonly (keyof Ctl)[];

/** A segment in short: `SYN,ACK`, `ACK 3` with 3 octets of text. */
export const flagsOf = ({ ctl, data }: Segment): string =>
  [...BITS.filter((bit) => ctl[bit]).map((bit) => bit.toUpperCase())].join(',') +
  (data.length > 0 ? ` ${data.length}` : '');

/** What travelled, one line each: when, its name, what it is, how it fared. */
export function travelled({ entries }: Trace): readonly string[] {
  return entries.flatMap((entry) => {
    if (entry.kind === 'transit') {
      const { t, name, seg, fate, until, again, lost } = entry;
      const words = [t, name, flagsOf(seg), again ? 'again' : '', fate, until, lost?.why ?? ''];
      return [words.filter((word) => word !== '').join(' ')];
    }
    if (entry.kind !== 'icmp') return [];
    return [`${entry.t} ${entry.name} ${entry.error} ${entry.fate} ${entry.until}`];
  });
}

/** The entries of one kind. */
export function only<K extends TraceEntry['kind']>(
  { entries }: Trace,
  kind: K,
): readonly Extract<TraceEntry, { kind: K }>[] {
  return entries.filter((entry): entry is Extract<TraceEntry, { kind: K }> => entry.kind === kind);
}

/** The state that the host's latest step led to. */
export const stateOf = (trace: Trace, host: string): string | undefined =>
  only(trace, 'step').findLast((step) => step.host === host)?.after;
