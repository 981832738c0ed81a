import {
  add,
  type Config,
  type Effect,
  type Engine,
  type Segment,
  step,
  type StepResult,
  type Tcb,
  type TcpEvent,
} from '#tcp';
import { follow } from '#tcp/followed.ts';
import { runWith } from '#tcp/running.ts';
import { bothDiffs } from '#trace/kept.ts';
import type { Connection } from './connections.ts';
import {
  announcedMss,
  expectsCookies,
  isCall,
  mayBringCookie,
  rememberedSyn,
  unmeasured,
} from './cookie.ts';
import { hostStep, queueStep } from './host-step.ts';
import type { HostStep } from './host-types.ts';
import { isOver, type Registry } from './registry.ts';

/** RFC 4987 §2.2 names the backlog, §3.6 the cookies; no standard says more of queues. */
const BACKLOG = 'RFC4987/2.2';
const COOKIE = 'RFC4987/3.6';

const NO_ROOM: readonly Effect[] = [
  { type: 'drop', why: 'the listener has no room', rule: BACKLOG },
];

export interface DoorstepOptions {
  readonly engine: Engine;
  readonly config: Config;
  /** The secret of the cookies. */
  readonly key: Uint8Array;
  readonly registry: Registry;
  take(tcb: Tcb | null, event: TcpEvent, now: number): StepResult;
}

/** What stands between callers and a listener: its two queues, and cookies. */
export interface Doorstep {
  /** Somebody knocks at a listener: whom it lets in becomes a connection. */
  knock(listener: Connection, seg: Segment, now: number): HostStep;
  /** A SYN would open a connection in TIME-WAIT anew. `null`: there is room for it. */
  reopens(listener: Connection, connection: Connection, event: TcpEvent): HostStep | null;
  /** A handshake would be complete. `null`: there is room for the connection. */
  establishes(connection: Connection, event: TcpEvent, now: number): HostStep | null;
}

