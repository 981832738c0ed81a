import { readLab, type LabFiles } from '#judge/files/read-lab.ts';
import { suiteSource } from '#judge/files/suite-source.ts';
import { openSuite } from '#judge/open-suite.ts';
import type { Suite } from '#judge/suite.ts';
import { ROOT } from '../../src/cli/paths.ts';

/** A lab as its programs are judged. */
export interface OpenLab {
  readonly files: LabFiles;
  /** How its mutants fail is left out: no verdict depends on it. */
  readonly suite: Suite;
  readonly solution: string;
  readonly starter: string;
}

/** Reads a lab of ours. */
export async function openLab(lab: string): Promise<OpenLab> {
  const files = await readLab(`${ROOT}/labs/${lab}`);
  const suite = openSuite(suiteSource({ ...files, mutants: [] }));
  return { files, suite, solution: files.solution ?? '', starter: files.starter ?? '' };
}
