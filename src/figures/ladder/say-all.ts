import type { Translator } from '#text/text.ts';
import type { Trace } from '#trace/trace.ts';
import { captionAt } from './caption-at.ts';
import type { Numbering } from './numbers.ts';
import type { Said } from './said.ts';
import { readScore, type Score } from './score.ts';

/** A run of more moments than these is told moment by moment, when a reader comes to it. */
const MOST = 120;

/** Tells a run from its beginning to its end; `null` where that would fill the page. */
export function sayAll(
  trace: Trace,
  t: Translator,
  numbering: Numbering = 'absolute',
): Said | null {
  const score = readScore(trace);
  const times = turnsOf(trace, score);
  if (times.length > MOST) return null;
  const say = (at: number) => captionAt({ trace, score }, at, t, numbering);
  const lines = times.map((at, i) => {
    const { sentence, rules } = say(at);
    const next = times[i + 1];
    return [
      at,
      sentence,
      rules,
      next === undefined ? sentence : say((at + next) / 2).sentence,
    ] as const;
  });
  return { numbering, lines };
}

/** All times at which another sentence may begin, in order, ms. */
function turnsOf({ entries }: Trace, { start, end, flights, reports, brackets }: Score) {
  const times = [
    ...[start, end],
    ...entries.map(({ t }) => t),
    ...[...flights, ...reports].flatMap(({ t1, t2, lostAt, stops }) => [
      ...[t1, t2, lostAt ?? t2],
      ...stops.map(({ t }) => t),
    ]),
    ...brackets.flatMap(({ from, to }) => [from, to]),
  ];
  const within = times.filter((t) => t >= start && t <= end);
  return [...new Set(within)].sort((a, b) => a - b);
}
