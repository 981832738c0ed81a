/*
 * npm run packetdrill -- [--profile P] [--msl SECONDS] [--isn LIST] [--json] PATH…
 * Plays packetdrill scripts against the engine, each at several initial sequence numbers.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CliError, run } from './cli-error.ts';
import { PROFILES, type ProfileName } from '#tcp';
import { DEFAULTS, play, type PlayOptions } from './packetdrill/play.ts';
import { reportJson, reportLines } from './packetdrill/report.ts';
import { scriptsAt } from './packetdrill/scripts.ts';

const USAGE =
  'Usage: npm run packetdrill -- [--profile P] [--msl SECONDS] [--isn LIST] [--json] PATH…';

await run(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      profile: { type: 'string' },
      msl: { type: 'string' },
      isn: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  if (positionals.length === 0) throw new CliError(USAGE, 2);
  const options: PlayOptions = {
    ...DEFAULTS,
    profile: profileFrom(values.profile),
    ...(values.msl === undefined ? {} : { msl: mslFrom(values.msl) }),
    ...(values.isn === undefined ? {} : { isns: isnsFrom(values.isn) }),
  };
  const results = positionals
    .flatMap(scriptsAt)
    .map((path) => ({ path, outcome: play(readFileSync(path, 'utf8'), options) }));
  if (values.json === true) console.log(reportJson(results));
  else for (const line of reportLines(results)) console.log(line);
  return results.some(({ outcome }) => outcome.verdict === 'failed') ? 1 : 0;
});

function profileFrom(name: string = DEFAULTS.profile): ProfileName {
  const names = Object.keys(PROFILES) as ProfileName[];
  const profile = names.find((each) => each === name);
  if (profile !== undefined) return profile;
  throw new CliError(`There is no profile ${name}. There are: ${names.join(', ')}.`, 2);
}

function mslFrom(text: string): number {
  const seconds = Number(text);
  if (text.trim() !== '' && Number.isFinite(seconds) && seconds > 0) return seconds * 1_000;
  throw new CliError(`--msl takes a number of seconds above 0, not “${text}”.`, 2);
}

function isnsFrom(text: string): readonly number[] {
  return text.split(',').map((each) => {
    const isn = Number(each);
    if (each.trim() !== '' && Number.isInteger(isn) && isn >= 0 && isn <= 0xffff_ffff) return isn;
    throw new CliError(`--isn takes numbers from 0 to 4294967295 with commas, not “${text}”.`, 2);
  });
}
