import type { Segment } from '#tcp';
import { follow } from '#tcp/followed.ts';
import { keepStep } from '#trace/kept.ts';
import type { Trace } from '#trace/trace.ts';
import { createAgenda } from './agenda.ts';
import { receive } from './arrival.ts';
import { createCrossing } from './crossing.ts';
import { createFabric, type Departure } from './fabric.ts';
import { createGrasp } from './grasp.ts';
import type { Happening } from './happening.ts';
import { createHost, type Host, type HostStep } from './host.ts';
import { type NatSetup, passNat } from './nat.ts';
import { createNatTable, type NatState, type NatTable } from './nat-table.ts';
import type { Packet } from './packet.ts';
import { createRecorder, NO_RECORD, stepEntry } from './record.ts';
import { route } from './router.ts';
import { createTopology, type Topology } from './topology.ts';
import { WorldError } from './world-error.ts';
import type {
  Actor,
  PlayerState,
  World,
  WorldHost,
  WorldOptions,
  WorldState,
} from './world-types.ts';

export type { ScriptedFate } from './fates.ts';
export type { Forged, Grip, Happening } from './happening.ts';
export type { LinkSetup } from './link.ts';
export type { NatSetup } from './nat.ts';
export type { RouterSetup } from './router.ts';
export { WorldError } from './world-error.ts';
export type { Actor, World, WorldHost, WorldOptions, WorldState } from './world-types.ts';

/** RFC 5382 REQ-5, ms. */
const NAT_IDLE = 7_440_000;
const NAT_TRANSITORY = 240_000;

interface Player {
  readonly setup: WorldHost;
  readonly host: Actor;
  readonly state: PlayerState;
}

/** A copy that shares nothing with the original that is ever written to. */
const copyOf = <T>(data: T): T => structuredClone(data);

function blankState({ hosts, nats = [], seed = 1 }: WorldOptions): WorldState {
  return {
    now: null,
    initial: null,
    kept: {},
    agenda: { entered: 0, heap: [] },
    fabric: { dice: { state: seed >>> 0 }, counts: [], ids: 0, sent: {} },
    cut: [],
    nats: Object.fromEntries(nats.map(({ name }) => [name, []])),
    players: Object.fromEntries(
      hosts.map(({ name }) => [name, { state: 'CLOSED', latest: null } as const]),
    ),
    hosts: {},
    entries: [],
  };
}

function requireSameNodes(own: WorldState, saved: WorldState): void {
  for (const nodes of ['players', 'nats'] as const) {
    const [here, there] = [own, saved].map((state) => Object.keys(state[nodes]).sort().join(' '));
    if (here !== there)
      throw new WorldError(`the saved world has other nodes: ${there}, not ${here}`);
  }
}

function topologyOf(
  { hosts, routers = [], nats = [], links }: WorldOptions,
  cut: number[],
): Topology {
  const addresses = new Map<string, string>();
  for (const { name, address } of [...hosts, ...routers, ...nats]) {
    if (addresses.has(name)) throw new WorldError(`two nodes are called ${name}`);
    addresses.set(name, address);
  }
  const passing = new Set([...routers, ...nats].map(({ name }) => name));
  return createTopology({ addresses, passing, links, cut });
}

/**
 * A world in which nothing has happened yet; or, with `saved`, one that goes on where `save` left
 * it: with the same options, to the very same Trace. `saved` stays as it is. Throws WorldError on a
 * world that cannot be.
 */
