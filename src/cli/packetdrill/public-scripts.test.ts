import { describe, expect, it } from 'vitest';
import type { ProfileName } from '#tcp';
import { DEFAULTS, play } from './play.ts';
import { reason, reportLines } from './report.ts';

const outcome = (script: string, profile: ProfileName) =>
  play(script, { ...DEFAULTS, isns: [0], profile });

const told = (script: string, profile: ProfileName) => {
  const found = outcome(script, profile);
  if (found.verdict === 'passed') return 'passed';
  return found.verdict === 'skipped' ? found.reason : found.failures.map(reason).join();
};

const CALL = `+0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
+0 connect(3, ..., ...) = -1 EINPROGRESS (Operation now in progress)
+0 > S 0:0(0) <...>
`;

const listening = (option = '') => `+0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
${option}+0 bind(3, ..., ...) = 0
+0 listen(3, 1) = 0
+0 < S 0:0(0) win 9999 <mss 1000,nop,wscale 7>
`;

describe('what the public suites ask of FreeBSD', () => {
  it('gives new sockets the times of the kernel as it is then', () => {
    const asked = (option: string, value: number) =>
      `+0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
       +0 getsockopt(3, IPPROTO_TCP, ${option}, [${value}], [4]) = 0
       +0 close(3) = 0\n`;
    const script = `${asked('TCP_KEEPINIT', 75)}${asked('TCP_KEEPCNT', 8)}
      +0 \`sysctl net.inet.tcp.keepinit=9000\`
      +0 \`sysctl net.inet.tcp.keepcnt=3\`
      ${asked('TCP_KEEPINIT', 9)}${asked('TCP_KEEPCNT', 3)}`;
    expect(told(script, 'freebsd')).toBe('passed');
  });

  it('gives a call up after TCP_KEEPINIT, and not one that is answered', () => {
    const call = (answer: string, end: string) => `+0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
      +0 setsockopt(3, IPPROTO_TCP, TCP_KEEPINIT, [2], 4) = 0
      +0 connect(3, ..., ...) = -1 EINPROGRESS (Operation now in progress)
      +0 > S 0:0(0) <...>
      ${answer}
      +1.5 getsockopt(3, SOL_SOCKET, SO_ERROR, [${end}], [4]) = 0`;
    expect(told(call('+1 > S 0:0(0) <...>', 'ETIMEDOUT'), 'freebsd')).toBe('passed');
    const answered = `+0.5 < S. 0:0(0) ack 1 win 9999 <mss 1000>
      +0 > . 1:1(0) ack 1
      +0.1 write(3, ..., 5) = 5
      +0 > P. 1:6(5) ack 1`;
    expect(told(call(answered, '0'), 'freebsd')).not.toContain('ETIMEDOUT');
  });

  it('is deaf to ICMP where icmp_may_rst says so', () => {
    const script = (may: number) => `+0 \`sysctl net.inet.tcp.icmp_may_rst=${may}\`
      ${CALL}+0.1 < [0:0(0)] icmp unreachable port_unreachable
      +0 getsockopt(3, SOL_SOCKET, SO_ERROR, [0], [4]) = 0`;
    expect(told(script(0), 'freebsd')).toBe('passed');
    expect(told(script(1), 'freebsd')).toContain('ECONNREFUSED');
  });

  it('passes what an earlier version did, with a note', () => {
    const script = `${CALL}+3 > S 0:0(0) <...>`;
    expect(outcome(script, 'freebsd')).toMatchObject({
      verdict: 'passed',
      notes: [expect.stringContaining('an initial RTO of 3 s')],
    });
    expect(told(script, 'linux')).toContain('at 1 s');
    const pinned = `+0 \`sysctl net.inet.tcp.rexmit_initial=1000\`\n${script}`;
    expect(told(pinned, 'freebsd')).toContain('at 1 s');
  });

  it('rounds windows as the script expects it, up or down', () => {
    const script = (win: number) => `${CALL}+0.1 < S. 0:0(0) ack 1 win 9999 <mss 1460,wscale 2>
      +0 > . 1:1(0) ack 1 win ${win}`;
    expect(told(script(1026), 'freebsd')).toBe('passed');
    expect(told(script(1027), 'freebsd')).toBe('passed');
    expect(told(script(1025), 'freebsd')).toContain('differs in window');
  });
});

describe('what the public suites ask of Linux', () => {
  it('announces its own MSS, whatever --mss cuts bursts to', () => {
    const script = `--mss=1000\n${listening()}+0 > S. 0:0(0) ack 1 <mss 1460,nop,wscale 7>`;
    expect(told(script, 'linux')).toBe('passed');
  });

  it('offers whole segments and no scale that it does not need of a buffer that was chosen', () => {
    const chosen = '+0 setsockopt(3, SOL_SOCKET, SO_RCVBUF, [20000], 4) = 0\n';
    const script = `${listening(chosen)}+0 > S. 0:0(0) ack 1 win 18980 <mss 1460,nop,wscale 0>`;
    expect(told(script, 'linux')).toBe('passed');
  });

  it('reads Python over several lines and with texts in it', () => {
    const script = `${CALL}+0 %{ assert tcpi_rto >= 0, "a; b # c"; \\
      assert (tcpi_state ==
        TCP_SYN_SENT), 'no, %d' % tcpi_state  # a comment
      print(tcpi_rto) }%`;
    expect(told(script, 'linux')).toBe('passed');
  });

  it('skips what a command does to the way, and not what only prepares an interface', () => {
    const script = (command: string) => `0 \`${command}\`\n${CALL}`;
    expect(told(script('ethtool -K tun0 tso off'), 'linux')).toBe('passed');
    expect(told(script('tc qdisc add dev tun0 root pfifo limit 0'), 'linux')).toContain(
      'a command that is not known here: tc qdisc add',
    );
  });
});

describe('reports', () => {
  it('cut long lines off and show no control characters', () => {
    const [, , line = ''] = reportLines([
      { path: 'a', outcome: outcome(`\u0007${'x'.repeat(5_000)}`, 'linux') },
    ]);
    expect(line.length).toBeLessThan(300);
    expect(line).toContain('·xxx');
  });
});
