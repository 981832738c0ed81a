import type { Call, Config, Engine, Segment, State } from '#tcp';
import type { StepEntry, Trace, TraceEntry, TransitEntry } from '#trace/trace.ts';
import { createAgenda } from './agenda.ts';
import { createHost, type Host, type HostStep, type PendingTimer } from './host.ts';
import type { Link } from './link.ts';

/** A host of the world: what the Trace says of it, and what plays it. */
export interface WorldHost {
  readonly name: string;
  readonly title: string;
  readonly address: string;
  readonly engine: Engine;
  readonly config: Config;
  isn(): number;
}

export interface WorldOptions {
  readonly hosts: readonly [WorldHost, WorldHost];
  readonly link: Link;
  /** Hears of every step, before what it sent is on its way. */
  onStep?(host: string, step: HostStep): void;
}

/**
 * Two hosts, the link between them, one virtual clock in ms, and the record of what happens. What
 * happens before time 0 sets the stage and is not recorded, but for what is then still on its way.
 */
export interface World {
  /** Does something at a time. Actions at one time come in the order of their entry. */
  at(ms: number, action: () => void): void;
  /** A user call, now. Throws HostError. */
  call(host: string, conn: string, call: Call): void;
  /** Puts a segment that no TCP here sent onto the link, now; it is never lost. */
  inject(from: string, seg: Segment, name: string, delay: number): void;
  /** Lets the clock run until nothing is left to happen, or `until`; returns the record. */
  run(until: number): Trace;
}

interface Player {
  readonly setup: WorldHost;
  readonly host: Host;
  sent: number;
  /** The state its latest step led to. */
  state: State;
}

/** A world in which nothing has happened yet. */
export function createWorld({ hosts, link, onStep }: WorldOptions): World {
  const agenda = createAgenda<() => void>();
  const entries: TraceEntry[] = [];
  const players = new Map<string, Player>();
  for (const setup of hosts) {
    players.set(setup.name, { setup, host: createHost(setup), sent: 0, state: 'CLOSED' });
  }
  let now = Number.NEGATIVE_INFINITY;
  let transits = 0;

  const playerOf = (name: string): Player => {
    const player = players.get(name);
    if (player === undefined) throw new Error(`there is no host ${name}`);
    return player;
  };
  const peerOf = (name: string): Player =>
    playerOf(name === hosts[0].name ? hosts[1].name : hosts[0].name);

  const record = (entry: Omit<StepEntry, 'n'> | Omit<TransitEntry, 'n'>) => {
    const seen = entry.kind === 'transit' ? entry.until : entry.t;
    if (seen >= 0) entries.push({ ...entry, n: entries.length });
  };

  const travel = (
    from: string,
    name: string,
    seg: Segment,
    again: boolean,
    fate: ReturnType<Link>,
  ) => {
    const id = transits++;
    const to = peerOf(from);
    const until = now + fate.after;
    const outcome = fate.lost ? 'lost' : 'delivered';
    const way = { kind: 'transit', t: now, from, to: to.setup.name, until, fate: outcome } as const;
    record({ ...way, id, name, seg, again });
    if (!fate.lost) agenda.add(until, () => note(to, to.host.receive(seg, now), id));
  };

  const note = (player: Player, step: HostStep, transit?: number) => {
    const { name } = player.setup;
    player.state = step.after;
    onStep?.(name, step);
    const entry = { kind: 'step', t: now, host: name, ...step } as const;
    record(transit === undefined ? entry : { ...entry, transit });
    for (const effect of step.effects) {
      if (effect.type !== 'send') continue;
      player.sent += 1;
      const transmission = `${name}${player.sent}`;
      travel(name, transmission, effect.seg, effect.again, link(transmission));
    }
  };

  const firstTimer = (): { player: Player; pending: PendingTimer } | null => {
    let first: { player: Player; pending: PendingTimer } | null = null;
    for (const player of players.values()) {
      const pending = player.host.nextTimer();
      if (pending !== null && (first === null || pending.at < first.pending.at)) {
        first = { player, pending };
      }
    }
    return first;
  };

  /** Takes what comes next, if it comes before `limit`; the agenda goes before the timers. */
  const advance = (within: (t: number) => boolean): boolean => {
    const next = agenda.next() ?? Number.POSITIVE_INFINITY;
    const timer = firstTimer();
    const expires = timer?.pending.at ?? Number.POSITIVE_INFINITY;
    const t = Math.min(next, expires);
    if (!Number.isFinite(t) || !within(t)) return false;
    now = t;
    if (next <= expires) agenda.take()?.();
    else if (timer !== null) note(timer.player, timer.player.host.fire(timer.pending, t));
    return true;
  };

  return {
    at: (ms, action) => agenda.add(ms, action),
    call: (name, conn, call) => {
      const player = playerOf(name);
      note(player, player.host.call(conn, call, now));
    },
    inject: (from, seg, name, delay) =>
      travel(from, name, seg, false, { after: delay, lost: false }),
    run(until) {
      while (advance((t) => t < 0));
      const initial = new Map([...players].map(([name, { state }]) => [name, state]));
      while (advance((t) => t <= until));
      return {
        version: 1,
        hosts: hosts.map(({ name, title, address, config }) => ({
          name,
          title,
          address,
          config,
          initial: initial.get(name) ?? 'CLOSED',
        })),
        entries,
        end: Math.max(0, now),
      };
    },
  };
}