export function createWorld(options: WorldOptions, saved?: WorldState): World {
  const { hosts, routers = [], nats = [], octets = false, onStep, afterStep } = options;
  const blank = blankState(options);
  const state = saved === undefined ? blank : copyOf(saved);
  requireSameNodes(blank, state);
  const { entries, fabric: fabricState } = state;

  const agenda = createAgenda(state.agenda);
  const topology = topologyOf(options, state.cut);
  const recorder = options.record === false ? NO_RECORD : createRecorder(entries);
  const now = () => state.now ?? 0;
  const cross = createCrossing({
    topology,
    agenda,
    fates: options.fates ?? [],
    state: fabricState,
    hosts: new Set(hosts.map(({ name }) => name)),
  });
  const grasp = createGrasp({
    ...{ agenda, recorder, now, state: fabricState },
    hosts: new Set(hosts.map(({ name }) => name)),
  });
  const fabric = createFabric({ topology, cross, recorder, state: fabricState, octets, now });

  const players = new Map<string, Player>();
  const engineHosts = new Map<string, Host>();
  for (const setup of hosts) {
    // Without a Trace nobody sees what a step changed.
    const diffs = recorder.isOn || onStep !== undefined;
    const host = createHost({ addresses: [setup.address], diffs, ...setup });
    const kept = state.hosts[setup.name];
    if (kept !== undefined) host.restore(kept);
    if (setup.actor === undefined) engineHosts.set(setup.name, host);
    const player = { setup, host: setup.actor ?? host };
    players.set(setup.name, { ...player, state: state.players[setup.name] as PlayerState });
  }
  const cast = [...players.values()];
  const tables = new Map<string, NatTable>();
  for (const { name, idle = NAT_IDLE, transitory = NAT_TRANSITORY } of nats) {
    tables.set(name, createNatTable(state.nats[name] as NatState, { idle, transitory }));
  }

  const playerOf = (name: string): Player => {
    const player = players.get(name);
    if (player === undefined) throw new WorldError(`there is no host ${name}`);
    return player;
  };

  const note = (player: Player, step: HostStep, transit?: number) => {
    const { name, ttl } = player.setup;
    if (ttl !== undefined) follow('MUST-49');
    player.state.state = step.after;
    if (step.after !== 'CLOSED' && step.after !== 'LISTEN') player.state.latest = step.conn;
    onStep?.(name, step);
    if (recorder.isOn && now() >= 0) {
      recorder.add(stepEntry(recorder.next, now(), name, step, transit));
    } else if (recorder.isOn) {
      state.kept[name] = keepStep(state.kept[name] ?? [], step);
    }
    for (const effect of step.effects) {
      if (effect.type !== 'send') continue;
      const departure: Departure = { seg: effect.seg, again: effect.again };
      fabric.send(name, ttl === undefined ? departure : { ...departure, ttl });
    }
    afterStep?.(name, step);
  };

  const call = (
    player: Player,
    conn: string | null,
    what: Extract<Happening, { kind: 'call' }>['call'],
  ) => {
    const name = conn ?? player.state.latest;
    if (name === null) {
      const { name: host } = player.setup;
      const does = what.type.toLowerCase();
      throw new WorldError(`at ${now()} ms ${host} cannot ${does}: it has no connection`);
    }
    if (what.type === 'OPEN') player.state.latest = name;
    note(player, player.host.call(name, what, now()));
  };

  const crash = ({ setup: { name }, host, state: mine }: Player) => {
    const lost = [...host.names()];
    host.crash(now());
    mine.state = 'CLOSED';
    mine.latest = null;
    if (now() < 0) state.kept[name] = [];
    if (now() >= 0) recorder.add({ kind: 'crash', n: recorder.next, t: now(), host: name, lost });
  };

  const arrive = (node: string, via: string, packet: Packet) => {
    const player = players.get(node);
    if (player !== undefined) {
      const { id } = packet;
      const arrival = receive(packet, player.host, player.setup.engine, now());
      if (arrival.step !== null) return note(player, arrival.step, id);
      const { why, rule } = arrival;
      if (now() >= 0)
        recorder.add({
          kind: 'discard',
          n: recorder.next,
          t: now(),
          host: node,
          transit: id,
          why,
          rule,
        });
      return;
    }
    const router = routers.find(({ name }) => name === node);
    if (router !== undefined) return route(router, packet, fabric);
    const nat = nats.find(({ name }) => name === node) as NatSetup;
    const table = tables.get(node) as NatTable;
    const next = topology.nextHop(node, packet.dst);
    const toInside = typeof next !== 'string' && nat.inside.includes(next.node);
    passNat(nat, table, packet, { fromInside: nat.inside.includes(via), toInside }, fabric);
  };

  const plug = (between: readonly [string, string], up: boolean) => {
    topology.plug(between, up);
    if (now() >= 0) recorder.add({ kind: 'plug', n: recorder.next, t: now(), between, up });
  };

  const inject = (from: string, seg: Segment, name: string) =>
    fabric.send(from, { seg, name, isSafe: true });

  const take = (happening: Happening) => {
    switch (happening.kind) {
      case 'arrival':
        return arrive(happening.node, happening.via, happening.packet);
      case 'call':
        return call(playerOf(happening.host), happening.conn, happening.call);
      case 'inject':
        return inject(happening.from, happening.seg, happening.name);
      case 'crash':
        return crash(playerOf(happening.host));
      case 'plug':
        return plug(happening.between, happening.up);
      case 'grip':
        return grasp(happening.name, happening.grip);
    }
  };

  /** Takes what comes next, if its time is `until` at the latest; the agenda goes before the timers. */
  const advance = (until: number): boolean => {
    let player: Player | null = null;
    let expires = Number.POSITIVE_INFINITY;
    for (const each of cast) {
      const due = each.host.nextDue();
      if (due >= expires) continue;
      player = each;
      expires = due;
    }
    const next = agenda.next() ?? Number.POSITIVE_INFINITY;
    const t = Math.min(next, expires);
    if (!Number.isFinite(t) || t > until) return false;
    if (t >= 0 && state.initial === null) begin();
    state.now = t;
    if (next > expires) {
      const timer = player?.host.nextTimer() ?? null;
      if (player !== null && timer !== null) note(player, player.host.fire(timer, t));
      return true;
    }
    const happening = agenda.take();
    if (happening !== undefined) take(happening);
    return true;
  };

  const begin = () => {
    state.initial = Object.fromEntries(cast.map((each) => [each.setup.name, each.state.state]));
    recorder.begin();
  };

  return {
    get now() {
      return now();
    },
    at: (ms, happening) => agenda.add(ms, happening),
    call: (name, conn, what) => call(playerOf(name), conn, what),
    inject,
    host: (name) => {
      const host = engineHosts.get(playerOf(name).setup.name);
      if (host === undefined) throw new WorldError(`an actor plays the host ${name}`);
      return host;
    },
    note: (name, step) => note(playerOf(name), step),
    run(until): Trace {
      while (advance(until));
      if (until >= 0 && state.initial === null) begin();
      return {
        version: 1,
        hosts: hosts.map(({ name, title, address, config }) => {
          const initial = state.initial?.[name] ?? 'CLOSED';
          const kept = state.kept[name] ?? [];
          return { name, title, address, config, initial, ...(kept.length > 0 ? { kept } : {}) };
        }),
        entries: [...entries],
        end: Math.max(0, now()),
      };
    },
    save() {
      const kept = cast.map(({ setup: { name } }) => [name, this.host(name).save()]);
      return copyOf({ ...state, hosts: Object.fromEntries(kept) as WorldState['hosts'] });
    },
  };
}
