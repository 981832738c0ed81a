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
    ['0 < Q 0:0(0)', 'line 1, column 5: "Q" is no flag; S F R P U E W and "." are'],
    ['0 < SS 0:0(0)', 'line 1, column 5: flag "S" stands twice'],
    ['0 < S. 0:0(0)', 'line 1, column 8: flag "." needs "ack <number>"'],
    ['0 < S 0:0(0) ack 1', 'line 1, column 7: "ack" needs the flag "."'],
    [
      '0 < S 0:0(0) <wscale 7>',
      'line 1, column 15: option "wscale" is not known; mss, nop and eol are',
    ],
    ['0 < S 0:0(0) <...>', 'line 1, column 14: <...> only makes sense in an expected segment'],
    ['0 < S 0:0(0) junk', 'line 1, column 14: expected a time in seconds, found "junk"'],
    ['0 < 0 > 1 S 0:0(0)', 'line 1, column 5: a port lies between 1 and 65535'],
    [
      '\n 0 fork() = 0',
      'line 2, column 4: "fork" is not among the calls socket, setsockopt, bind, listen, accept, connect, read, write, shutdown, close',
    ],
    ['0 bind(3) = 0', 'line 1, column 3: bind() takes 3 arguments, found 1'],
    [
      '0 read(3, ..., 1) = -1',
      'line 1, column 23: a call that gives -1 needs its errno, found the end of the script',
    ],
    ['0 `ss -t`', 'line 1, column 3: cannot read "`" here'],
    [
      '0 %{ print(1) }%',
      'line 1, column 3: only %{ assert state == "…" }% and state(<peer port>) can be read',
    ],
    [
      '0 %{ assert state == "SYN_RECV" }%',
      'line 1, column 3: only %{ assert state == "…" }% and state(<peer port>) can be read',
    ],
    ['0 %{ assert state == "OPEN" }%', 'line 1, column 3: there is no state "OPEN" in RFC 9293'],
    [
      '+1~2 close(3) = 0',
      'line 1, column 4: expected "+" after "~" of a relative range, found "2"',
    ],
    [
      '0 setsockopt(3, SOL_SOCKET, SO_LINGER, {onoff=1 linger=0}, 8) = 0',
      'line 1, column 49: expected "," after a field, found "linger"',
    ],
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
