import type { Host } from '#network/host.ts';
import type { Endpoint, State, Tcb } from '#tcp';
import { MOMENT } from '#trace/moment.ts';
import type { StepEntry, Trace } from '#trace/trace.ts';
import { tcbBefore, tcbsAt } from './tcb-at.ts';

/** A socket of a host at one moment, as far as anybody knows it. */
export interface SocketSource {
  readonly conn: string;
  /** `null` where a capture does not tell. */
  readonly state: State | null;
  readonly local: Endpoint;
  /** `null`: it listens. */
  readonly remote: Endpoint | null;
  /** `null` in a capture. */
  readonly tcb: Tcb | null;
  /** A listener's queue: how many wait to be accepted, and how many may; `null`: it has no bounds. */
  readonly listener: { readonly waiting: number; readonly backlog: number } | null;
  /** The reader knows that the peer has nothing more to say. */
  readonly endRead: boolean;
}

/** States in which the peer's FIN has come. */
const ENDED: ReadonlySet<State> = new Set(['CLOSE-WAIT', 'CLOSING', 'LAST-ACK', 'TIME-WAIT']);

/** The sockets of a host in a Trace after all that happened up to `ms`. What is CLOSED is none. */
export function socketsAt(trace: Trace, host: string, ms: number): readonly SocketSource[] {
  const seen = seenAt(trace, host, ms);
  const known = [...tcbsAt(trace, host, ms)].map(([conn, tcb]): SocketSource => ({
    ...{ conn, state: tcb.state, local: tcb.local, remote: tcb.remote, tcb, listener: null },
    endRead: ENDED.has(tcb.state) && hasReadEnd(trace, host, conn, ms),
  }));
  return [...seen, ...known];
}

/**
 * The sockets of a live host. `endRead`: whether the program has read the end of a connection, which
 * the host itself cannot tell.
 */
export function socketsOf(
  host: Pick<Host, 'names' | 'tcb' | 'queues'>,
  endRead: (conn: string) => boolean = () => false,
): readonly SocketSource[] {
  return [...host.names()].flatMap((conn): SocketSource[] => {
    const tcb = host.tcb(conn);
    if (tcb === null) return [];
    const { state, local, remote } = tcb;
    const queues = state === 'LISTEN' ? host.queues(conn) : null;
    const listener =
      queues === null ? null : { waiting: queues.accept.length, backlog: queues.backlog };
    return [{ conn, state, local, remote, tcb, listener, endRead: endRead(conn) }];
  });
}

/** Did a RECEIVE learn that the stream has ended: one that waited for the FIN, or one that came after all text? */
function hasReadEnd(trace: Trace, host: string, conn: string, ms: number): boolean {
  return trace.entries.some(
    (entry) =>
      entry.kind === 'step' &&
      entry.host === host &&
      entry.conn === conn &&
      entry.t <= ms + MOMENT &&
      (readsAfterAll(entry) || (endsWaiting(entry) && hasWaiting(trace, entry))),
  );
}

function readsAfterAll({ event, before, effects }: StepEntry): boolean {
  return event.type === 'RECEIVE' && ENDED.has(before) && effects.some(isClosingSignal);
}

/** The FIN arrives. */
function endsWaiting({ before, after, effects }: StepEntry): boolean {
  return !ENDED.has(before) && ENDED.has(after) && effects.some(isClosingSignal);
}

function hasWaiting(trace: Trace, { host, conn, t }: StepEntry): boolean {
  return (tcbBefore(trace, host, conn, t)?.receives.length ?? 0) > 0;
}

function isClosingSignal(effect: StepEntry['effects'][number]): boolean {
  return effect.type === 'signal' && effect.signal === 'connection closing';
}

/** What a capture shows: states and names, and no queues. */
function seenAt(trace: Trace, host: string, ms: number): readonly SocketSource[] {
  const address = trace.hosts.find(({ name }) => name === host)?.address ?? '';
  const states = new Map<string, State | null>();
  for (const entry of trace.entries) {
    if (entry.t > ms + MOMENT) break;
    if (entry.kind === 'seen' && entry.host === host) states.set(entry.conn, entry.after);
  }
  return [...states].flatMap(([conn, state]): SocketSource[] => {
    const [, port, peer, peerPort] = /^(\d+)>\[?([^\]]*?)\]?:(\d+)$/.exec(conn) ?? [];
    if (state === 'CLOSED' || peer === undefined) return [];
    const local = { address, port: Number(port) };
    const remote = { address: peer, port: Number(peerPort) };
    return [{ conn, state, local, remote, tcb: null, listener: null, endRead: false }];
  });
}
