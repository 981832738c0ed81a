import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePkt } from '#scenario/packetdrill/parse.ts';
import { PROFILES, type ProfileName } from '#tcp';
import { CliError } from './cli-error.ts';
import { DEFAULTS, play, type PlayOptions } from './packetdrill/play.ts';
import { reason, reportJson, reportLines } from './packetdrill/report.ts';
import { scriptsAt } from './packetdrill/scripts.ts';
import { ROOT, shown } from './paths.ts';

const FOLDER = join(ROOT, 'tests', 'packetdrill');
const scripts = scriptsAt(FOLDER).map((path) => ({
  name: path.slice(FOLDER.length + 1),
  source: readFileSync(path, 'utf8'),
}));

const cases = scripts.flatMap(({ name, source }) =>
  Object.keys(PROFILES).map((profile) => ({ name, source, profile: profile as ProfileName })),
);

describe('the engine does what our scripts say, in each profile that they hold for', () => {
  it.each(cases)('$name, $profile', ({ name, source, profile }) => {
    const outcome = play(source, { ...DEFAULTS, profile });
    const failures = outcome.verdict === 'failed' ? outcome.failures.map(reason) : [];
    const again = `see it again: npm run packetdrill -- --profile ${profile} tests/packetdrill/${name}`;
    expect(failures, again).toEqual([]);
    if (outcome.verdict === 'skipped') expect(outcome.reason).toMatch(/^written for /);
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

const told = (source: string, options: Partial<PlayOptions> = {}) => {
  const outcome = play(source, { ...DEFAULTS, isns: [0], ...options });
  return outcome.verdict === 'failed' ? outcome.failures.map(reason).join('\n') : outcome;
};

describe('play', () => {
  it.each([
    [
      'a wrong segment',
      '0.1 < . 7:7(0) ack 5\n+0 > R 6:6(0)',
      'line 5, column 1: expected > R 6:6(0) at 0.1 s, found > R 5:5(0) at 0.1 s',
    ],
    [
      'a missing segment',
      '0.1 < S 0:0(0)\n+0 > S. 0:0(0) ack 1 <...>\n+0.1 > . 1:1(0) ack 1',
      'line 6, column 1: expected > . 1:1(0) ack 1 at 0.2 s, found nothing was sent',
    ],
    [
      'an unexpected segment',
      '0.1 < . 7:7(0) ack 5\n+0 %{ assert state == "LISTEN" }%',
      'line 6, column 1: expected nothing else, found > R 5:5(0) at 0.1 s',
      '// rfc: 3.10.7.2\n',
    ],
    [
      'an unexpected segment before the expected one',
      '0.1 < . 7:7(0) ack 5\n+0 < S 0:0(0) win 1 <mss 9>\n+0 > S. 0:0(0) ack 1 <...>',
      'expected > S. 0:0(0) ack 1 <...> at 0.1 s, found > R 5:5(0) at 0.1 s',
    ],
    [
      'a segment that comes too late',
      '0.1 < S 0:0(0) <mss 9>\n+0 > S. 0:0(0) ack 1 <...>\n+0.5 > S. 0:0(0) ack 1 <...>',
      'found nothing was sent',
    ],
    ['a wrong state', '0.1 < R 7:7(0)\n+0 %{ assert state == "CLOSED" }%', 'the state is LISTEN'],
    [
      'a call that fails',
      '0.1 write(3, ..., 5) = 5',
      'line 4, column 1: expected write() to give 5, found write() gives ENOTCONN',
    ],
    [
      'a call that does not fail',
      '0.1 close(3) = -1 EPIPE (Broken pipe)',
      'expected close() to give EPIPE, found close() gives 0',
    ],
    [
      'a call that waits for ever',
      '0.1 accept(3, ..., ...) = 4',
      'expected accept() to give 4, found accept() waits, and its line names no end, as 0...0.2 would',
    ],
    [
      'unknown syntax',
      '0.1 < S 0:0(0) <sackNO>',
      'line 4, column 17: option "sackNO" is not known',
    ],
    ['a descriptor that is not open', '0.1 write(9, ..., 5) = 5', 'there is no descriptor 9'],
    ['an unknown option', '', 'there is no option --tolerance', '--tolerance=4\n'],
    ['a wrong header', '', '// config: delayedAck is a number', '// config: delayedAck=yes\n'],
    ['a setting that does not exist', '', 'there is no setting dalay', '// config: dalay=1\n'],
    ['a profile that does not exist', '', 'there is no profile bsd', '// profiles: bsd\n'],
    ['an open #ifdef', '', 'line 1, column 1: #ifdef without #endif', '#ifdef STANDARD\n'],
    ['an unknown directive', '', 'cannot read "#if 1"', '#if 1\n'],
  ])('tells %s', (_, line, expected, head = '') => {
    expect(told(head + SERVER + line)).toContain(expected);
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

  it.each([
    ['+0 `frobnicate`', 'line 4: a command that is not known here: frobnicate'],
    ['+0 `sysctl -w net.inet.tcp.nothing=1`\n+0 < R 1:1(0)', 'a kernel variable that is not known'],
    ['0.1 < S 0:0(0) win 1 <FO>', 'it needs TCP Fast Open (RFC 7413)'],
    ['+0 > SE. 0:0(0) ack 1', 'it needs ECN (RFC 3168)'],
    ['+0 %{ assert tcpi_snd_cwnd == 10 }%', 'it needs the field tcpi_snd_cwnd of TCP_INFO'],
    ['+0 setsockopt(3, SOL_TCP, TCP_CORK, [1], 4) = 0', 'it needs the socket option TCP_CORK'],
    ['+0 epoll_create(1) = 4', 'it needs the call epoll_create()'],
  ])('skips %j with its reason', (line, message) => {
    const outcome = play(SERVER + line);
    expect(outcome).toMatchObject({ verdict: 'skipped' });
    if (outcome.verdict === 'skipped') expect(outcome.reason).toContain(message);
  });

  it('takes kernel variables for settings, and says which change nothing', () => {
    const script = `0 \`sysctl -w net.inet.tcp.rexmit_initial=500\`
      +0 \`sysctl -w net.inet.tcp.hostcache.purgenow=1\`
      +0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
      +0 connect(3, ..., ...) = -1 EINPROGRESS (Operation now in progress)
      +0 > S 0:0(0) win 65535 <...>
      +0.5 > S 0:0(0) win 65535 <...>`;
    expect(play(script)).toEqual({
      verdict: 'passed',
      notes: ['net.inet.tcp.hostcache.purgenow: there is no congestion control here'],
    });
  });

  it('plays a script that wants RFC 5961 off as long as RFC 5961 has no say', () => {
    const script = (ack: number) => `0 \`sysctl -w net.inet.tcp.insecure_ack=1\`
      ${SERVER}0.1 < S 0:0(0) win 1000 <mss 1460>
      +0 > S. 0:0(0) ack 1 <...>
      +0.1 < . 1:1(0) ack 1 win 1000
      +0.1 < . 1:1(0) ack ${ack} win 1000
      +0 \`sysctl -w net.inet.tcp.insecure_ack=0\``;
    expect(play(script(1)).verdict).toBe('passed');
    expect(play(script(2 ** 32 - 5_000))).toEqual({
      verdict: 'skipped',
      reason: 'line 1: net.inet.tcp.insecure_ack=1, but ACKs are judged by RFC 5961',
    });
  });

  it('judges resets and SYNs by RFC 793 where a script asks for that', () => {
    const script = (name: string, segment: string) => `0 \`sysctl -w net.inet.tcp.${name}=1\`
      ${SERVER}0.1 < S 0:0(0) win 1000 <mss 1460>
      +0 > S. 0:0(0) ack 1 <...>
      +0.1 < . 1:1(0) ack 1 win 1000
      ${segment}
      +0 %{ assert state == "CLOSED" }%`;
    expect(play(script('insecure_rst', '+0.1 < R 2:2(0) win 0')).verdict).toBe('passed');
    const syn = `+0.1 < S 2:2(0) win 1000
      +0 > R. 0:0(0) ack 3`;
    expect(play(script('insecure_syn', syn)).verdict).toBe('passed');
  });

  it('never throws, whatever is in a script', () => {
    const pieces = fc.constantFrom(
      '>',
      '...',
      '*',
      '!',
      '`',
      '%{',
      '}',
      '(',
      '-',
      '9',
      '\n',
      '#',
      '',
    );
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(9), pieces), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.nat(scripts.length - 1), edits, (which, changes) => {
        const source = changes.reduce((text, [place, length, piece]) => {
          const at = place % (text.length + 1);
          return text.slice(0, at) + piece + text.slice(at + length);
        }, scripts[which]?.source ?? '');
        const outcome = play(source, { ...DEFAULTS, isns: [0] });
        expect(['passed', 'failed', 'skipped']).toContain(outcome.verdict);
      }),
      { numRuns: 300 },
    );
  });

  it('counts connections as sockstat does', () => {
    const count = (n: number) =>
      `${SERVER}0.1 < S 0:0(0) win 1 <mss 9>\n+0 > S. 0:0(0) ack 1 <...>\n` +
      `+0 \`sockstat -4 -P tcp -s -p 8080 | grep -c SYN_RCVD | grep ${n}\``;
    expect(play(count(1)).verdict).toBe('passed');
    expect(told(count(0))).toContain('expected 0 in SYN-RECEIVED, found 1');
  });

  it('follows #ifdef and #define by profile', () => {
    const script = `${SERVER}#define NINE 9\n0.1 < . NINE:NINE(0) ack 5
#ifdef STANDARD
+0 > R 5:5(0)
#else
+0 > R 6:6(0)
#endif`;
    expect(play(script).verdict).toBe('passed');
    expect(told(script, { profile: 'freebsd' })).toContain('expected > R 6:6(0)');
  });

  it('takes MSL as it is told, unless the script pins its own', () => {
    const [lasts] = scripts.filter(({ name }) => name === 'timers/time-wait-lasts-2-msl.pkt');
    const source = lasts?.source ?? '';
    expect(play(source, { ...DEFAULTS, msl: 30_000 }).verdict).toBe('passed');
    const free = source.replace('// msl: 120\n', '');
    expect(play(free, { ...DEFAULTS, msl: 30_000 }).verdict).toBe('failed');
    const shorter = free.replace('+239.999', '+59.999');
    expect(play(shorter, { ...DEFAULTS, msl: 30_000 }).verdict).toBe('passed');
  });

  it('takes settings from the header', () => {
    const script = `// config: delayedAck=200 windowScale=3 keepAlive=1000/100/2
// rfc: RFC7323 2
${SERVER}0.1 < S 0:0(0) win 1000 <mss 1460,wscale 2>
+0 > S. 0:0(0) ack 1 win 65535 <mss 1460,wscale 3>
+0.1 < . 1:1(0) ack 1 win 1000
+0.1 < P. 1:11(10) ack 1 win 1000
+0.2 > . 1:1(0) ack 11 win 8190`;
    expect(told(script)).toMatchObject({ verdict: 'passed' });
  });
});

describe('the report', () => {
  const results = [
    { path: 'a.pkt', outcome: { verdict: 'passed', notes: ['net.a: nothing'] } },
    { path: 'b.pkt', outcome: { verdict: 'skipped', reason: 'written for linux' } },
    {
      path: 'c.pkt',
      outcome: {
        verdict: 'failed',
        failures: [
          {
            place: { line: 3, column: 1 },
            message: 'expected a, found b',
            expected: 'a',
            found: 'b',
            line: '0 > .',
            isn: 0,
          },
        ],
        notes: ['net.a: nothing'],
      },
    },
  ] as const;

  it('has a line for each script, reasons, and the counts at the end', () => {
    expect(reportLines(results)).toEqual([
      'passed  a.pkt',
      'skipped b.pkt: written for linux',
      'failed  c.pkt',
      '  line 3, column 1 (initial sequence number 0)',
      '    0 > .',
      '    expected a',
      '    found    b',
      'what changes nothing here:',
      '  net.a: nothing (2 scripts)',
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
