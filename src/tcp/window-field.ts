import type { Ctl } from './segment.ts';
import type { Tcb } from './tcb.ts';

/** The window field: RCV.WND, scaled but in a SYN (RFC 7323 §2.2), as far as 16 bits reach (MUST-1). */
export function windowField(tcb: Readonly<Tcb>, control: Ctl): number {
  const shift = control.syn ? 0 : (tcb.rcv.shift ?? 0);
  return Math.min(tcb.rcv.wnd >>> shift, 65_535);
}
