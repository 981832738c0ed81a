/** What a host that calls others has to call with. */
export interface Ports {
  /** The first and the last local port that `connect` may choose. */
  readonly first: number;
  readonly last: number;
  /** How many local addresses it calls from. */
  readonly sources: number;
  /** How many sockets (address and port) it calls. */
  readonly destinations: number;
  /** How long a connection holds its four-tuple after it was closed, s. */
  readonly wait: number;
}

export interface Budget {
  /** Both ends of the range count. */
  readonly ports: number;
  readonly tuples: number;
  /** New connections a second that can be kept up, if this side closes first. */
  readonly rate: number;
}

/** What ports allow. */
export function budget({ first, last, sources, destinations, wait }: Ports): Budget {
  const ports = last - first + 1;
  const tuples = ports * sources * destinations;
  return { ports, tuples, rate: Math.floor(tuples / wait) };
}

/**
 * What speaks against a range: Linux looks for the ports of one parity first and warns if both ends
 * have the same; ports below 32768, where Linux’s own range begins, may belong to services.
 */
export type Warning = 'parity' | 'services';

export function warningsAbout({ first, last }: Pick<Ports, 'first' | 'last'>): readonly Warning[] {
  return [
    ...(first % 2 === last % 2 ? (['parity'] as const) : []),
    ...(first < 32_768 ? (['services'] as const) : []),
  ];
}

/** A field of the form, and the least and greatest value that it takes. */
export const LIMITS = {
  first: [1, 65_535],
  last: [1, 65_535],
  sources: [1, 1000],
  destinations: [1, 1000],
  wait: [1, 600],
} as const satisfies Record<keyof Ports, readonly [number, number]>;

export const FIELDS = Object.keys(LIMITS) as readonly (keyof Ports)[];

/** What a form says as text, or `null` if a number is missing, out of its limits, or the range is empty. */
export function readPorts(said: Readonly<Record<keyof Ports, string>>): Ports | null {
  const read = {} as Record<keyof Ports, number>;
  for (const field of FIELDS) {
    const [least, most] = LIMITS[field];
    const value = /^\d+$/.test(said[field].trim()) ? Number(said[field]) : Number.NaN;
    if (!(value >= least && value <= most)) return null;
    read[field] = value;
  }
  return read.first <= read.last ? read : null;
}

/** Linux’s range and 60 s of TIME-WAIT, one address, one destination. */
export const LINUX: Ports = { first: 32_768, last: 60_999, sources: 1, destinations: 1, wait: 60 };
