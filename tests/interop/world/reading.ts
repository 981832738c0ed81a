import type { Tcb } from '#tcp';

/** How many octets a RECEIVE of ours can take. */
export const MOST_READ = 1 << 20;

/** States in which a RECEIVE waits for octets that may still come (RFC 9293 §3.10.3). */
const WAITING: ReadonlySet<string> = new Set(['ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2']);

/** Should a program that reads all there is call RECEIVE now? One call always waits. */
export function wantsReceive(tcb: Readonly<Tcb> | null): boolean {
  if (tcb === null) return false;
  if (WAITING.has(tcb.state)) return tcb.receives.length === 0;
  return tcb.state === 'CLOSE-WAIT' && tcb.in.length > 0;
}
