import { describe, expect, it } from 'vitest';
import { ctl } from '#tcp';
import { parsePkt } from './parse.ts';

const packet = (text: string) => {
  const line = parsePkt(`0 ${text}`).lines[0];
  if (line?.kind !== 'packet') throw new Error('not a packet');
  return line;
};

describe('parsePkt', () => {
  it('reads a segment with all its fields', () => {
    expect(packet('< 40001 > 8080 SP. 5:8(3) ack 7 win 1000 <mss 1460, nop, eol>')).toMatchObject({
      direction: 'in',
      ports: { src: 40001, dst: 8080 },
      ctl: ctl({ syn: true, psh: true, ack: true }),
      seq: 5,
      length: 3,
      ack: 7,
      win: 1000,
      options: { mss: 1460 },
    });
  });

  it('reads no flags, a lone dot and any options', () => {
    expect(packet('< - 0:0(0)').ctl).toEqual(ctl({}));
    expect(packet('> . 1:1(0) ack 1').ctl).toEqual(ctl({ ack: true }));
    expect(packet('> S. 0:0(0) ack 1 <...>').options).toBe('any');
  });

  it('counts sequence numbers around the ring', () => {
    expect(packet('< P. 4294967295:1(2) ack 1').length).toBe(2);
  });

  it('reads every form of time', () => {
    const script = parsePkt(
      '0.1 close(3) = 0\n+1 close(3) = 0\n1~2 close(3) = 0\n+0.1~+0.2 close(3) = 0\n* close(3) = 0',
    );
    expect(script.lines.map((line) => line.when)).toEqual([
      { kind: 'at', ms: 100 },
      { kind: 'after', ms: 1000 },
      { kind: 'between', from: 1000, to: 2000, relative: false },
      { kind: 'between', from: 100, to: 200, relative: true },
      { kind: 'any' },
    ]);
  });

  it('reads calls with lists, strings, constants and errors', () => {
    const script = parsePkt(
      '0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n' +
        '0 setsockopt(3, SOL_SOCKET, SO_REUSEADDR, [1], 4) = 0\n' +
        '0 read(3, ..., 10) = -1 ECONNRESET (Connection reset by peer)',
    );
    expect(script.lines.map((line) => line.kind === 'call' && [line.name, line.errno])).toEqual([
      ['socket', null],
      ['setsockopt', null],
      ['read', 'ECONNRESET'],
    ]);
  });

  it('reads structures', () => {
    const [line] = parsePkt(
      '0 setsockopt(3, SOL_SOCKET, SO_LINGER, {onoff=1, linger=0}, 8) = 0',
    ).lines;
    const fields = { onoff: { kind: 'number', number: 1 }, linger: { kind: 'number', number: 0 } };
    expect(line).toMatchObject({ args: [{}, {}, {}, { kind: 'fields', fields }, {}] });
  });

  it('reads assertions on states', () => {
    const script = parsePkt(
      '0 %{ assert state == "SYN-RECEIVED" }%\n0 %{ assert state(40001) == \'LISTEN\' }%',
    );
    expect(script.lines).toMatchObject([
      { kind: 'assert', state: 'SYN-RECEIVED', port: null },
      { kind: 'assert', state: 'LISTEN', port: 40001 },
    ]);
  });

  it('reads every option that packetdrill has', () => {
    expect(
      packet('< S 0:0(0) win 1 <mss 1460,sackOK,TS val 100 ecr 0,nop,wscale 7>').options,
    ).toEqual({ mss: 1460, sackPermitted: true, ts: { val: 100, ecr: 0 }, wscale: 7 });
    expect(packet('< . 1:1(0) ack 1 win 1 <nop,nop,sack 1:2 5:9>').options).toEqual({
      sack: [
        { left: 1, right: 2 },
        { left: 5, right: 9 },
      ],
    });
    expect(packet('< S 0:0(0) win 1 <FO 0123abcd,nop>').needs).toEqual([
      'TCP Fast Open (RFC 7413)',
    ]);
    expect(packet('< S 0:0(0) win 1 <md5 ab12>').needs).toEqual(['MD5 signatures (RFC 2385)']);
  });

  it('tells what a segment wants that TCP itself does not have', () => {
    expect(packet('<[noecn] . 1:1(0) ack 1').needs).toEqual([]);
    expect(packet('<[ect0] . 1:1(0) ack 1').needs).toEqual([]);
    expect(packet('>[ect0] . 1:1(0) ack 1').needs).toEqual(['ECN (RFC 3168)']);
    expect(packet('> SEW 0:0(0)').needs).toEqual(['ECN (RFC 3168)']);
    expect(packet('> SA. 0:0(0) ack 1').needs).toEqual(['Accurate ECN']);
    expect(packet('< .5 1:1(0) ack 1').needs).toEqual(['Accurate ECN']);
  });

  it('reads absolute numbers and any numbers', () => {
    expect(packet('> R. 0!:0!(0) ack 5!')).toMatchObject({ seqIs: 'absolute', ackIs: 'absolute' });
    expect(packet('> R ...(0)')).toMatchObject({ seqIs: 'any', length: 0 });
  });

  it('reads numbers on the wire as the BSD suites mark them', () => {
    expect(packet('> R. 7:7(0)! ack 2')).toMatchObject({ seq: 7, seqIs: 'absolute' });
  });

  it('reads lines of other protocols, and says that they are needed', () => {
    const needs = (line: string) =>
      parsePkt(`${line}\n+0 close(3) = 0`).lines.map((each) =>
        each.kind === 'packet' ? each.needs : each.kind,
      );
    expect(needs('0 < udp (5)')).toEqual([['UDP'], 'call']);
    expect(needs('0 > ipv4 192.0.2.1 > 192.0.2.2: . 1:1(0) ack 1')).toEqual([
      ['packets within packets (ipv4)'],
      'call',
    ]);
    expect(needs('0 > sctp: INIT[flgs=0,\n  tag=1]')).toEqual([['SCTP'], 'call']);
    expect(packet('> S 0:0(0) <mss 9> { mut tcp mss; trun tcp 34-36 }').needs).toEqual([
      'packets that are damaged on purpose',
    ]);
    expect(packet('> . 1:1(0) ack 1 <nop,nop>/udp(9 > 11)').needs).toEqual(['TCP within UDP']);
  });

  it('takes the two names of EAGAIN for one', () => {
    const call = parsePkt('0 read(3, ..., 1) = -1 EWOULDBLOCK (Operation would block)').lines[0];
    expect(call).toMatchObject({ errno: 'EAGAIN' });
  });

  it('reads ICMP with the quoted segment before or behind', () => {
    const icmp = (text: string) => parsePkt(`0 ${text}`).lines[0];
    const quoted = { type: 'unreachable', code: 'frag_needed', mtu: 1200, seq: 1, direction: 'in' };
    expect(icmp('< icmp unreachable frag_needed mtu 1200 [1:1461(1460)]')).toMatchObject(quoted);
    expect(icmp('< [1:1461(1460)] icmp unreachable frag_needed mtu 1200')).toMatchObject(quoted);
    expect(icmp('< icmp source_quench')).toMatchObject({
      type: 'source_quench',
      code: null,
      seq: 0,
    });
  });

  it('reads calls that block, with commands, options and notes around them', () => {
    const script = parsePkt(
      '--tolerance_usecs=75000\n--define=CODE=port_unreachable\n--debug\n' +
        '# a comment\n`./defaults.sh\n./more.sh`\n' +
        '0.1...0.25 accept(3, ..., ...) = 4\n' +
        '+0...0.010 poll([{fd=4, events=POLLIN|POLLOUT, revents=POLLOUT}], 1, 100) = 1\n' +
        '+.5 fcntl(3, F_GETFL) = 0x02 (flags O_RDWR|O_NONBLOCK)\n' +
        '+0 sendmsg(4, {msg_name(...)=..., msg_iov(1)=[{..., 40}], msg_flags=0}, 0) = 40\n' +
        '+0 bind(3, {sa_family=AF_INET, sin_port=htons(9), sin_addr=inet_addr("1.2.3.4")}, 16) = 0\n' +
        '+0 < icmp unreachable CODE\n',
    );
    expect(script.options.map(({ name, value }) => [name, value])).toEqual([
      ['tolerance_usecs', '75000'],
      ['define', 'CODE=port_unreachable'],
      ['debug', null],
    ]);
    expect(script.lines).toMatchObject([
      { kind: 'command', command: './defaults.sh\n./more.sh' },
      { name: 'accept', when: { kind: 'at', ms: 100 }, until: 250 },
      { name: 'poll', when: { kind: 'after', ms: 0 }, until: 10 },
      { name: 'fcntl', when: { kind: 'after', ms: 500 }, result: { kind: 'number', number: 2 } },
      { name: 'sendmsg' },
      { name: 'bind', args: [{}, { kind: 'fields' }, {}] },
      { kind: 'icmp', code: 'port_unreachable' },
    ]);
  });

  it('reads the header and lets comments fall away', () => {
    const script = parsePkt(
      '// rfc: 3.10.7.2, third\n// prose: yes\n/* a\n b */ 0 < S 0:0(0) // x\n',
    );
    expect(script.header).toEqual({ rfc: '3.10.7.2, third', prose: 'yes' });
    expect(script.lines).toHaveLength(1);
    expect(script.lines[0]?.place).toEqual({ line: 4, column: 7 });
  });

  it.each([
    ['0 < S 0:0(1)', 'line 1, column 7: 0:0 are not 1 octets; the second number is the end'],
    ['0 < Q 0:0(0)', 'line 1, column 5: "Q" is no flag; S F R P U E W A and "." are'],
    ['0 < SS 0:0(0)', 'line 1, column 5: flag "S" stands twice'],
    ['0 < S. 0:0(0)', 'line 1, column 8: flag "." needs "ack <number>"'],
    [
      '0 < S 0:0(0) <scale 7>',
      'line 1, column 15: option "scale" is not known; mss, nop, eol, wscale, sackOK, sack, TS,',
    ],
    ['0 < S 0:0(0) <...>', 'line 1, column 14: <...> only makes sense in an expected segment'],
    ['0 < S 0:0(0) junk', 'line 1, column 14: expected a time in seconds, found "junk"'],
    ['0 < 0 > 1 S 0:0(0)', 'line 1, column 5: a port lies between 1 and 65535'],
    [
      '\n 0 fork() = 0',
      'line 2, column 4: "fork" is not among the calls socket, setsockopt, getsockopt, bind, listen, accept,',
    ],
    ['0 bind(3) = 0', 'line 1, column 3: bind() takes 3 arguments, found 1'],
    [
      '0 read(3, ..., 1) = -1',
      'line 1, column 23: a call that gives -1 needs its errno, found the end of the script',
    ],
    ['0 `ss -t', 'line 1, column 3: this command is never closed; another ` closes it'],
    [
      '0 %{ assert state = "LISTEN" }%',
      'line 1, column 3: states are asked for as %{ assert state == "…" }% or state(<peer port>)',
    ],
    ['0 %{ assert state == "SYN_RECV" }%', 'line 1, column 3: there is no state "SYN_RECV"'],

    ['0 < [ect9] . 1:1(0) ack 1', 'line 1, column 6: "ect9" is no field of IP'],
    ['0 < . 1!:1(0) ack', 'line 1, column 18: expected an acknowledgment number, found the end'],
    ['0 < . 1:1!(0) ack 1', 'line 1, column 7: both numbers need the "!", or none'],
    ['0 < . 1:1(0) ack 1 win 65536', 'line 1, column 24: a window is at most 65535'],
    ['0 < S 0:0(0) <mss 70000>', 'line 1, column 19: a segment size is at most 65535'],
    ['0 < icmp', 'line 1, column 9: expected a type of ICMP, found the end of the script'],
    ['0...0.1 < S 0:0(0)', 'line 1, column 9: only a system call lasts from a time to another'],
    ['0.2...0.1 read(3, ..., 1) = 1', 'line 1, column 7: a range of times must not end before'],
    ['0 %{ assert state == "OPEN" }%', 'line 1, column 3: there is no state "OPEN" in RFC 9293'],
    [
      '+1~2 close(3) = 0',
      'line 1, column 4: expected "+" after "~" of a relative range, found "2"',
    ],
    [
      '0 setsockopt(3, SOL_SOCKET, SO_LINGER, {onoff=1 linger=0}, 8) = 0',
      'line 1, column 49: expected "," after a field, found "linger"',
    ],
    ['1 close(3) = 0\n0.5 close(4) = 0', 'line 2, column 1: time runs back: 0.5 s here, 1 s in'],
    ['+1 close(3) = 0\n0.9 close(4) = 0', 'line 2, column 1: time runs back'],
    ['0 %{ assert 1', 'line 1, column 3: this code is never closed; }% closes it'],
    ['0 write(3, "a, 1) = 1', 'line 1, column 12: this text is never closed'],
    ['/* 0', 'line 1, column 1: this comment is never closed'],
    ['\u007fELF', 'line 1, column 1: octet 127 is no text; is this a packetdrill script?'],
    [`0 socket(${'['.repeat(99)}`, 'values may lie within one another 32 deep at most'],
    [`0 < S 0:0(0) ${'x'.repeat(99)}`, `found "${'x'.repeat(60)}…"`],
    ['2~1 close(3) = 0', 'line 1, column 3: a range of times must not end before it begins'],
    ['0 < S 4294967296:0(0)', 'line 1, column 7: a sequence number must fit into 32 bits'],
    [
      '0',
      'line 1, column 2: expected "<", ">", a system call or %{ … }% after the time, found the end of the script',
    ],
  ])('refuses %j', (source, message) => {
    expect(() => parsePkt(source)).toThrow(message);
  });
});
