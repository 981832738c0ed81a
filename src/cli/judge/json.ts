import type { LabMessages } from '#judge/lab.ts';
import type { CaseReport } from '#judge/report.ts';
import { sentenceOf, sentences } from './line.ts';
import type { FileResult } from './result.ts';

/** What was asked for, and the words of the lab. */
export interface Judgement {
  readonly lab: string;
  readonly seed: number;
  readonly messages: LabMessages;
}

/** All that is known of the files, for other programs: `help.ts` says what the fields mean. */
export function asJson(judgement: Judgement, results: readonly FileResult[]): string {
  const { lab, seed, messages } = judgement;
  const files = results.map((each) => fileJson(each, messages));
  const passed = files.every((each) => each.verdict === 'passed');
  return JSON.stringify({ lab, seed, passed, files }, null, 2);
}

function fileJson(result: FileResult, messages: LabMessages) {
  const nothing = {
    file: result.file,
    cutShort: false,
    cases: { passed: 0, failed: 0, total: 0 },
    drawn: 0,
    message: '',
    errors: [],
    failures: [],
    problem: null,
  };
  switch (result.kind) {
    case 'not judged':
      return { ...nothing, verdict: null, problem: result.why };
    case 'did not compile':
      return { ...nothing, verdict: 'did not compile' as const, errors: result.errors };
    case 'judged': {
      const { verdict, cutShort, cases, total, message } = result.report;
      const failed = cases.filter((each) => each.verdict !== 'passed');
      const counts = { passed: cases.length - failed.length, failed: failed.length, total };
      const drawn = cases.reduce((sum, each) => sum + each.drawn, 0);
      const failures = failed.map((each) => failureJson(each, messages));
      return { ...nothing, verdict, cutShort, cases: counts, drawn, message, failures };
    }
  }
}

function failureJson(report: CaseReport, messages: LabMessages) {
  const { id, group, verdict, rfc, mutant, message, isn, pkt, drawn } = report;
  return {
    case: id,
    group,
    verdict,
    sentence: sentenceOf(report, messages),
    explanation: sentences(report),
    rfc,
    misconception:
      mutant === null ? null : { name: mutant, message: messages.mutants[mutant] ?? '' },
    message,
    isn,
    drawn,
    pkt,
  };
}
