import type { RuleId } from '#tcp';
import type { SeenEntry, StepEntry, Trace } from '#trace/trace.ts';
import type { Translator } from '#text/text.ts';
import { optionsText, type Extras } from './label-words.ts';
import type { Numbering } from './numbers.ts';
import { citation, ruleInWords } from './rules.ts';
import { readScore } from './score.ts';
import { escapeText } from './svg.ts';
import { tellAccidents, tellTimers, tellTravels, type Told } from './tell-travel.ts';
import { tellEntry, tellStep } from './tell.ts';
import { tellerOf, type Teller } from './teller.ts';
import { duration } from './time.ts';
import { colourWords } from './colour-words.ts';

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
  /** In words where a rule is followed for the first time; after that by its place alone. */
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
  const hosts = trace.entries.flatMap((entry) => {
    if (entry.kind === 'step') return [stepItem(entry, teller)];
    return entry.kind === 'seen' ? [seenItem(entry, trace, teller)] : [];
  });
  const departures = new Map([...score.flights, ...score.reports].map(({ n, t1 }) => [n, t1]));
  /**
   * At one time, what befalls something on its way is said before what a host makes of it; but what
   * befalls it where it leaves after what let it go.
   */
  const items = [
    ...tellTravels(score, teller).map((item): Placed => {
      const order = departures.get(item.n) === item.at ? item.n : -1;
      return { item, order };
    }),
    ...[...hosts, ...tellAccidents(trace, teller)].map((item): Placed => ({ item, order: item.n })),
    ...tellTimers(timers, teller).map((item): Placed => ({ item, order: Infinity })),
  ];
  const said = new Set<RuleId>();
  return items
    .sort((a, b) => a.item.at - b.item.at || compare(a.order, b.order))
    .map(({ item: { n, at, host, text, rules } }) => {
      const words = [...new Set(rules)].map((rule) => {
        const isKnown = said.has(rule);
        said.add(rule);
        return isKnown
          ? t('ladder.rule.again', { source: citation(rule, t) })
          : ruleInWords(rule, t);
      });
      return { ...{ n, at, host, time: duration(at, t), text }, rules: words };
    });
}

/** Something told, and its place among all that is told of the same time. */
interface Placed {
  readonly item: Told;
  readonly order: number;
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

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
