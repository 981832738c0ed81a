/* Two hosts on a bad link: what one user sends is what the other takes, or somebody hears that it failed. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { HostStep } from '#network/host.ts';
import { createWorld, type World } from '#network/world.ts';
import type { Config } from './config.ts';
import type { Call } from './event.ts';
import { PROFILES, type ProfileName } from './profiles.ts';
import { reference } from './reference.ts';

const RUNS = Math.ceil(Number(process.env['FC_RUNS'] ?? 300) / 4);

/** What a user does after the connection is established: ms from then. */
interface User {
  readonly sends: readonly { readonly at: number; readonly octets: number }[];
  readonly end: { readonly at: number; readonly call: Call };
}

const NAMES = ['A', 'B'] as const;
type Name = (typeof NAMES)[number];

const after = fc.integer({ min: 0, max: 8_000 });
const user: fc.Arbitrary<User> = fc.record({
  sends: fc.array(fc.record({ at: after, octets: fc.integer({ min: 1, max: 6_000 }) }), {
    maxLength: 4,
  }),
  end: fc.record({
    at: fc.integer({ min: 0, max: 60_000 }),
    call: fc.oneof(
      { weight: 6, arbitrary: fc.constant<Call>({ type: 'CLOSE' }) },
      { weight: 1, arbitrary: fc.constant<Call>({ type: 'ABORT' }) },
    ),
  }),
});

const share = (percent: number) => fc.integer({ min: 0, max: percent }).map((n) => n / 100);
const link = fc.record({
  delay: fc.integer({ min: 0, max: 300 }),
  jitter: fc.integer({ min: 0, max: 400 }),
  loss: share(25),
  duplicate: share(20),
  corrupt: share(5),
  reorder: fc.record({ share: share(30), by: fc.integer({ min: 0, max: 3_000 }) }),
});

/** How a connection may end other than by both FINs; who hears one of these knows that text may be lost. */
const FAILURES: ReadonlySet<string> = new Set([
  'connection reset',
  'connection refused',
  'connection aborted due to user timeout',
]);

/** No run needs half as many steps; two hosts that answer each other for ever need more. */
const MOST_STEPS = 40_000;

/** RECEIVEs that wait at any time. */
const RECEIVES = 4;

interface Seen {
  said: string;
  heard: string;
  failed: boolean;
  calls: number;
}

/** A user that RECEIVEs as text comes, and does what is in `user` once the connection is established. */
function serve(world: World, name: Name, user: User, step: HostStep, seen: Seen): void {
  const call = (later: number, one: Call) =>
    world.at(world.now + later, { kind: 'call', host: name, conn: step.conn, call: one });
  const receive = () => call(0, { type: 'RECEIVE', max: 65_535 });
  for (const effect of step.effects) {
    if (effect.type === 'deliver') {
      seen.heard += Buffer.from(effect.data).toString('latin1');
      if (step.after === 'ESTABLISHED' || step.after.startsWith('FIN-WAIT')) receive();
    }
    if (effect.type !== 'signal') continue;
    if (FAILURES.has(effect.signal)) seen.failed = true;
    if (effect.signal !== 'connection established') continue;
    for (let n = 0; n < RECEIVES; n += 1) receive();
    for (const { at, octets } of user.sends) {
      if (at > user.end.at) continue;
      const data = new Uint8Array(octets).map(() => (seen.calls += 7) % 256);
      call(at, { type: 'SEND', data });
    }
    call(user.end.at, user.end.call);
  }
  const { event } = step;
  const wasOpen = step.before === 'ESTABLISHED' || step.before === 'CLOSE-WAIT';
  if (event.type === 'SEND' && wasOpen) seen.said += Buffer.from(event.data).toString('latin1');
  if (event.type === 'ABORT') seen.failed = true;
}

function playedOn(
  config: Config,
  users: Readonly<Record<Name, User>>,
  way: { readonly delay: number; readonly loss: number },
  seed: number,
) {
  const seen: Record<Name, Seen> = {
    A: { said: '', heard: '', failed: false, calls: 0 },
    B: { said: '', heard: '', failed: false, calls: 128 },
  };
  let steps = 0;
  const address = { A: '10.0.0.1', B: '10.0.0.2' };
  const world = createWorld({
    hosts: NAMES.map((name) => ({
      name,
      title: name,
      address: address[name],
      engine: reference,
      config,
      // Each connection has numbers of its own: an old ACK must not fit a new one.
      isn: (_local, _remote, { drawn }) =>
        ((name === 'A' ? 0xffff_f000 : 0x7fff_f000) + 1_000_000 * drawn) >>> 0,
    })),
    links: [{ between: ['A', 'B'], ...way }],
    seed,
    octets: true,
    record: false,
    onStep(name, step) {
      steps += 1;
      if (steps > MOST_STEPS)
        throw new Error(`more than ${MOST_STEPS} steps, up to ${world.now} ms`);
      serve(world, name as Name, users[name as Name], step, seen[name as Name]);
    },
  });
  const server = { address: address.B, port: 8001 };
  const client = { address: address.A, port: 40_001 };
  world.call('B', 'server', { type: 'OPEN', mode: 'passive', local: server });
  world.call('A', 'client', { type: 'OPEN', mode: 'active', local: client, remote: server });
  world.run(3_600_000);
  const timers = NAMES.map((name) => world.host(name).nextTimer()?.timer ?? null);
  return { seen, timers };
}

it.each(Object.keys(PROFILES) as ProfileName[])(
  'what is sent arrives, in order and once, or somebody is told, in profile %s',
  (profile) => {
    fc.assert(
      fc.property(user, user, link, fc.nat(), (a, b, way, seed) => {
        const { seen, timers } = playedOn(PROFILES[profile], { A: a, B: b }, way, seed);
        expect(timers).toEqual([null, null]);
        for (const [name, peer] of [NAMES, NAMES.toReversed()] as [Name, Name][]) {
          const { heard } = seen[name];
          const { said } = seen[peer];
          expect(said.startsWith(heard), `${name} took a beginning of what was sent`).toBe(true);
          const failed = seen[name].failed || seen[peer].failed;
          if (!failed) expect(heard.length).toBe(said.length);
        }
      }),
      { numRuns: RUNS },
    );
  },
);
