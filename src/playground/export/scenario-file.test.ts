import fc from 'fast-check';
import { format } from 'prettier';
import { expect, it } from 'vitest';
import { runScenario } from '#scenario/run.ts';
import type { Scenario } from '#scenario/scenario.ts';
import { toJson } from '#trace/json.ts';
import { anySession } from '../fixtures.ts';
import { play } from '../model/play.ts';
import { PRESETS } from '../presets/presets.ts';
import { scenarioFile } from './scenario-file.ts';

/** What the file exports: it is data, and written by us. */
const scenarioIn = (file: string): Scenario => {
  const body = /export default ([\s\S]*) satisfies Scenario;/.exec(file)?.[1] ?? '';
  return new Function(`return ${body}`)() as Scenario;
};

it('gives the same Trace where it is run, and stands as our files stand', async () => {
  for (const { id, session, now } of PRESETS) {
    const file = scenarioFile(session, now, id);
    expect(toJson(runScenario(scenarioIn(file)))).toBe(toJson(play(session, now).trace));
    const pretty = await format(file, { parser: 'typescript', printWidth: 100, singleQuote: true });
    expect(file).toBe(pretty);
  }
});

it('does so for any session whose deeds can be done', () => {
  fc.assert(
    fc.property(anySession, (session) => {
      const until = 2_000;
      const { refused, isEndless } = play(session, until);
      if (isEndless) return;
      const deeds = session.deeds.filter((each) => !refused.includes(each));
      const able = { ...session, deeds };
      const run = play(able, until);
      if (run.refused.length > 0 || run.isEndless) return;
      const scenario = scenarioIn(scenarioFile(able, until, 'any'));
      expect(toJson(runScenario(scenario))).toBe(toJson(run.trace));
    }),
    { numRuns: Math.ceil(Number(process.env['FC_RUNS'] ?? 200) / 4) },
  );
});
