import type { RuleId } from '#tcp';
import type { SeenEntry, StepEntry, Trace } from '#trace/trace.ts';
import type { Translator } from '#text/text.ts';
import { optionsText, type Extras } from './label-words.ts';
import type { Numbering } from './numbers.ts';
import { ruleInWords } from './rules.ts';
import { readScore } from './score.ts';
import { escapeText } from './svg.ts';
import { tellAccidents, tellTimers, tellTravels, type Told } from './tell-travel.ts';
import { tellEntry, tellerOf, tellStep, type Teller } from './tell.ts';
import { duration } from './time.ts';
import { colourWords } from './words.ts';

/** One event of the list: when, what, and the rules that ask for it. Plain text. */
export interface ListItem {
  /** The trace entry that it tells. */
  readonly n: number;
  /** When, ms. */
  readonly at: number;
  /** The host, or the router, that it concerns first. */
  readonly host: string;
  readonly time: string;
  readonly text: string;
  readonly rules: readonly string[];
}

/** How the list says things, as the drawing beside it draws them. */
export interface ListOptions {
  readonly numbers?: Numbering | undefined;
  readonly extras?: Extras | undefined;
  readonly allTimers?: boolean | undefined;
}

/** The ladder as an ordered list: everything that the drawing shows, in the order of time. */
export function listLadder(
  trace: Trace,
  t: Translator,
  titles: Readonly<Record<string, string>> = {},
  { numbers, extras = {}, allTimers = false }: ListOptions = {},
): readonly ListItem[] {
  const plain = tellerOf(trace, t, 'full', titles, numbers);
  const teller: Teller =
    extras.options === true
      ? { ...plain, segment: (seg, at) => `${plain.segment(seg, at)} ${optionsText(seg)}` }
      : plain;
  const score = readScore(trace);
  const timers = allTimers ? [...score.brackets, ...score.stopped] : score.brackets;
  /** What happens on the way to a moment is said before what a host makes of it. */
  const items: readonly Told[] = [
    ...tellTravels(score, teller),
    ...trace.entries.flatMap((entry) => {
      if (entry.kind === 'step') return [stepItem(entry, teller)];
      return entry.kind === 'seen' ? [seenItem(entry, trace, teller)] : [];
    }),
    ...tellAccidents(trace, teller),
    ...tellTimers(timers, teller),
  ];
  return items
    .map((item, i) => ({ item, i }))
    .sort((a, b) => a.item.at - b.item.at || a.i - b.i)
    .map(({ item: { n, at, host, text, rules } }) => ({
      ...{ n, at, host, time: duration(at, t), text },
      rules: [...new Set(rules)].map((rule) => ruleInWords(rule, t)),
    }));
}

function stepItem(step: StepEntry, teller: Teller): Told {
  const rules = step.effects.flatMap(({ type, rule }): RuleId[] =>
    rule === null || type === 'timer' ? [] : [rule],
  );
  const { n, t: at, host } = step;
  return { n, at, host, text: tellStep(step, teller).join(teller.t('ladder.space')), rules };
}

function seenItem(seen: SeenEntry, trace: Trace, teller: Teller): Told {
  const text = tellEntry(seen, trace, teller).join(teller.t('ladder.space'));
  return { n: seen.n, at: seen.t, host: seen.host, text, rules: [] };
}

/** The list as HTML: `<li>` elements for an `<ol>`. */
export function listHtml(items: readonly ListItem[]): string {
  return items
    .map(({ time, text, rules }) => {
      const why = rules.map((rule) => `<span class="rule">${colourWords(rule)}</span>`).join(' ');
      return `<li><span class="time">${escapeText(time)}</span> <span class="what">${colourWords(text)} ${why}</span></li>`;
    })
    .join('');
}
