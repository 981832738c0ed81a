import type { RuleId } from '#tcp';
import type { SeenEntry, StepEntry, Trace, TransitEntry } from '#trace/trace.ts';
import type { Translator } from '#text/text.ts';
import { ruleInWords } from './rules.ts';
import { escapeText } from './svg.ts';
import { tellEntry, tellerOf, tellStep, type Teller } from './tell.ts';
import { duration } from './time.ts';
import { colourWords } from './words.ts';

/** One event of the list: when, what, and the rules that ask for it. Plain text. */
export interface ListItem {
  /** The trace entry that it tells. */
  readonly n: number;
  /** When, ms. */
  readonly at: number;
  /** The host that it concerns first. */
  readonly host: string;
  readonly time: string;
  readonly text: string;
  readonly rules: readonly string[];
}

/** The ladder as an ordered list: everything that the drawing shows, in the order of time. */
export function listLadder(
  trace: Trace,
  t: Translator,
  titles: Readonly<Record<string, string>> = {},
): readonly ListItem[] {
  const teller = tellerOf(trace, t, 'full', titles);
  const items = trace.entries.flatMap((entry) => {
    if (entry.kind === 'step') return [stepItem(entry, teller)];
    if (entry.kind === 'seen') return [seenItem(entry, trace, teller)];
    return entry.kind === 'transit' ? transitItems(entry, teller) : [];
  });
  return items
    .map((item, i) => ({ item, i }))
    .sort((a, b) => a.item.at - b.item.at || a.i - b.i)
    .map(({ item }) => ({ ...item, time: duration(item.at, t) }));
}

type Timed = Omit<ListItem, 'time'>;

function stepItem(step: StepEntry, teller: Teller): Timed {
  const { t } = teller;
  const rules = step.effects.flatMap(({ type, rule }): RuleId[] =>
    rule === null || type === 'timer' ? [] : [rule],
  );
  return {
    ...{ n: step.n, at: step.t, host: step.host },
    text: tellStep(step, teller).join(t('ladder.space')),
    rules: [...new Set(rules)].map((rule) => ruleInWords(rule, t)),
  };
}

function seenItem(seen: SeenEntry, trace: Trace, teller: Teller): Timed {
  const text = tellEntry(seen, trace, teller).join(teller.t('ladder.space'));
  return { n: seen.n, at: seen.t, host: seen.host, text, rules: [] };
}

/** A segment that arrives is told by the step that takes it; only the others need a line. */
function transitItems(transit: TransitEntry, { t, the, The, segment }: Teller): readonly Timed[] {
  const { seg, from, to, fate, name } = transit;
  const values = { segment: segment(seg), from: the(from), From: The(from), to: the(to) };
  const line = (key: string, at: number, host: string): Timed => ({
    ...{ n: transit.n, at, host, rules: [] },
    text: t(key, values),
  });
  return [
    ...(name.startsWith('old') ? [line('ladder.say.old', transit.t, to)] : []),
    ...(fate === 'lost' ? [line('ladder.say.lost', transit.until, from)] : []),
  ];
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
