import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { listenToRules } from '#tcp/followed.ts';
import { PROFILES, type ProfileName } from '#tcp/profiles.ts';
import { DEFAULTS, play } from '../packetdrill/play.ts';
import { scriptsAt } from '../packetdrill/scripts.ts';
import { BUILD_DIR, ROOT, shown } from '../paths.ts';
import { runTool } from '../process.ts';
import { COLLECT_INTO, ENGINE_ROOMS, type TestRules } from './collected.ts';

/** What the tests show, and what went wrong with them. */
export interface Evidence {
  readonly tests: readonly TestRules[];
  readonly problems: readonly string[];
}

const UNIT_TESTS = [...ENGINE_ROOMS, '--exclude', '**/*.prop.test.ts'];

/** Runs the unit tests of the engine in Vitest and collects the rules they follow. */
export async function rulesOfUnitTests(): Promise<Evidence> {
  const folder = join(BUILD_DIR, 'rules');
  rmSync(folder, { recursive: true, force: true });
  const args = ['run', ...UNIT_TESTS, '--reporter=dot'];
  const env = { [COLLECT_INTO]: folder };
  const { code, output } = await runTool('vitest', args, { env, print: 'keep' });
  const tests = takeCollected(folder);
  if (code === 0) return { tests, problems: [] };
  const failed = [...output.matchAll(/^.*FAIL.*$/gm)].map(([line]) => line.trim());
  const problems = failed.length > 0 ? failed : output.trim().split('\n').slice(-10);
  return { tests, problems };
}

/** What a run of the unit tests left in `folder`. It is taken away: the next table needs a new run. */
export function takeCollected(folder: string): readonly TestRules[] {
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  const tests = files.flatMap(
    (file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as readonly TestRules[],
  );
  rmSync(folder, { recursive: true, force: true });
  return tests;
}

/** Plays our packetdrill scripts, each in the profiles it holds for, and collects their rules. */
export function rulesOfScripts(): Evidence {
  const tests: TestRules[] = [];
  const problems: string[] = [];
  for (const path of scriptsAt(join(ROOT, 'tests/packetdrill'))) {
    const source = readFileSync(path, 'utf8');
    for (const profile of Object.keys(PROFILES) as ProfileName[]) {
      const rules = new Set<string>();
      listenToRules((rule) => rules.add(rule));
      const { verdict } = play(source, { ...DEFAULTS, profile });
      listenToRules(null);
      if (verdict === 'passed') tests.push({ test: shown(path), rules: [...rules] });
      if (verdict === 'failed') problems.push(`${shown(path)} fails in the profile ${profile}`);
    }
  }
  return { tests, problems };
}
