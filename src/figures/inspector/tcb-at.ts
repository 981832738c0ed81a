import type { Config, Diff, Tcb } from '#tcp';
import { blankTcb } from '#tcp/draft.ts';
import { MOMENT } from '#trace/moment.ts';
import { keepStep } from '#trace/kept.ts';
import type { KeptConnection, Trace } from '#trace/trace.ts';

/**
 * The TCB of the connection `conn` of a host after all that happened up to `ms`, that moment
 * included, rebuilt from what the steps changed. `null`: there is no such connection then, or nobody
 * knows its TCB (a capture).
 */
export function tcbAt(trace: Trace, host: string, conn: string, ms: number): Tcb | null {
  return tcbsAt(trace, host, ms).get(conn) ?? null;
}

/** The same before anything happened at `ms`: what a moment is held against. */
export function tcbBefore(trace: Trace, host: string, conn: string, ms: number): Tcb | null {
  return tcbAt(trace, host, conn, ms - 2 * MOMENT);
}

/** All connections and listeners that a host has at `ms` by name, in the order in which they came to be. */
export function tcbsAt(trace: Trace, host: string, ms: number): ReadonlyMap<string, Tcb> {
  const { config = null, kept: atFirst = [] } = trace.hosts.find(({ name }) => name === host) ?? {};
  if (config === null) return new Map();
  let kept: readonly KeptConnection[] = atFirst;
  for (const entry of trace.entries) {
    if (entry.t > ms + MOMENT) break;
    if (!('host' in entry) || entry.host !== host) continue;
    if (entry.kind === 'crash') kept = [];
    else if (entry.kind === 'step') kept = keepStep(kept, entry);
  }
  return new Map(kept.map((one) => [one.conn, rebuilt(one, config)]));
}

function rebuilt({ local, remote, diff }: KeptConnection, config: Config): Tcb {
  const tcb = blankTcb(local, remote, config);
  return withChanges(tcb, diff);
}

/** `snd.una`, `timers.TIME-WAIT`: a field of a part of the TCB. */
const PART = /^(snd|rcv|timers)\.(.+)$/;

/** A blank TCB with what a diff changed since. Fields that a TCB does not have are left out. */
function withChanges(blank: Tcb, diff: Diff): Tcb {
  const parts = { snd: { ...blank.snd }, rcv: { ...blank.rcv }, timers: { ...blank.timers } };
  const whole: Record<string, unknown> = { ...blank, ...parts };
  for (const [path, [, value]] of Object.entries(diff)) {
    const [, part, field = ''] = PART.exec(path) ?? [];
    if (part === undefined) {
      if (Object.hasOwn(blank, path)) whole[path] = value;
    } else if (part === 'timers') {
      // A timer that is off is missing.
      whole['timers'] = without(whole['timers'] as object, field, value);
    } else {
      Object.assign(whole[part] as object, { [field]: value });
    }
  }
  return whole as unknown as Tcb;
}

function without(timers: object, timer: string, at: unknown): object {
  const others = Object.entries(timers).filter(([name]) => name !== timer);
  return Object.fromEntries(at === null ? others : [...others, [timer, at]]);
}
