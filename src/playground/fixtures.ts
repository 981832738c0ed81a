/* Random sessions for tests: deeds of all kinds, most of them possible, all of them within the limits. */
import fc from 'fast-check';
import { flagsOfNumber } from './address/write.ts';
import { type Deed, OLD_FLAGS } from './model/deed.ts';
import { LIMITS, type Limit } from './model/limits.ts';
import { pairsOf } from './model/network.ts';
import type { Session } from './model/session.ts';
import { hostNames, type HostSetup, REOPENS, type Setup } from './model/setup.ts';

const within = (limit: Limit) => fc.integer({ min: LIMITS[limit][0], max: LIMITS[limit][1] });
const some = <T>(values: readonly T[]) => fc.constantFrom(...values);
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });

const text = fc
  .array(fc.integer({ min: 0x20, max: 0x7e }), { minLength: 1, maxLength: 12 })
  .map((codes) => String.fromCharCode(...codes));
const conn = some(['40001', '40002', '8001', '8001.1', '8001.2']);
const segment = some(['A1', 'A2', 'A3', 'B1', 'B2', "A1'", 'B3', 'R11', 'old1', 'C1', 'N1']);
const port = some([8001, 40_001, 40_002]);

const host = fc.record<HostSetup>({
  profile: some(['rfc9293', 'linux', 'freebsd'] as const),
  listens: maybe(port),
  ttl: fc.oneof(fc.constant(64), within('ttl')),
  isn: fc.array(within('seq'), { minLength: 1, maxLength: 3 }),
  msl: maybe(within('msl')),
  rtoInitial: maybe(within('rto')),
  rtoMin: maybe(within('rto')),
  delayedAck: maybe(within('delayedAck')),
  rfc1337: maybe(fc.boolean()),
  reopen: maybe(some(REOPENS)),
});

const share = fc.oneof(fc.constant(0), within('share'));

/** Any setup. */
export const anySetup: fc.Arbitrary<Setup> = fc.record({
  hosts: fc.array(host, { minLength: 2, maxLength: 4 }),
  road: fc.record({
    delay: fc.integer({ min: 1, max: 200 }),
    routers: within('routers'),
    nat: fc.boolean(),
    jitter: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 60 })),
    ...{ loss: share, duplicate: share, reorder: share, corrupt: share },
  }),
  seed: within('seed'),
});

/** Any deed that makes sense with this setup, possible or not. */
export function anyDeed(setup: Setup): fc.Arbitrary<Deed> {
  const name = some(hostNames(setup));
  const by = fc.integer({ min: 1, max: 300 });
  const number = within('seq');
  const forgery = fc
    .record(
      {
        ...{
          seq: number,
          ack: number,
          wnd: within('window'),
          text: fc.oneof(text, fc.constant('')),
        },
        flags: fc.integer({ min: 0, max: 63 }).map(flagsOfNumber),
      },
      { requiredKeys: [] },
    )
    .filter((forged) => Object.keys(forged).length > 0);
  return fc.oneof(
    fc.record({ do: fc.constant('listen' as const), host: name, port }),
    fc.record({ do: fc.constant('open' as const), host: name, to: name, port, from: port }),
    fc.record({ do: fc.constant('send' as const), host: name, conn, text }),
    fc.record({ do: fc.constant('receive' as const), host: name, conn, max: within('receive') }),
    fc.record({ do: some(['close', 'leave', 'abort'] as const), host: name, conn }),
    fc.record({ do: fc.constant('crash' as const), host: name }),
    fc.record({ do: fc.constant('drop' as const), segment }),
    fc.record({ do: some(['delay', 'duplicate'] as const), segment, by }),
    fc.record({ do: fc.constant('swap' as const), segment, with: segment }),
    fc.record({ do: fc.constant('edit' as const), segment, forgery }),
    fc.record({
      do: fc.constant('old' as const),
      ...{ from: name, to: name, fromPort: port, toPort: port, seq: number, ack: number },
      flags: some(OLD_FLAGS),
    }),
    fc.record({ do: some(['cut', 'mend'] as const), between: some(pairsOf(setup)) }),
  );
}

/** Any session: some hundreds of ms in which a few things are done. */
export const anySession: fc.Arbitrary<Session> = anySetup.chain((setup) =>
  fc
    .array(fc.record({ wait: fc.integer({ min: 1, max: 120 }), deed: anyDeed(setup) }), {
      maxLength: 14,
    })
    .map((steps) => {
      let at = -1;
      return { setup, deeds: steps.map(({ wait, deed }) => ({ at: (at += wait), deed })) };
    }),
);
