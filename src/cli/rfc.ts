/*
 * npm run rfc -- [--json] [--collected FOLDER]
 * The table of requirements: for each, the rule in the engine and the tests that followed it, as they
 * followed it just now. Fails where a requirement in scope has no rule or no test. `--collected`: where
 * unit tests that have just run left the rules that they followed.
 */
import { parseArgs } from 'node:util';
import { t } from '#text/en.ts';
import { run } from './cli-error.ts';
import { countsLine } from './counts.ts';
import { type Evidence, rulesOfScripts, rulesOfUnitTests, takeCollected } from './rfc/evidence.ts';
import { namedRules } from './rfc/named.ts';
import { rowLines } from './rfc/report.ts';
import { RFC_9293 } from './rfc/rfc9293.ts';
import { OTHER_RFCS, SECTION_3_10, SYSTEMS } from './rfc/sections.ts';
import { isFollowed, table, unknownRules } from './rfc/table.ts';

await run(async () => {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, collected: { type: 'string' } },
  });
  const evidence = [await rulesOfUnits(values.collected), rulesOfScripts()];
  const sources = {
    requirements: [...RFC_9293, ...SECTION_3_10, ...OTHER_RFCS, ...SYSTEMS],
    named: namedRules(),
    tests: evidence.flatMap(({ tests }) => tests),
    wordsOf: (id: string) => (t.has(`rule.${id}`) ? t(`rule.${id}`) : null),
  };
  const rows = table(sources);
  const others = [
    {
      name: 'the tests that give the evidence pass',
      problems: evidence.flatMap((e) => e.problems),
    },
    { name: 'every rule that the code names is in the table', problems: unknownRules(sources) },
  ];
  const checks = [...rows.filter(isFollowed), ...others];
  const failed = checks.filter(({ problems }) => problems.length > 0).length;
  const counts = { passed: checks.length - failed, failed, skipped: 0 };

  if (values.json === true) {
    console.log(JSON.stringify({ ...counts, requirements: rows, checks: others }, null, 2));
  } else {
    for (const line of rows.flatMap(rowLines)) console.log(line);
    for (const { name, problems } of others) {
      console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${name}`);
      for (const problem of problems) console.log(`       ${problem}`);
    }
    console.log(countsLine(counts));
  }
  return failed > 0 ? 1 : 0;
});

/** What unit tests that have just run have left behind, or else what they show when they run now. */
async function rulesOfUnits(collected: string | undefined): Promise<Evidence> {
  const tests = collected === undefined ? [] : takeCollected(collected);
  return tests.length > 0 ? { tests, problems: [] } : rulesOfUnitTests();
}
