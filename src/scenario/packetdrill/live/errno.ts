import type { HostStep } from '#network/host.ts';
import type { Signal } from '#tcp';

/** What errors of RFC 9293 become in the socket world, whatever the call. */
const ERRORS: Readonly<Partial<Record<Signal, string>>> = {
  'remote socket unspecified': 'ENOTCONN',
  'remote socket invalid': 'ENETUNREACH',
  'connection already exists': 'EISCONN',
  'connection illegal for this process': 'EACCES',
  'insufficient resources': 'ENOBUFS',
};

/**
 * The error number that a call gives to its process. RFC 9293 answers with errors in words; a socket
 * turns them into numbers, and `takeError` remembers why the connection ended until a call can say so.
 */
export function errnoOf(
  call: 'open' | 'write' | 'read' | 'shutdown' | 'close',
  { effects }: HostStep,
  takeError: () => string | null,
): string | null {
  const signals = effects.flatMap((effect) => (effect.type === 'signal' ? [effect.signal] : []));
  const error = signals.map((signal) => ERRORS[signal]).find((errno) => errno !== undefined);
  if (error !== undefined) return error;
  // A second CLOSE may be answered "ok" (§3.10.4); a RECEIVE has reached the end.
  if (signals.includes('connection closing')) return call === 'write' ? 'EPIPE' : null;
  if (!signals.includes('connection does not exist') || call === 'close') return null;
  const rest = { write: 'EPIPE', shutdown: 'ENOTCONN', read: null, open: null } as const;
  return takeError() ?? rest[call];
}
