import type { State } from '#tcp';
import type { Trace, TransitEntry } from '#trace/trace.ts';
import type { Translator } from '#text/text.ts';
import { stateName } from './names.ts';
import { initialState, readScore } from './score.ts';
import { flagsOf } from './segment.ts';
import { tellerOf } from './teller.ts';
import { duration } from './time.ts';

/** What came of losing the segment `name`, or of restoring it, in a few sentences. */
export function tellOutcome(trace: Trace, name: string, t: Translator): string {
  const { the } = tellerOf(trace, t, 'brief');
  const transits = trace.entries.filter((entry) => entry.kind === 'transit');
  const lost = transits.find((entry) => entry.name === name && entry.fate === 'lost');
  const states = trace.hosts.map((host) => {
    const state = stateName(lastState(trace, host.name), false, t);
    return t('ladder.outcome.state', { the: the(host.name), state });
  });
  const end = t('ladder.outcome.end', { states: states.join(t('ladder.comma')) });
  if (lost === undefined) {
    const rest = transits.some(({ fate }) => fate === 'lost');
    return rest ? end : [t('ladder.outcome.restored'), end].join(t('ladder.space'));
  }
  const again = transits.find((entry) => isAgain(entry, lost));
  const values = { segment: flagsOf(lost.seg, t), the: the(lost.from) };
  const next =
    again === undefined
      ? t('ladder.outcome.notAgain')
      : t('ladder.outcome.again', { at: duration(again.t, t) });
  return [t('ladder.outcome.lost', values), next, end].join(t('ladder.space'));
}

function isAgain(entry: TransitEntry, lost: TransitEntry): boolean {
  return (
    entry.again && entry.from === lost.from && entry.n > lost.n && entry.seg.seq === lost.seg.seq
  );
}

function lastState(trace: Trace, host: string): State | null {
  const stays = readScore(trace).stays.filter((stay) => stay.host === host);
  const last = stays.reduce<(typeof stays)[number] | undefined>(
    (latest, stay) => (latest === undefined || stay.from >= latest.from ? stay : latest),
    undefined,
  );
  return last === undefined ? initialState(trace, host) : last.state;
}
