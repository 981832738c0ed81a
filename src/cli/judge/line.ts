import en from '../../../content/i18n/en.json' with { type: 'json' };
import type { LabMessages } from '#judge/lab.ts';
import { caseName } from '#judge/case-name.ts';
import { leadOf } from '#judge/lead.ts';
import type { CaseReport, Report } from '#judge/report.ts';
import { explain } from '#judge/words.ts';
import { translator } from '#text/text.ts';
import type { FileResult } from './result.ts';

const MAX_LINE = 1_000;

const t = translator(en);

/** What came of a file, in one line. */
export function asLine(result: FileResult, messages: LabMessages): string {
  return oneLine(`${result.file}: ${words(result, messages)}`);
}

/** What happened in a case, in sentences: those of the page. */
export function sentences(report: CaseReport): readonly string[] {
  return explain(report, t);
}

/** The sentence that stands for a case in a list. */
export function sentenceOf(report: CaseReport, messages: LabMessages): string {
  return caseName(report, messages, { t, lang: 'en' });
}

function words(result: FileResult, messages: LabMessages): string {
  switch (result.kind) {
    case 'judged':
      return verdictWords(result.report, messages);
    case 'did not compile': {
      const [first, ...others] = result.errors;
      const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
      return `did not compile: ${first?.line}:${first?.column} ${first?.message}${more}`;
    }
    case 'not judged':
      return `could not be judged: ${result.why}`;
  }
}

function verdictWords(report: Report, messages: LabMessages): string {
  const { verdict, message } = report;
  if (verdict === 'passed') return verdict;
  const first = leadOf(report);
  if (first === undefined) return [verdict, message || 'while it was loaded'].join(': ');
  const what = [`${sentenceOf(first, messages)}.`, ...sentences(first)].join(' ');
  return `${verdict}: ${first.id}: ${what}`;
}

/** Whatever a program says of itself, it cannot write to the terminal nor begin a line of its own. */
function oneLine(text: string): string {
  const clean = text.replace(/\s+/g, ' ').replace(/\p{C}/gu, '�');
  return clean.length > MAX_LINE ? `${clean.slice(0, MAX_LINE - 1)}…` : clean;
}
