import type { Timer } from '#tcp';
import type { Trace } from '#trace/trace.ts';
import type { Bracket } from './score.ts';

interface Running {
  readonly timer: Timer;
  readonly conn: string;
  readonly from: number;
  readonly at: number;
  readonly n: number;
}

/** How long each timer of a host ran, in the order in which they ended. */
export function readBrackets(trace: Trace, host: string, end: number): Bracket[] {
  const brackets: Bracket[] = [];
  const running = new Map<string, Running>();
  const stop = (key: string, to: number, how: Bracket['end']) => {
    const timer = running.get(key);
    running.delete(key);
    if (timer === undefined || to <= timer.from) return;
    const length = timer.at - timer.from;
    brackets.push({ host, timer: timer.timer, from: timer.from, to, length, end: how, n: timer.n });
  };
  for (const entry of trace.entries) {
    if (entry.kind === 'crash' && entry.host === host) {
      for (const key of [...running.keys()]) stop(key, entry.t, 'cut');
    }
    if (entry.kind !== 'step' || entry.host !== host) continue;
    const { conn, t, n } = entry;
    const key = (timer: Timer) => `${conn} ${timer}`;
    if (entry.event.type === 'TIMEOUT') stop(key(entry.event.timer), t, 'expired');
    for (const effect of entry.effects) {
      if (effect.type !== 'timer') continue;
      const { timer, at } = effect;
      // Set for the same moment once more, it just goes on.
      if (at !== null && running.get(key(timer))?.at === at) continue;
      stop(key(timer), t, 'cut');
      if (at !== null) running.set(key(timer), { timer, conn, from: t, at, n });
    }
    if (entry.after !== 'CLOSED') continue;
    for (const [each, { conn: whose }] of [...running]) if (whose === conn) stop(each, t, 'cut');
  }
  for (const key of [...running.keys()]) stop(key, end, 'open');
  return brackets;
}
