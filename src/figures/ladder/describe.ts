import type { Translator } from '#text/text.ts';
import type { Trace } from '#trace/trace.ts';
import { orderNodes } from './columns.ts';
import { stateName } from './names.ts';
import { readScore } from './score.ts';
import { tellerOf } from './teller.ts';
import { duration } from './time.ts';

/** A description names so many states of a host at most: the list has them all. */
const MOST_TOLD = 24;

/** The drawing in short, for those who do not see it: the states of both hosts with their times. */
export function describeLadder(
  trace: Trace,
  t: Translator,
  titles: Readonly<Record<string, string>> = {},
): string {
  const score = readScore(trace);
  const { stays, flights, reports } = score;
  const { The } = tellerOf(trace, t, 'brief', titles);
  const lives = trace.hosts.flatMap(({ name }) => {
    const states = stays
      .filter((stay) => stay.host === name)
      .sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)))
      .slice(0, MOST_TOLD)
      .map(({ state, n, from }) => {
        const name = stateName(state, false, t);
        return n === null ? name : t('ladder.desc.state', { state: name, at: duration(from, t) });
      });
    if (states.length === 0) return [];
    return [t('ladder.desc.host', { The: The(name), states: states.join(t('ladder.comma')) })];
  });
  const between = orderNodes(trace, score).filter(({ kind }) => kind !== 'host');
  const routers = between.map(({ name }) => name).join(t('ladder.comma'));
  return [
    t('ladder.desc', { n: flights.length }),
    ...(reports.length === 0 ? [] : [t('ladder.desc.icmp', { n: reports.length })]),
    ...(between.length === 0 ? [] : [t('ladder.desc.between', { routers })]),
    ...lives,
  ].join(t('ladder.space'));
}
