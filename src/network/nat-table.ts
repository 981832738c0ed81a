import type { Ctl, Endpoint } from '#tcp';

/** How long a NAT remembers. Times in ms. */
export interface NatTimes {
  /** Silence after which an established connection is forgotten; 2 h 4 min by RFC 5382 REQ-5. */
  readonly idle: number;
  /** The same for one that is just being opened or closed; 4 min by RFC 5382 REQ-5. */
  readonly transitory: number;
}

/** A connection that goes through a NAT: plain data. */
export interface NatSession {
  readonly inside: Endpoint;
  /** The port that stands for `inside` in the world outside. */
  readonly port: number;
  readonly remote: Endpoint;
  /** When something of it last passed, ms. */
  last: number;
  /** Which of its ends were heard to say SYN and FIN; whether either said RST. */
  readonly syn: { inside: boolean; outside: boolean };
  readonly fin: { inside: boolean; outside: boolean };
  rst: boolean;
}

/** All that a NAT remembers, the oldest first: plain data. */
export type NatState = NatSession[];

/** The table of a NAT. */
export interface NatTable {
  /** The session from inside to `remote`, if it is still remembered. */
  fromInside(inside: Endpoint, remote: Endpoint, now: number): NatSession | null;
  /** The session that `remote` means when it writes to the NAT's `port`. */
  fromOutside(port: number, remote: Endpoint, now: number): NatSession | null;
  /**
   * A new session. Its port is the one that stands for `inside` already (RFC 5382 REQ-1), else the
   * same as inside where that is free, else the next that is; `null` if none is.
   */
  open(inside: Endpoint, remote: Endpoint, now: number): NatSession | null;
  /** A segment of the session passes. */
  note(session: NatSession, side: 'inside' | 'outside', ctl: Ctl, now: number): void;
}

const FIRST_PORT = 1024;
const PORTS = 65_536;

const isSame = (one: Endpoint, other: Endpoint): boolean =>
  one.port === other.port && one.address === other.address;

/** A table on the given state, which it writes to. */
export function createNatTable(state: NatState, { idle, transitory }: NatTimes): NatTable {
  const isOver = ({ last, syn, fin, rst }: NatSession, now: number): boolean => {
    const isOpen = syn.inside && syn.outside && !(fin.inside && fin.outside) && !rst;
    return now - last >= (isOpen ? idle : transitory);
  };

  const forgetOld = (now: number) => {
    const kept = state.filter((session) => !isOver(session, now));
    state.splice(0, state.length, ...kept);
  };

  const choosePort = (inside: Endpoint): number | null => {
    const mapped = state.find((session) => isSame(session.inside, inside));
    if (mapped !== undefined) return mapped.port;
    const taken = new Set(state.map(({ port }) => port));
    if (!taken.has(inside.port)) return inside.port;
    for (let tried = 1; tried < PORTS - FIRST_PORT; tried += 1) {
      const offset = Math.max(0, inside.port - FIRST_PORT) + tried;
      const port = FIRST_PORT + (offset % (PORTS - FIRST_PORT));
      if (!taken.has(port)) return port;
    }
    return null;
  };

  return {
    fromInside: (inside, remote, now) =>
      state.find(
        (one) => isSame(one.inside, inside) && isSame(one.remote, remote) && !isOver(one, now),
      ) ?? null,
    fromOutside: (port, remote, now) =>
      state.find((one) => one.port === port && isSame(one.remote, remote) && !isOver(one, now)) ??
      null,
    open(inside, remote, now) {
      forgetOld(now);
      const port = choosePort(inside);
      if (port === null) return null;
      const session: NatSession = {
        inside,
        port,
        remote,
        last: now,
        syn: { inside: false, outside: false },
        fin: { inside: false, outside: false },
        rst: false,
      };
      state.push(session);
      return session;
    },
    note(session, side, ctl, now) {
      session.last = now;
      if (ctl.syn) {
        // A new connection between the same sockets: the old one's end no longer counts.
        if (!ctl.ack) Object.assign(session.fin, { inside: false, outside: false });
        if (!ctl.ack) session.rst = false;
        session.syn[side] = true;
      }
      if (ctl.fin) session.fin[side] = true;
      if (ctl.rst) session.rst = true;
    },
  };
}
