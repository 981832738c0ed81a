import { PlankError } from './plank-error.ts';
import { isSeq } from './seq.ts';
import { STATES, type State } from './state.ts';
import type { Tcb } from './tcb.ts';

const shown = (value: unknown): string =>
  typeof value === 'string' ? `'${value}'` : String(value);

/** Throws a PlankError unless `value` is a sequence number; `what` names the field. */
export function requireSeq(what: string, value: unknown): void {
  if (isSeq(value)) return;
  throw new PlankError(
    `${what} is ${shown(value)}: a sequence number is a whole number from 0 to 4294967295 (add() keeps it there)`,
  );
}

/** Throws a PlankError unless `value` is one of the eleven states. */
export function requireState(what: string, value: unknown): asserts value is State {
  if ((STATES as readonly unknown[]).includes(value)) return;
  throw new PlankError(`${what} is ${shown(value)}: that is none of the eleven states`);
}

/** Throws a PlankError unless `value` is a length of time in ms. */
export function requireMs(what: string, value: unknown): void {
  if (typeof value === 'number' && value >= 0 && value < Number.POSITIVE_INFINITY) return;
  throw new PlankError(`${what} is ${shown(value)}: a time is a number of ms, 0 or more`);
}

/** More octets than any datagram holds: its length is a number of 16 bits (RFC 791 §3.1). */
const TOO_MANY = 65_536;

/** Throws a PlankError unless `value` is octets that one segment could carry. */
export function requireText(what: string, value: unknown): asserts value is Uint8Array {
  if (!(value instanceof Uint8Array)) throw new PlankError(`${what} is no Uint8Array`);
  if (value.length < TOO_MANY) return;
  throw new PlankError(`${what} has ${value.length} octets: no segment carries so many`);
}

/** Throws a PlankError unless `value` is what `trim` may give: octets, or `null`. */
export function requireTrimmed(value: unknown): asserts value is Uint8Array | null {
  if (value === null || value instanceof Uint8Array) return;
  throw new PlankError(`trim returned ${shown(value)}: it gives a Uint8Array, or null`);
}

/** Throws a PlankError if a plank left a field of the TCB in a shape that no TCP can work with. */
export function requireTcb(tcb: Tcb): void {
  requireState('tcb.state', tcb.state);
  requireSeq('tcb.iss', tcb.iss);
  requireSeq('tcb.irs', tcb.irs);
  requireSeq('tcb.snd.una', tcb.snd?.una);
  requireSeq('tcb.snd.nxt', tcb.snd.nxt);
  requireSeq('tcb.snd.wl1', tcb.snd.wl1);
  requireSeq('tcb.snd.wl2', tcb.snd.wl2);
  requireSeq('tcb.rcv.nxt', tcb.rcv?.nxt);
  requireMs('tcb.rto', tcb.rto);
  for (const [what, window] of [
    ['tcb.snd.wnd', tcb.snd.wnd],
    ['tcb.rcv.wnd', tcb.rcv.wnd],
  ] as const) {
    if (!Number.isInteger(window) || window < 0) {
      throw new PlankError(`${what} is ${shown(window)}: a window is a whole number of octets`);
    }
  }
}
