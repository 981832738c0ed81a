import { describe, expect, it } from 'vitest';
import { replay } from '#network/replay.ts';
import { reference } from '#tcp';
import { parsePkt } from './parse.ts';
import { pktToRun } from './run.ts';

const OPEN =
  '0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n0 bind(3, ..., ...) = 0\n0 listen(3, 1) = 0\n';

const LIFE = `${OPEN}
  0.1 < S 0:0(0) win 65535 <mss 1460>
  +0 > S. 0:0(0) ack 1 win 65535 <mss 1460>
  +0.1 < . 1:1(0) ack 1 win 65535
  +0 accept(3, ..., ...) = 4
  +0.1 < P. 1:11(10) ack 1 win 65535
  * > . 1:1(0) ack 11
  +0 read(4, ..., 100) = 10
  +0 write(4, ..., 5) = 5
  +0 > P. 1:6(5) ack 11
  +0.1 < . 11:11(0) ack 6 win 65535
  +0 shutdown(4, SHUT_WR) = 0
  +0 > F. 6:6(0) ack 11
  +0 close(4) = 0
  +0 %{ assert state == "FIN-WAIT-1" }%`;

describe('pktToRun', () => {
  it.each([
    { ours: 300, peer: 100 },
    { ours: 0xffffffff, peer: 0xffffffff },
    { ours: 0x7fffffff, peer: 0x80000000 },
  ])('makes inputs that lead the reference through a life at %o', (origin) => {
    const { run } = pktToRun(parsePkt(LIFE), { origin });
    const { entries } = replay(reference, run);
    expect(entries.map(({ after }) => after)).toEqual([
      'LISTEN',
      'SYN-RECEIVED',
      ...Array.from({ length: 5 }, () => 'ESTABLISHED'),
      'FIN-WAIT-1',
      'FIN-WAIT-1',
    ]);
  });

  it.each([
    ['0~1 < S 0:0(0)', 'what the script does itself needs an exact time'],
    ['0 write(7, ..., 1) = 1', 'descriptor 7 has no connection'],
    ['0 accept(3, ..., ...) = 4', 'accept(): no connection is complete'],
    [
      '0 setsockopt(3, SOL_TCP, TCP_NODELAY, [1], 4) = 0',
      'setsockopt() can only set SO_REUSEADDR, or SO_LINGER',
    ],
    ['0 shutdown(3, SHUT_RD) = 0', 'shutdown() can only be read with SHUT_WR'],
    ['0 < icmp source_quench', 'this line cannot be run without a live host'],
    ['0 `sysctl -w a=1`', 'this line cannot be run without a live host'],
  ])('refuses %j', (line, message) => {
    expect(() => pktToRun(parsePkt(OPEN + line))).toThrow(message);
  });
});
