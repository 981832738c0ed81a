import type { CaseReport } from '#judge/report.ts';
import { explain } from '#judge/words.ts';
import { eventWords } from '#judge/words-of.ts';
import { duration } from '#figures/ladder/time.ts';
import type { Translator } from '#text/text.ts';
import { traceToText } from '#trace/text.ts';
import type { Moment } from './moments.ts';
import { deedsOf } from './step-words.ts';
import type { View } from './view.ts';

/** One event of a case in words. */
export interface TextStep {
  readonly time: string;
  readonly event: string;
  /** What both hosts did, if they did the same; else what each did. Empty where one took no step. */
  readonly both: string;
  readonly theirs: string;
  readonly reference: string;
  readonly parts: boolean;
}

/** The two runs of a case as one list in words, with the place where they part. */
export function stepsAsText(
  moments: readonly Moment[],
  view: View,
  t: Translator,
): readonly TextStep[] {
  const words = (step: Moment['theirs'], trace: View['theirs']) =>
    step ? deedsOf(step, trace, t).join(t('ladder.space')) : '';
  return moments.map(({ t: ms, event, parts, ...sides }) => {
    const theirs = words(sides.theirs, view.theirs);
    const reference = words(sides.reference, view.reference);
    const isSame = theirs === reference;
    return {
      ...{ time: duration(ms, t), event: eventWords(event, t), parts },
      ...(isSame ? { both: theirs, theirs: '', reference: '' } : { both: '', theirs, reference }),
    };
  });
}

/** All of a case as plain text, to be kept, sent or asked about. */
export function caseAsText(
  report: CaseReport,
  { name, steps }: { name: string; steps: readonly TextStep[] },
  t: Translator,
): string {
  const lines = steps.flatMap(({ time, event, both, theirs, reference, parts }) => [
    `${parts ? '≠ ' : '  '}${time}: ${event}`,
    ...(both === '' ? [] : [`    ${t('workbench.text.both', { what: both })}`]),
    ...(theirs === '' ? [] : [`    ${t('workbench.text.theirs', { what: theirs })}`]),
    ...(reference === '' ? [] : [`    ${t('workbench.text.reference', { what: reference })}`]),
  ]);
  const traces = [report.theirs, report.reference].filter(({ hosts }) => hosts.length > 0);
  return [
    ...[name, '', ...explain(report, t), '', ...lines],
    ...(report.pkt === '' ? [] : ['', report.pkt.trim()]),
    ...traces.map((trace, i) => {
      const side = t(`workbench.ladder.${i === 0 ? 'theirs' : 'reference'}`);
      return `\n# ${side}\n${traceToText(trace).trim()}`;
    }),
    '',
  ].join('\n');
}
