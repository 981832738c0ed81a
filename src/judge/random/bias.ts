import type { Config, State } from '#tcp';

/**
 * What may happen to a connection when cases are drawn.
 *
 * - `answer`: what a well-behaved peer would say next: the next segment of the handshake, or an ACK.
 * - `all but one`: an ACK of all numbers but the last that was sent: the text has arrived, and the FIN
 *   after it has not. `one too many`: an ACK of a number that was never sent. `nothing new`: an ACK of
 *   what was acknowledged before.
 * - `syn`, `syn-ack`, `ack`, `text`, `fin`, `reset`, `reset-ack`, `bare`: a segment of that kind from the peer;
 *   `bare` has no control bits. Its numbers are mostly right and now and then at an edge, and bits,
 *   text and window vary.
 * - `crossing fin`: a FIN of a peer that has not seen yet what we sent last.
 * - `ahead`: text that comes ahead of its turn, because the segment before it was lost.
 * - `overlap`: text that begins with octets that came before.
 * - `again`: an earlier segment of the case once more, bit by bit: an old duplicate.
 * - `write`, `write much`, `read`, `shutdown`, `close`, `abort`: calls of our user, as the socket calls
 *   that a script has for them. `write much` fills two segments and a part of a third, and shows what
 *   the host knows of the peer's window.
 * - `timeout`: the next timer expires.
 */
export type Happening =
  | 'answer'
  | 'all but one'
  | 'one too many'
  | 'nothing new'
  | 'syn'
  | 'syn-ack'
  | 'ack'
  | 'text'
  | 'ahead'
  | 'overlap'
  | 'fin'
  | 'crossing fin'
  | 'reset'
  | 'reset-ack'
  | 'bare'
  | 'again'
  | 'write'
  | 'write much'
  | 'read'
  | 'shutdown'
  | 'close'
  | 'abort'
  | 'timeout';

/** Cases of a plank that handles events: a host, and what happens to it. */
export interface ConnectionBias {
  readonly kind: 'connection';
  /**
   * The states in which odd things happen, each reached by all its ways. One that is named twice is
   * drawn twice as often. The first is the plainest: a shrunk case begins there if it can.
   */
  readonly states: readonly State[];
  /** Ways that begin with a passive or with an active OPEN, each as often as it is named; all, if left out. */
  readonly opened?: readonly ('passive' | 'active')[];
  /** What happens then, and how often: weights, whole numbers. What is not named never happens. */
  readonly events: Readonly<Partial<Record<Happening, number>>>;
  /** At most so many of these events in a case; 4, if left out. */
  readonly most?: number;
  /**
   * How the host may be set otherwise than by RFC 9293 alone: one of these is drawn for each case. The
   * first is the plainest; begin with `{}`. With timestamps the peers have them too.
   */
  readonly settings?: readonly Partial<Config>[];
  /** How far apart our initial sequence numbers may be: one of these for each case; 64,000, if left out. */
  readonly isnSteps?: readonly number[];
  /** How many peers there are, 1 to 3; 2, if left out. With more, several connections are open at once. */
  readonly peers?: number;
  /**
   * What happens, politely, at the end of a case, to reveal what the host remembers: one of these is
   * drawn. The first is the plainest; begin with `[]`.
   */
  readonly endings: readonly (readonly Happening[])[];
}

/** The functions of the engine whose calls can be drawn. */
export type DrawnCall =
  | 'lt'
  | 'leq'
  | 'between'
  | 'segLen'
  | 'acceptable'
  | 'isSelfConnect'
  | 'patience'
  | 'forward'
  | 'onSyn'
  | 'onAck'
  | 'accept';

/** Cases of planks that are plain functions: calls with arguments at their edges. */
export interface CallsBias {
  readonly kind: 'calls';
  /** The functions; one that is named twice is drawn twice as often. */
  readonly calls: readonly DrawnCall[];
}

/**
 * How a lab's cases are drawn: plain data, the default export of `suite/hidden/random.ts`. Without
 * that file it follows from the lab's planks (`default-bias.ts`).
 */
export type Bias = ConnectionBias | CallsBias;
