import type { Run } from '#sandbox/sandbox.ts';
import type { Config, Functions } from '#tcp';
import type { Bias } from './random/bias.ts';
import type { Group } from './report.ts';

/** A lab's suite as it travels: plain data made from the lab's folder (`files/read-lab.ts`). */
export interface SuiteSource {
  readonly lab: string;
  /** What the learner's module must export. */
  readonly exports: readonly string[];
  readonly cases: readonly CaseSource[];
  /** How cases are drawn; `null`: by what the planks are about. */
  readonly random: Bias | null;
  /** How the known misconceptions fail: by mutant, by case id, the failure's print. */
  readonly prints: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A case as its author wrote it. */
export type CaseSource = ScriptSource | TableSource;

/** A packetdrill script, `suite/<group>/<id>.pkt`. */
export interface ScriptSource {
  readonly id: string;
  readonly group: Group;
  readonly pkt: string;
}

/** An entry of `suite/<group>/cases.ts`. */
export type TableSource = TableCase & { readonly group: Group };

/**
 * Calls of one function, for a plank that is a function. No answers: the reference gives them in
 * the judge, and nothing that is expected ever comes near the learner's code.
 */
export type TableCase = { readonly [N in keyof Functions]: TableOf<N> }[keyof Functions];

interface TableOf<N extends keyof Functions> {
  readonly id: string;
  /** The section of RFC 9293 that the case is about, `3.4`, or of another RFC, `RFC 1812, 5.3.1`. */
  readonly rfc: string;
  /** The function that is called, by the name under which it is exported. */
  readonly call: N;
  /** A list of arguments for each call: plain data. */
  readonly args: readonly Parameters<Functions[N]>[];
  /** Why a hidden case is there although it finds no mistake of its own. */
  readonly why?: string;
}

/** A case ready to be run: a script at several initial sequence numbers, or a table of calls. */
export interface SuiteCase {
  readonly id: string;
  readonly group: Group;
  /** Empty for a table of calls. */
  readonly pkt: string;
  readonly rfc: string;
  readonly runs: readonly Run[];
}

/** A suite ready to be run. */
export interface Suite {
  readonly lab: string;
  readonly exports: readonly string[];
  readonly config: Config;
  readonly cases: readonly SuiteCase[];
  readonly random: Bias | null;
  readonly prints: SuiteSource['prints'];
}
