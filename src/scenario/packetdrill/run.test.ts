import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { replay } from '#network/replay.ts';
import { reference } from '#tcp';
import { checkPkt } from './check.ts';
import { parsePkt } from './parse.ts';
import { pktToRun } from './run.ts';

const problems = (source: string, origin?: { ours: number; peer: number }) => {
  const made = pktToRun(parsePkt(source), { origin });
  return checkPkt(made, replay(reference, made.run)).map(
    ({ place, message }) => `${place.line}: ${message}`,
  );
};

const OPEN =
  '0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n0 bind(3, ..., ...) = 0\n0 listen(3, 1) = 0\n';

describe('pktToRun and checkPkt', () => {
  it.each([
    { ours: 300, peer: 100 },
    { ours: 0xffffffff, peer: 0xffffffff },
    { ours: 0x7fffffff, peer: 0x80000000 },
  ])('runs a whole life at %o', (origin) => {
    const script = `${OPEN}
      0.1 < S 0:0(0) win 65535 <mss 1460>
      +0 > S. 0:0(0) ack 1 win 65535 <mss 1460>
      +.1 < . 1:1(0) ack 1 win 65535`.replace('+.1', '+0.1');
    const life = `${script}
      +0 accept(3, ..., ...) = 4
      +0 %{ assert state == "ESTABLISHED" }%
      +0.1 < P. 1:11(10) ack 1 win 65535
      * > . 1:1(0) ack 11
      +0 read(4, ..., 100) = 10
      +0 write(4, ..., 5) = 5
      +0 > P. 1:6(5) ack 11
      +0.1 < . 11:11(0) ack 6 win 65535
      +0 close(4) = 0
      +0 > F. 6:6(0) ack 11
      +0 %{ assert state == "FIN-WAIT-1" }%`;
    expect(problems(life, origin)).toEqual([]);
  });

  it('calls, too', () => {
    expect(
      problems(`0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
        0 connect(3, ..., ...) = -1 EINPROGRESS (Operation now in progress)
        +0 > S 0:0(0) <mss 1460>
        +0.1 < S. 0:0(0) ack 1 win 65535 <mss 1460>
        +0 > . 1:1(0) ack 1
        +0 %{ assert state == "ESTABLISHED" }%`),
    ).toEqual([]);
  });

  it('says what differs, and where', () => {
    expect(
      problems(`${OPEN}0.1 < S 0:0(0) win 1 <mss 1460>
0.1 > S. 0:0(0) ack 2 <...>
0.1 %{ assert state == "LISTEN" }%
0.2 < . 1:1(0) ack 9 win 1
0.2 read(3, ..., 5) = 5`),
    ).toEqual([
      '5: expected S. 300:300(0) ack 102 at 100 ms, found S. 300:300(0) ack 101 win 65535 <mss 1460> at 100 ms',
      '6: expected LISTEN, the state is SYN-RECEIVED',
      '8: expected 5 octets, 0 were read',
      '8: not expected at 200 ms: R 309:309(0) win 0',
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
    ['0 %{ assert state(9) == "LISTEN" }%', 'no connection to ask for its state'],
  ])('refuses %j', (line, message) => {
    expect(() => pktToRun(parsePkt(OPEN + line))).toThrow(message);
  });
});

describe('the suites of the labs agree with the reference', () => {
  const suite = new URL('../../../labs/listen/suite/', import.meta.url);
  for (const group of ['visible/', 'hidden/']) {
    for (const name of readdirSync(new URL(group, suite))) {
      it(name, () => {
        expect(problems(readFileSync(new URL(group + name, suite), 'utf8'))).toEqual([]);
      });
    }
  }
});
