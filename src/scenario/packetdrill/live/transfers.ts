import { PktError } from '../ast.ts';
import { numberAt, vectorLength, wordsAt, type PlacedCall } from './values.ts';

/** Calls that read, and where their count of octets and their flags stand. */
export const READS = ['read', 'readv', 'recv', 'recvfrom', 'recvmsg'];
export const WRITES = ['write', 'writev', 'send', 'sendto', 'sendmsg'];

/** More than this a script has no reason to write at once, octets. */
const MOST = 2 ** 26;

/** How many octets a call wants to read or write. @throws PktError if that makes no sense */
export function amountOf(line: PlacedCall): number {
  const amount = countOf(line);
  if (amount >= 0 && amount <= MOST) return amount;
  throw new PktError(line.place, `${line.name}() can move from 0 to ${MOST} octets, not ${amount}`);
}

function countOf(line: PlacedCall): number {
  if (['readv', 'writev', 'recvmsg', 'sendmsg'].includes(line.name))
    return vectorLength(line.args[1]);
  return numberAt(line, 2, 'the number of octets');
}

/** The flags of a call, `MSG_PEEK` and the like. */
export function flagsOfCall(line: PlacedCall): readonly string[] {
  const index = ['recvmsg', 'sendmsg'].includes(line.name) ? 2 : 3;
  return wordsAt(line, index).filter((word) => word.startsWith('MSG_'));
}

const KNOWN_FLAGS = ['MSG_DONTWAIT', 'MSG_NOSIGNAL', 'MSG_PEEK', 'MSG_WAITALL'];

/** Why a call that reads or writes cannot be played, or `null`. */
export function transferNeeds(line: PlacedCall): string | null {
  const flags = flagsOfCall(line);
  const isShort = line.result.kind === 'number' && line.result.number < amountOf(line);
  if (WRITES.includes(line.name) && !flags.includes('MSG_FASTOPEN')) {
    const isRefused = line.errno === 'EAGAIN' || line.errno === 'ENOBUFS';
    if (line.until !== null || isRefused || (line.errno === null && isShort)) {
      return 'a send buffer with a bound';
    }
  }
  if (flags.includes('MSG_FASTOPEN')) return 'TCP Fast Open (RFC 7413)';
  if (flags.includes('MSG_MORE')) return 'corking (MSG_MORE)';
  const strange = flags.find((flag) => !KNOWN_FLAGS.includes(flag));
  if (strange !== undefined) return `the flag ${strange}`;
  const message = line.args[1];
  const control = message?.kind === 'fields' ? message.fields['msg_control'] : undefined;
  return control === undefined ? null : 'control messages of sendmsg() and recvmsg()';
}

/** Is the buffer a null pointer? */
export function isNull(line: PlacedCall): boolean {
  return wordsAt(line, 1).includes('NULL');
}
