import { octets } from '../octets.ts';
import { isReadable, type Descriptor } from './descriptors.ts';
import { errnoOf } from './errno.ts';
import { connOf } from './opening.ts';
import { asking, at, done, failed, type Answer, type Begun, type World } from './process-types.ts';
import { amountOf, flagsOfCall, isNull } from './transfers.ts';
import { wordsAt, type PlacedCall } from './values.ts';

/** `write` and its kin: a SEND of the stream's next octets. */
export function write({ live }: World, line: PlacedCall, one: Descriptor): Answer {
  const conn = connOf(one, line);
  if (isNull(line)) return failed('EFAULT');
  const data = octets(one.written, amountOf(line));
  const step = live.call(conn, { type: 'SEND', data, push: true });
  const errno = errnoOf('write', step, () => live.takeError(conn));
  if (errno !== null) return failed(errno);
  one.written += data.length;
  return done(data.length);
}

/**
 * `read` and its kin: a RECEIVE when there is something to take, or the end. A script that leaves the
 * result open wants the RECEIVE to wait in TCP.
 */
export function read({ live, system }: World, line: PlacedCall, one: Descriptor): Begun {
  const conn = connOf(one, line);
  if (isNull(line)) return at(failed('EFAULT'));
  const max = amountOf(line);
  const flags = flagsOfCall(line);
  return asking(() => {
    if (!isReadable(one, live) && line.result.kind !== 'any') {
      const goesOn = one.nonBlocking || flags.includes('MSG_DONTWAIT') || line.errno === 'EAGAIN';
      return goesOn ? failed('EAGAIN') : 'waits';
    }
    const tcb = live.tcb(conn);
    const held = tcb?.in ?? new Uint8Array(0);
    // FreeBSD throws away what comes after the reading side was shut; Linux still hands it over.
    if (one.readerGone && system === 'freebsd') {
      if (held.length > 0) live.call(conn, { type: 'RECEIVE', max: held.length });
      return done(0);
    }
    if (one.readerGone && held.length === 0) return done(0);
    if (flags.includes('MSG_PEEK') && tcb !== null) {
      const data = held.slice(0, max);
      return { result: data.length, errno: null, read: { data, from: one.read } };
    }
    const step = live.call(conn, { type: 'RECEIVE', max });
    const errno = errnoOf('read', step, () => live.takeError(conn));
    if (errno !== null) return failed(errno);
    const data = Uint8Array.from(
      step.effects.flatMap((each) => (each.type === 'deliver' ? [...each.data] : [])),
    );
    const from = one.read;
    one.read += data.length;
    return { result: data.length, errno: null, read: { data, from } };
  });
}

/** `shutdown`: CLOSE for what we send; what we read is the socket's own affair. */
export function shutdown({ live, system }: World, line: PlacedCall, one: Descriptor): Answer {
  const [how = ''] = wordsAt(line, 1);
  if (!['SHUT_RD', 'SHUT_WR', 'SHUT_RDWR'].includes(how)) return failed('EINVAL');
  if (one.conn === null) return failed('ENOTCONN');
  const conn = one.conn;
  if (how !== 'SHUT_WR') one.readerGone = true;
  // A FreeBSD socket that has its FIN acknowledged is disconnected by being shut once more.
  const isPast = ['FIN-WAIT-2', 'TIME-WAIT'].includes(live.stateOf(conn));
  if (system === 'freebsd' && isPast) one.readerGone = true;
  if (how === 'SHUT_RD') return live.tcb(conn) === null ? failed('ENOTCONN') : done(0);
  const step = live.call(conn, { type: 'CLOSE' });
  const errno = errnoOf('shutdown', step, () => live.takeError(conn));
  return errno === null ? done(0) : failed(errno);
}

/** `close`: both directions end. With a linger time of 0 the socket layer aborts instead. */
export function close({ live, table }: World, one: Descriptor): Answer {
  table.delete(one.fd);
  if (one.conn === null) return done(0);
  const { linger } = one.options;
  const isAbort = linger?.on === true && linger.seconds === 0 && !one.listens;
  const step = live.call(
    one.conn,
    isAbort ? { type: 'ABORT' } : { type: 'CLOSE', halfDuplex: true },
  );
  const errno = errnoOf('close', step, () => null);
  return errno === null ? done(0) : failed(errno);
}
