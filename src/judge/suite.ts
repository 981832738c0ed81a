import type { Config } from '#tcp';
import type { HostRun } from '#network/replay.ts';
import type { Group } from './report.ts';

/** A lab's suite as it travels: plain JSON made from the lab's folder (`files/read-lab.ts`). */
export interface SuiteSource {
  readonly lab: string;
  /** What the learner's module must export. */
  readonly exports: readonly string[];
  readonly cases: readonly CaseSource[];
  /** How the known misconceptions fail: by mutant, by case id, the failure's print. */
  readonly prints: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface CaseSource {
  readonly id: string;
  readonly group: Group;
  readonly pkt: string;
}

/** A case ready to be run: the same script at several initial sequence numbers. */
export interface SuiteCase {
  readonly id: string;
  readonly group: Group;
  readonly pkt: string;
  readonly rfc: string;
  readonly runs: readonly HostRun[];
}

/** A suite ready to be run. */
export interface Suite {
  readonly lab: string;
  readonly exports: readonly string[];
  readonly config: Config;
  readonly cases: readonly SuiteCase[];
  readonly prints: SuiteSource['prints'];
}
