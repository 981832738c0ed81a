import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePkt } from '#scenario/packetdrill/parse.ts';
import { CliError } from './cli-error.ts';
import { DEFAULTS, play } from './packetdrill/play.ts';
import { reason, reportJson, reportLines } from './packetdrill/report.ts';
import { scriptsAt } from './packetdrill/scripts.ts';
import { ROOT, shown } from './paths.ts';

const FOLDER = join(ROOT, 'tests', 'packetdrill');
const scripts = scriptsAt(FOLDER).map((path) => ({
  name: path.slice(FOLDER.length + 1),
  source: readFileSync(path, 'utf8'),
}));

describe('the engine does what RFC 9293 says', () => {
  it.each(scripts)('$name', ({ name, source }) => {
    const outcome = play(source);
    const failures = outcome.verdict === 'failed' ? outcome.failures.map(reason) : [];
    const again = `see it again: npm run packetdrill -- tests/packetdrill/${name}`;
    expect(failures, again).toEqual([]);
    expect(outcome.verdict, again).toBe('passed');
  });

  it.each(scripts)('$name names its rule and asserts a state at the end', ({ source }) => {
    const { header, lines } = parsePkt(source);
    expect(source).toMatch(/^\/\/ rfc: /);
    expect(header['rfc']).toBeDefined();
    expect(lines.some(({ kind }) => kind === 'assert')).toBe(true);
  });
});

const SERVER = `0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
0 bind(3, ..., ...) = 0
0 listen(3, 1) = 0
`;

describe('play', () => {
  it.each([
    [
      'a wrong segment',
      '0.1 < . 7:7(0) ack 5\n+0 > R 6:6(0)',
      'line 5, column 1: expected R 6:6(0)',
    ],
    [
      'a missing segment',
      '0.1 < S 0:0(0)\n+0 > S. 0:0(0) ack 1 <...>\n1.2 > . 1:1(0) ack 1',
      'line 6',
    ],
    ['an unexpected segment', '0.1 < . 7:7(0) ack 5', 'not expected at 100 ms: R 5:5(0)'],
    ['a wrong state', '0.1 < R 7:7(0)\n+0 %{ assert state == "CLOSED" }%', 'the state is LISTEN'],
    [
      'a call that fails',
      '0.1 write(3, ..., 5) = 5',
      'line 4, column 1: expected write() to give no error, it gives ENOTCONN',
    ],
    [
      'a call that does not fail',
      '0.1 close(3) = -1 EPIPE (Broken pipe)',
      'expected close() to give EPIPE, it gives no error',
    ],
    [
      'unknown syntax',
      '0.1 < S 0:0(0) <sackOK>',
      'line 4, column 17: option "sackOK" is not known',
    ],
    [
      'a call that cannot be run',
      '0.1 write(9, ..., 5) = 5',
      'line 4, column 1: descriptor 9 has no connection',
    ],
  ])('tells %s', (_, line, expected) => {
    const outcome = play(SERVER + line, { ...DEFAULTS, isns: [0] });
    expect(outcome).toMatchObject({ verdict: 'failed' });
    if (outcome.verdict !== 'failed') return;
    expect(outcome.failures.map(reason).join('\n')).toContain(expected);
  });

  it('fails an empty script', () => {
    expect(play('// rfc: none\n')).toMatchObject({ verdict: 'failed' });
  });

  it('skips what was written for another profile, and says so', () => {
    expect(play(`// profiles: linux\n${SERVER}`)).toEqual({
      verdict: 'skipped',
      reason: 'written for linux, not for rfc9293',
    });
  });

  it('takes MSL as it is told', () => {
    const [lasts] = scripts.filter(({ name }) => name === 'timers/time-wait-lasts-2-msl.pkt');
    expect(play(lasts?.source ?? '', { ...DEFAULTS, msl: 30_000 }).verdict).toBe('failed');
    const shorter = lasts?.source.replace('+239.999', '+59.999') ?? '';
    expect(play(shorter, { ...DEFAULTS, msl: 30_000 }).verdict).toBe('passed');
  });
});

describe('the report', () => {
  const results = [
    { path: 'a.pkt', outcome: { verdict: 'passed' } },
    { path: 'b.pkt', outcome: { verdict: 'skipped', reason: 'written for linux' } },
    {
      path: 'c.pkt',
      outcome: {
        verdict: 'failed',
        failures: [{ place: { line: 3, column: 1 }, message: 'no', isn: 0 }],
      },
    },
  ] as const;

  it('has a line for each script, reasons, and the counts at the end', () => {
    expect(reportLines(results)).toEqual([
      'passed  a.pkt',
      'skipped b.pkt: written for linux',
      'failed  c.pkt',
      '  line 3, column 1: no (initial sequence number 0)',
      '1 passed, 1 failed, 1 skipped',
    ]);
  });

  it('says the same in JSON', () => {
    expect(JSON.parse(reportJson(results))).toMatchObject({
      summary: '1 passed, 1 failed, 1 skipped',
      scripts: [{ path: 'a.pkt', verdict: 'passed' }, {}, { verdict: 'failed' }],
    });
  });

  it('refuses a path where nothing is', () => {
    expect(() => scriptsAt(join(FOLDER, 'nothing'))).toThrow(CliError);
    expect(() => scriptsAt(join(ROOT, 'src', 'text'))).toThrow('no .pkt file');
    expect(scriptsAt(FOLDER).map(shown)).toContain('tests/packetdrill/closed/ack-draws-reset.pkt');
  });
});
