import type { Config, Endpoint, PortError, PortRequest, PortTable, PortUse } from '../learner.ts';

/*
 * The port clerk. A connection is named by four numbers, so a port can serve many connections at
 * once: what runs out is not the 65535 ports of a host but the free 4-tuples towards one destination.
 */

const UNSPECIFIED: ReadonlySet<string> = new Set(['', '0.0.0.0', '::']);
const isUnspecified = ({ address }: Endpoint): boolean => UNSPECIFIED.has(address);
const isLoopback = ({ address }: Endpoint): boolean =>
  address === '::1' || address.startsWith('127.');

/** Does a connection in TIME-WAIT make way for a new one? RFC 6191 asks for timestamps that have moved on. */
function givesWay(use: PortUse, now: number, config: Config): boolean {
  if (use.state !== 'TIME-WAIT' || use.remote === null || use.timestampAt === null) return false;
  if (config.reuseTimeWait === 'never') return false;
  if (config.reuseTimeWait === 'loopback' && !(isLoopback(use.local) && isLoopback(use.remote))) {
    return false;
  }
  return now - use.timestampAt > config.reuseTimeWaitDelay;
}

/** Every port of the ephemeral range once, from the offset on, without the reserved ones. */
function* candidates({ offset }: PortTable, config: Config): Iterable<number> {
  const [first, last] = config.ephemeralPorts;
  const size = last - first + 1;
  for (let n = 0; n < size; n += 1) {
    const port = first + ((offset + n) % size);
    if (!config.reservedPorts.includes(port)) yield port;
  }
}

/** The first candidate that is free: towards `remote`, or for `bind` altogether. */
export function allocatePort(
  request: PortRequest,
  remote: Endpoint | null,
  table: PortTable,
  now: number,
  config: Config,
): number | PortError {
  const from = (port: number): Endpoint => ({ address: request.local.address, port });

  if (remote === null) {
    for (const port of candidates(table, config)) {
      const refusal = mayBind({ ...request, local: from(port) }, table, config);
      if (refusal === null) return port;
      // No port helps an address that is not ours.
      if (refusal === 'EADDRNOTAVAIL') return refusal;
    }
    return 'EADDRINUSE';
  }

  const isFree = (port: number): boolean => {
    const use = table.between(from(port), remote);
    return use === null || givesWay(use, now, config);
  };
  // A port that the program has chosen: only this one will do.
  const { port } = request.local;
  if (port !== 0) return isFree(port) ? port : 'EADDRNOTAVAIL';

  for (const candidate of candidates(table, config)) {
    // What a program bound to by name is not given away.
    if (isFree(candidate) && ![...table.on(candidate)].some(({ bound }) => bound)) return candidate;
  }
  return 'EADDRNOTAVAIL';
}

/** An address of the host, and nobody at the port who would not share it. */
export function mayBind(request: PortRequest, table: PortTable, config: Config): PortError | null {
  const { local } = request;
  if (!isUnspecified(local) && !isLoopback(local) && !table.addresses.includes(local.address)) {
    return 'EADDRNOTAVAIL';
  }
  for (const use of table.on(local.port)) {
    if (overlaps(local, use.local) && !mayShare(request, use, config)) return 'EADDRINUSE';
  }
  return null;
}

/** One address, or any address on one side. */
const overlaps = (a: Endpoint, b: Endpoint): boolean =>
  isUnspecified(a) || isUnspecified(b) || a.address === b.address;

/**
 * SO_REUSEADDR. Linux asks that both sockets have it and that the other one does not listen
 * (socket(7)). BSD asks the new one only, and lets it bind to all but the very address and port that
 * another socket without a peer holds.
 */
function mayShare(request: PortRequest, use: PortUse, config: Config): boolean {
  if (!request.reuse) return false;
  if (config.reuseAddress === 'both sides') return use.reuse && use.state !== 'LISTEN';
  return use.remote !== null || use.local.address !== request.local.address;
}