/** The doorstep of a host. */
export function createDoorstep(options: DoorstepOptions): Doorstep {
  const { engine, config, key, registry, take } = options;
  const { functions } = engine;

  /** What a cookie cannot carry is not offered (RFC 4987 §3.6). */
  const bare: Config = { ...config, windowScale: null, timestamps: false, sack: false };

  const fresh = ({ tcb }: Connection, { src, dst }: Segment): Tcb => ({
    ...tcb,
    local: dst,
    remote: src,
  });

  const welcome = (listener: Connection, name: string, tcb: Tcb) => {
    const { listening, bound, reuse } = listener;
    if (listening !== null) listening.children += 1;
    registry.keep(name, tcb, { parent: listening?.queues ? listener : null, bound, reuse });
  };

  /** Answers a SYN with a cookie, and forgets it. */
  const sendCookie = (listener: Connection, seg: Segment, now: number, byLearner: boolean) => {
    const tuple = { local: seg.dst, remote: seg.src };
    const event = { type: 'SEGMENT-ARRIVES', seg } as const;
    const isn = () => functions.makeCookie(tuple, seg.seq, announcedMss(seg), now, key);
    const answer = step(engine, fresh(listener, seg), event, { now, config: bare, isn });
    const effects = answer.effects
      .filter(({ type }) => type === 'send' || type === 'drop')
      .map((effect): Effect => (effect.type === 'send' ? { ...effect, rule: COOKIE } : effect));
    if (answer.tcb?.state === 'SYN-RECEIVED') {
      registry.counters.SyncookiesSent += 1;
      if (listener.listening !== null) listener.listening.cookieAt = now;
    }
    const { name } = listener;
    return queueStep(name, 'LISTEN', event, effects, byLearner || answer.by === 'learner');
  };

  /** The connection that a cookie stands for. `null`: there is no cookie in this segment. */
  const takeCookie = (
    listener: Connection,
    seg: Segment,
    name: string,
    now: number,
  ): HostStep | null => {
    const { listening } = listener;
    const queues = listening?.queues;
    if (!listening || !queues) return null;
    const tuple = { local: seg.dst, remote: seg.src };
    const { value: mss } = runWith(engine, () => functions.checkCookie(tuple, seg, now, key));
    if (mss === null) {
      registry.counters.SyncookiesFailed += 1;
      return null;
    }
    const event = { type: 'SEGMENT-ARRIVES', seg } as const;
    const room = runWith(engine, () => functions.onAck(queues, name, config));
    if (room.value.answer !== 'establish') {
      listening.queues = room.value.queues;
      if (room.value.answer === 'reset') return null;
      return queueStep(listener.name, 'LISTEN', event, NO_ROOM, room.learnerActed);
    }

    const env = { now, config: bare, isn: () => add(seg.ack, -1) };
    const syn = { type: 'SEGMENT-ARRIVES', seg: rememberedSyn(seg, mss) } as const;
    const half = step(engine, fresh(listener, seg), syn, env);
    if (isOver(half.tcb)) return null;
    const whole = step(engine, unmeasured(half.tcb), event, env);
    if (isOver(whole.tcb)) return null;
    listening.queues = room.value.queues;
    registry.counters.SyncookiesRecv += 1;
    follow(COOKIE);
    welcome(listener, name, whole.tcb);
    const diff = bothDiffs(half.diff, whole.diff);
    return hostStep(name, 'LISTEN', event, { ...whole, diff, cites: [...whole.cites, COOKIE] });
  };

  return {
    knock(listener, seg, now) {
      const { listening } = listener;
      const event = { type: 'SEGMENT-ARRIVES', seg } as const;
      const name = `${listener.name}.${(listening?.children ?? 0) + 1}`;
      const queues = listening?.queues ?? null;

      if (listening && queues && isCall(seg)) {
        const room = runWith(engine, () => functions.onSyn(queues, name, config));
        const { answer } = room.value;
        listening.queues = room.value.queues;
        if (answer === 'drop') {
          return queueStep(listener.name, 'LISTEN', event, NO_ROOM, room.learnerActed);
        }
        if (answer === 'cookie') return sendCookie(listener, seg, now, room.learnerActed);
      }
      if (listening && mayBringCookie(seg) && expectsCookies(listening.cookieAt, now)) {
        const taken = takeCookie(listener, seg, name, now);
        if (taken !== null) return taken;
      }

      const result = take(fresh(listener, seg), event, now);
      if (!isOver(result.tcb)) {
        follow('MUST-45');
        welcome(listener, name, result.tcb);
      }
      // The engine refused what the queue had let in.
      else if (listening && isCall(seg)) listening.queues = queues;
      return hostStep(name, listener.tcb.state, event, result);
    },

    reopens(listener, connection, event) {
      const { listening, bound, reuse } = listener;
      const queues = listening?.queues;
      if (listening && queues) {
        const room = runWith(engine, () => functions.onSyn(queues, connection.name, config));
        // A connection that exists needs no cookie: only a full accept queue keeps it out.
        if (room.value.answer === 'drop') {
          listening.queues = room.value.queues;
          const { name, tcb } = connection;
          return queueStep(name, tcb.state, event, NO_ROOM, room.learnerActed);
        }
        listening.queues = { ...queues, syn: [...queues.syn, connection.name] };
      }
      Object.assign(connection, { parent: queues ? listener : null, bound, reuse });
      return null;
    },

    establishes(connection, event, now) {
      const { name, parent, tcb } = connection;
      const listening = parent?.listening;
      const queues = listening?.queues;
      if (!listening || !queues?.syn.includes(name)) return null;
      const room = runWith(engine, () => functions.onAck(queues, name, config));
      listening.queues = room.value.queues;
      if (room.value.answer === 'establish') return null;
      if (room.value.answer === 'ignore') {
        return queueStep(name, tcb.state, event, NO_ROOM, room.learnerActed);
      }
      // The answer of a host that has no such connection.
      const { effects } = take(null, event, now);
      const end: Effect = { type: 'state', from: tcb.state, to: 'CLOSED', rule: BACKLOG };
      registry.settle(connection, null);
      const refused = queueStep(name, tcb.state, event, [...effects, end], room.learnerActed);
      return { ...refused, after: 'CLOSED' };
    },
  };
}
