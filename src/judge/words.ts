import { FIGURE_6 } from '#scenario/packetdrill/run.ts';
import type { Translator } from '#text/text.ts';
import type { StepEntry, Trace } from '#trace/trace.ts';
import type { CallTable, CaseReport, Divergence, FailedEvent, Observed } from './report.ts';
import { ruleOf } from './rule.ts';
import { callWords, valueWords } from './words-of-calls.ts';
import { eventWords, listWords, segmentsWords } from './words-of.ts';

/**
 * What happened in a case that failed, in plain sentences: the event, what was expected and what
 * the plank did. Empty for a case that passed.
 */
export function explain(report: CaseReport, t: Translator): readonly string[] {
  if (report.verdict === 'passed') return [];
  if (report.calls !== null) {
    return [...drawnSentence(report, t), ...explainCalls(report, report.calls, t)];
  }
  const { event, divergence } = report;
  const sentences = [...drawnSentence(report, t)];
  if (event !== null) sentences.push(eventSentence(event, t));
  if (divergence !== null) sentences.push(...differenceSentences(divergence, t));
  else sentences.push(withMessage(`verdict.say.${report.verdict}`, report.message, t));
  sentences.push(...whySentence(report, t));
  if (report.isn !== FIGURE_6.ours) sentences.push(t('verdict.isn', { isn: report.isn }));
  return sentences;
}

/** A sentence around a message, which may end in a mark of its own: then there is no full stop after it. */
export function withMessage(key: string, message: string, t: Translator): string {
  return t(key, { message }).replace(/([.!?])\.$/, '$1');
}

/** Which of the drawn cases this is: the one on which the run ended, or the smallest that fails. */
function drawnSentence({ drawn, verdict }: CaseReport, t: Translator): readonly string[] {
  if (drawn === 0) return [];
  const isLast = verdict === 'did not return' || verdict === 'ran out of memory';
  return [t(isLast ? 'verdict.drawn.last' : 'verdict.drawn.smallest')];
}

/** The rule by which the reference acted, where it has words. */
function whySentence(
  { divergence, theirs, reference }: CaseReport,
  t: Translator,
): readonly string[] {
  if (divergence === null || divergence.referenceAt === null) return [];
  const ours = stepAt(reference, divergence.referenceAt);
  const rule = ours ? ruleOf(ours, stepAt(theirs, divergence.theirsAt), divergence.what) : null;
  const key = `rule.${rule ?? ''}`;
  return t.has(key) ? [t('verdict.why', { rule: t(key) })] : [];
}

function stepAt({ entries }: Trace, at: number | null): StepEntry | undefined {
  const entry = entries[at ?? -1];
  return entry?.kind === 'step' ? entry : undefined;
}

/** The first call that went wrong; of several with another answer, how many. */
function explainCalls(report: CaseReport, { call, rows, at }: CallTable, t: Translator) {
  const { verdict, message } = report;
  const row = at === null ? undefined : rows[at];
  const words = row ? callWords(call, row.args, t) : call;
  if (verdict !== 'wrong' || !row?.yours) {
    const calling = row ? [t('verdict.calling', { call: words })] : [];
    const key = verdict === 'returned nonsense' ? 'verdict.no-answer' : `verdict.say.${verdict}`;
    return [...calling, withMessage(key, message, t)];
  }
  const [expected, yours] = [valueWords(row.expected, t), valueWords(row.yours.value, t)];
  const sentence = t('verdict.answer', { call: words, expected, yours });
  const n = rows.filter(({ differs }) => differs).length;
  return n === 1 ? [sentence] : [sentence, t('verdict.answers', { n, total: rows.length })];
}

function eventSentence({ t: ms, event }: FailedEvent, t: Translator): string {
  return t('verdict.at', { ms, what: eventWords(event, t) });
}

/** First what parts them; what they share is said only where it helps to understand. */
export function differenceSentences(divergence: Divergence, t: Translator): readonly string[] {
  const { what, expected, actual } = divergence;
  const both = [
    sideWords(what, expected, actual, t),
    sideWords(what, actual, expected, t),
  ] as const;
  return [t('verdict.expected', { what: both[0] }), t('verdict.actual', { what: both[1] })];
}

function sideWords(
  what: Divergence['what'],
  side: Observed | null,
  other: Observed | null,
  t: Translator,
): string {
  if (side === null) return t('verdict.nothing-happens');
  switch (what) {
    case 'event':
      if (side.sent.length === 0) return t('verdict.state', { state: side.after });
      return segmentsWords(side.sent, other?.sent ?? [], t);
    case 'segments':
      return segmentsWords(side.sent, other?.sent ?? [], t);
    case 'state':
      return t('verdict.state', { state: side.after });
    case 'signals': {
      const signals = listWords(side.signals, t);
      const what = signals === '' ? t('verdict.no-signal') : t('verdict.signals', { signals });
      return withState(what, side, other, t);
    }
    case 'octets':
      return withState(octetsWords(side.delivered, other?.delivered, t), side, other, t);
  }
}

/** How many octets reach the user; where the other side has as many, the first that parts them. */
function octetsWords(octets: Uint8Array, others: Uint8Array | undefined, t: Translator): string {
  const n = octets.length;
  if (n === 0) return t('verdict.no-octets');
  const place = others?.length === n ? octets.findIndex((octet, i) => octet !== others[i]) : -1;
  if (place === -1) return t('verdict.octets', { n });
  return t('verdict.octet', { n, place: place + 1, octet: octets[place] ?? 0 });
}

/** What the user sees differs; where the states part as well, they are the better clue. */
function withState(what: string, { after }: Observed, other: Observed | null, t: Translator) {
  return other?.after === after ? what : t('verdict.and-state', { what, state: after });
}
