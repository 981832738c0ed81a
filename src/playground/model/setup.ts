import type { ProfileName } from '#tcp';

/** The hosts that a playground may have, in order: A and C stand left, B and D right. */
export const HOSTS = ['A', 'B', 'C', 'D'] as const;
export type HostName = (typeof HOSTS)[number];

/** What of a host's TCP can be set in the playground; `null`: as its profile has it. Times in ms. */
export interface Tuning {
  readonly msl: number | null;
  readonly rtoInitial: number | null;
  readonly rtoMin: number | null;
  readonly delayedAck: number | null;
  /** RFC 1337 §3: are resets ignored in TIME-WAIT? */
  readonly rfc1337: boolean | null;
  /** May a SYN reopen a connection in TIME-WAIT? */
  readonly reopen: Reopen | null;
}

/** The ways in which a connection in TIME-WAIT may be opened anew. */
export const REOPENS = ['never', 'sequence', 'RFC 6191'] as const;
export type Reopen = (typeof REOPENS)[number];

/** A host as the reader has set it up. */
export interface HostSetup extends Tuning {
  readonly profile: ProfileName;
  /** The port at which it listens from the beginning; `null`: none. */
  readonly listens: number | null;
  /** How many routers its segments may pass. */
  readonly ttl: number;
  /** Its first initial sequence numbers; those after them are made up. */
  readonly isn: readonly number[];
}

/** What lies between the hosts. Shares in per cent, times in ms. */
export interface RoadSetup {
  /** One way, from a host on the left to one on the right; its links share it evenly. */
  readonly delay: number;
  readonly routers: number;
  /** Does a NAT stand in front of the hosts on the left? */
  readonly nat: boolean;
  /** What each link does by chance. */
  readonly jitter: number;
  readonly loss: number;
  readonly duplicate: number;
  readonly reorder: number;
  readonly corrupt: number;
}

/** A playground before anybody has done anything. */
export interface Setup {
  /** Two to four, in the order of HOSTS. */
  readonly hosts: readonly HostSetup[];
  readonly road: RoadSetup;
  /** Where all chance begins. */
  readonly seed: number;
}

/** The port of servers. */
export const SERVER_PORT = 8001;

const UNTUNED: Tuning = {
  msl: null,
  rtoInitial: null,
  rtoMin: null,
  delayedAck: null,
  rfc1337: null,
  reopen: null,
};

/** A host as it is unless the reader wants it otherwise; `place`: its place among HOSTS. */
export function plainHost(place: number): HostSetup {
  return {
    ...UNTUNED,
    profile: 'rfc9293',
    listens: place === 1 ? SERVER_PORT : null,
    ttl: 64,
    isn: [100 + 200 * place],
  };
}

export const PLAIN_ROAD: RoadSetup = {
  delay: 40,
  routers: 0,
  nat: false,
  jitter: 0,
  loss: 0,
  duplicate: 0,
  reorder: 0,
  corrupt: 0,
};

/** A client, a server that listens, and a link of 40 ms. */
export const PLAIN_SETUP: Setup = {
  hosts: [plainHost(0), plainHost(1)],
  road: PLAIN_ROAD,
  seed: 1,
};

/** The names of a setup's hosts. */
export function hostNames({ hosts }: Setup): readonly HostName[] {
  return HOSTS.slice(0, hosts.length);
}

/** The same setup with so many hosts: those that are there stay as they are. */
export function withHosts(setup: Setup, n: number): Setup {
  const hosts = Array.from({ length: n }, (_, place) => setup.hosts[place] ?? plainHost(place));
  return { ...setup, hosts };
}

/** The same setup with another host in a place. */
export function withHost(setup: Setup, name: HostName, change: Partial<HostSetup>): Setup {
  const place = HOSTS.indexOf(name);
  const hosts = setup.hosts.map((host, i) => (i === place ? { ...host, ...change } : host));
  return { ...setup, hosts };
}
