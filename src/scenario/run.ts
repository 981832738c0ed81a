import { type Engine, RFC9293, reference, type Segment, type State } from '#tcp';
import { type Agenda, createAgenda } from '#network/agenda.ts';
import { createHost, type Host, type HostStep, type PendingTimer } from '#network/host.ts';
import { isnFrom } from '#network/isn.ts';
import { seededRandom } from '#network/random.ts';
import type { Trace, TraceEntry, TraceHost } from '#trace/trace.ts';
import { callOf, ScenarioError } from './call.ts';
import type { OldSegment, Scenario, ScenarioHost, ScriptLine } from './scenario.ts';
import { oldSegment } from './segments.ts';
import { twoWay } from './two-way.ts';

export interface RunOptions {
  /** Transmissions to lose besides those that the scenario names. */
  readonly lose?: readonly string[];
  /** Engines to play the hosts with, instead of the scenario's own. */
  readonly engines?: { readonly A?: Engine; readonly B?: Engine };
}

/** Where along its way a lost segment is drawn to vanish. */
const LOST_AT = 0.6;

/** What waits in the agenda. */
type Item =
  | { readonly kind: 'line'; readonly line: ScriptLine }
  | { readonly kind: 'old'; readonly old: OldSegment }
  | { readonly kind: 'arrival'; readonly to: string; readonly seg: Segment; readonly id: number };

interface Player {
  readonly setup: ScenarioHost;
  readonly host: Host;
  /** The latest connection, which send, receive, close and abort are about. */
  latest: string | null;
  sent: number;
  state: State;
}

/**
 * Plays a scenario: two hosts, a link, one clock. The same scenario gives the same Trace.
 * Throws ScenarioError when the script asks for what cannot be.
 */
export function runScenario(scenario: Scenario, options: RunOptions = {}): Trace {
  const agenda: Agenda<Item> = createAgenda();
  const lost = new Set([...(scenario.lose ?? []), ...(options.lose ?? [])]);
  const random = seededRandom(scenario.seed ?? 1);
  const entries: TraceEntry[] = [];
  let transits = 0;
  let olds = 0;

  const players = new Map(
    scenario.hosts.map((setup) => {
      const own = scenario.players?.[setup.name] === 'two-way' ? twoWay : reference;
      const engine = options.engines?.[setup.name] ?? own;
      const config = { ...RFC9293, ...setup.config };
      const host = createHost({ engine, config, isn: isnFrom(setup.isn) });
      return [setup.name as string, { setup, host, latest: null, sent: 0, state: 'CLOSED' }];
    }) satisfies [string, Player][],
  ) as Map<string, Player>;

  const playerOf = (name: string): Player => {
    const player = players.get(name);
    if (player === undefined) throw new ScenarioError(`${scenario.id}: there is no host ${name}`);
    return player;
  };
  const peerOf = (name: string): Player => playerOf(name === 'A' ? 'B' : 'A');

  const transmit = (player: Player, seg: Segment, again: boolean, t: number) => {
    player.sent += 1;
    const name = `${player.setup.name}${player.sent}`;
    const vanishes = lost.has(name) || random() < (scenario.loss ?? 0);
    send(name, player.setup.name, seg, again, t, vanishes);
  };

  const send = (
    name: string,
    from: string,
    seg: Segment,
    again: boolean,
    t: number,
    vanishes: boolean,
  ) => {
    const id = transits++;
    const to = peerOf(from).setup.name;
    const until = t + scenario.delay * (vanishes ? LOST_AT : 1);
    const fate = vanishes ? 'lost' : 'delivered';
    entries.push({
      kind: 'transit',
      n: entries.length,
      t,
      from,
      to,
      id,
      name,
      seg,
      again,
      until,
      fate,
    });
    if (!vanishes) agenda.add(until, { kind: 'arrival', to, seg, id });
  };

  const note = (player: Player, step: HostStep, t: number, transit?: number) => {
    player.state = step.after;
    if (step.after !== 'CLOSED' && step.after !== 'LISTEN') player.latest = step.conn;
    if (t >= 0) {
      const { event, effects, diff, by, before, after, conn } = step;
      const where = { kind: 'step', n: entries.length, t, host: player.setup.name, conn } as const;
      const what = { by, before, after, event, effects, diff };
      entries.push(transit === undefined ? { ...where, ...what } : { ...where, ...what, transit });
    }
    for (const effect of step.effects) {
      if (effect.type === 'send') transmit(player, effect.seg, effect.again, t);
    }
  };

  const play = (line: ScriptLine) => {
    const player = playerOf(line.host);
    const { call, opens } = callOf(line, player.setup, scenario);
    const conn = opens ?? player.latest;
    if (conn === null) {
      throw new ScenarioError(
        `${scenario.id}: at ${line.at} ms ${line.host} cannot ${line.do}: it has no connection`,
      );
    }
    if (opens !== undefined) player.latest = opens;
    note(player, player.host.call(conn, call, line.at), line.at);
  };

  const take = (item: Item, t: number) => {
    if (item.kind === 'line') return play(item.line);
    if (item.kind === 'old') {
      olds += 1;
      const seg = oldSegment(item.old, scenario);
      return send(`old${olds}`, item.old.from, seg, false, t, false);
    }
    const player = playerOf(item.to);
    note(player, player.host.receive(item.seg, t), t, item.id);
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

  for (const line of scenario.script) agenda.add(line.at, { kind: 'line', line });
  for (const old of scenario.old ?? []) agenda.add(old.at - scenario.delay, { kind: 'old', old });

  const initial = new Map<string, State>();
  let now = 0;
  for (;;) {
    const next = agenda.next();
    const timer = firstTimer();
    const t = Math.min(
      next ?? Number.POSITIVE_INFINITY,
      timer?.pending.at ?? Number.POSITIVE_INFINITY,
    );
    if (t >= 0 && initial.size === 0) {
      for (const [name, player] of players) initial.set(name, player.state);
    }
    if (t > scenario.until) break;
    now = t;
    if (next === t) take(agenda.take() as Item, t);
    else if (timer !== null) note(timer.player, timer.player.host.fire(timer.pending, t), t);
  }

  const hosts: TraceHost[] = scenario.hosts.map(({ name, title, address, config }) => ({
    name,
    title,
    address,
    config: { ...RFC9293, ...config },
    initial: initial.get(name) ?? 'CLOSED',
  }));
  return { version: 1, hosts, entries, end: Math.max(0, now) };
}
