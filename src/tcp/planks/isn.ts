import { follow } from '../followed.ts';
import { type FourTuple, keyedHash, type Seq } from '../learner.ts';

/** M advances once in 4 µs and comes round in 4.77 h (RFC 9293 §3.4.1). */
const TICK_US = 4;

/**
 * RFC 9293 §3.4.1 and RFC 6528 §3: ISN = M + F(localip, localport, remoteip, remoteport, key).
 * The clock M makes the numbers of one 4-tuple grow, so that a new incarnation is told from the old
 * one (MUST-8); the keyed hash F makes those of different 4-tuples unrelated (SHLD-1, MUST-9).
 */
export function isn({ local, remote }: FourTuple, nowUs: number, key: Uint8Array): Seq {
  const m = Math.floor(nowUs / TICK_US);
  follow('MUST-8');
  const f = keyedHash(key, [local.address, local.port, remote.address, remote.port]);
  follow('SHLD-1');
  follow('MUST-9');
  follow('RFC6528/3');
  // M first: a double holds no more than 53 bits.
  return ((m % 2 ** 32) + f) % 2 ** 32;
}
