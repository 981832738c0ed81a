import type { HostEntry, HostRecord } from '#network/replay.ts';
import type { Signal } from '#tcp';

/** Why a connection ended that its process did not end, and how the process hears of it. */
const ENDINGS: Readonly<Partial<Record<Signal, string>>> = {
  'connection reset': 'ECONNRESET',
  'connection refused': 'ECONNREFUSED',
  'connection aborted due to user timeout': 'ETIMEDOUT',
};

/** What other errors of RFC 9293 become, whatever the call. */
const ERRORS: Readonly<Partial<Record<Signal, string>>> = {
  'remote socket unspecified': 'ENOTCONN',
  'connection already exists': 'EISCONN',
  'connection illegal for this process': 'EACCES',
  'insufficient resources': 'ENOBUFS',
};

/** Was this step set off by the input? */
export function isInput(entry: HostEntry, input: number): boolean {
  return 'input' in entry.cause && entry.cause.input === input;
}

/**
 * What the system call `name`, which made the user call `input`, gives to its process. RFC 9293
 * answers with errors in words; a socket turns them into error numbers, and remembers why the
 * connection ended until a call can say so.
 */
export function returnOf(
  name: string,
  input: number,
  { entries }: HostRecord,
): { readonly octets: number; readonly errno: string | null } {
  const at = entries.findIndex((entry) => isInput(entry, input));
  const entry = entries[at];
  if (entry === undefined) return { octets: 0, errno: 'EBADF' };
  const errno = errnoOf(name, entry, entries.slice(0, at));
  if (entry.event.type === 'SEND') return { octets: entry.event.data.length, errno };
  const read = entry.effects.map((each) => (each.type === 'deliver' ? each.data.length : 0));
  return { octets: read.reduce((sum, each) => sum + each, 0), errno };
}

function errnoOf(name: string, entry: HostEntry, before: readonly HostEntry[]): string | null {
  const signals = signalsOf(entry);
  const error = signals.map((signal) => ERRORS[signal]).find((errno) => errno !== undefined);
  if (error !== undefined) return error;
  if (signals.includes('connection closing')) {
    // A second CLOSE may be answered "ok" (§3.10.4); a RECEIVE has reached the end.
    return name === 'write' ? 'EPIPE' : null;
  }
  if (!signals.includes('connection does not exist') || name === 'close') return null;
  const rest: Readonly<Record<string, string>> = { write: 'EPIPE', shutdown: 'ENOTCONN' };
  return ending(entry.conn, before) ?? rest[name] ?? null;
}

/** How the connection ended, if no call has told its process yet. */
function ending(conn: string, before: readonly HostEntry[]): string | null {
  let errno: string | null = null;
  for (const signals of before.filter((entry) => entry.conn === conn).map(signalsOf)) {
    if (signals.includes('connection does not exist')) errno = null;
    for (const signal of signals) errno = ENDINGS[signal] ?? errno;
  }
  return errno;
}

function signalsOf({ effects }: HostEntry): readonly Signal[] {
  return effects.flatMap((effect) => (effect.type === 'signal' ? [effect.signal] : []));
}
