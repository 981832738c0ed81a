import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine, ProfileName } from '#tcp';
import { CASES } from '../cases.ts';
import { DEFAULTS, play } from '../../../src/cli/packetdrill/play.ts';
import { reason } from '../../../src/cli/packetdrill/report.ts';
import { scriptsAt } from '../../../src/cli/packetdrill/scripts.ts';
import { ROOT } from '../../../src/cli/paths.ts';

const FOLDER = join(ROOT, 'tests', 'packetdrill');

/** What one test says of an engine: why it fails it, or `null` if it passes or does not ask. */
export type Judgement = string | null;

/** A test that an engine can be put to. */
export interface Trial {
  /** A script's path below `tests/packetdrill`, or `case: …`. */
  readonly name: string;
  judge(engine: Engine, profile: ProfileName): Judgement;
  /** Does it hold for this profile, and does the reference pass it? */
  isSound(profile: ProfileName): boolean;
}

function scriptTrial(path: string): Trial {
  const source = readFileSync(path, 'utf8');
  const outcomes = new Map<ProfileName, boolean>();
  return {
    name: path.slice(FOLDER.length + 1).replaceAll('\\', '/'),
    judge(engine, profile) {
      const outcome = play(source, { ...DEFAULTS, engine, profile });
      return outcome.verdict === 'failed' ? outcome.failures.map(reason).join('; ') : null;
    },
    isSound(profile) {
      let passes = outcomes.get(profile);
      if (passes === undefined) {
        passes = play(source, { ...DEFAULTS, profile }).verdict === 'passed';
        outcomes.set(profile, passes);
      }
      return passes;
    },
  };
}

/** Every script of ours, and every table case. */
export function allTrials(): readonly Trial[] {
  const cases = CASES.map(({ name, holds }): Trial => {
    return {
      name: `case: ${name}`,
      judge: (engine) => (holds(engine) ? null : 'it does not hold'),
      isSound: () => holds(DEFAULTS.engine),
    };
  });
  return [...scriptsAt(FOLDER).map(scriptTrial), ...cases];
}
