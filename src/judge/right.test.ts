import { expect, it } from 'vitest';
import { parsePkt } from '#scenario/packetdrill/parse.ts';
import { pktToRun } from '#scenario/packetdrill/run.ts';
import { rightRecords } from './right.ts';

/** A connection in TIME-WAIT that is called twice. */
const waiting = (config: string) => `// config: ${config}
0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
0 bind(3, ..., ...) = 0
0 listen(3, 1) = 0
0.1 < S 0:0(0) win 65535
+0 > S. 0:0(0) ack 1
0.2 < . 1:1(0) ack 1 win 65535
0.2 accept(3, ..., ...) = 4
0.3 shutdown(4, SHUT_WR) = 0
+0 > F. 1:1(0) ack 1
0.4 < F. 1:1(0) ack 2 win 65535
+0 > . 2:2(0) ack 2
0.5 < S 100:100(0) win 65535
0.6 < S 200:200(0) win 65535
`;
const endsOf = (config: string) =>
  rightRecords(pktToRun(parsePkt(waiting(config))).run).map(({ entries }) =>
    entries.slice(-2).map(({ after }) => after),
  );

it('a host that is set to refuse has one right answer', () => {
  expect(endsOf('reopen=never')).toEqual([['TIME-WAIT', 'TIME-WAIT']]);
});

it('a host that may reopen a connection may refuse each call', () => {
  expect(endsOf('reopen=sequence')).toEqual([
    // The second call meets SYN-RECEIVED: back to LISTEN, which is the listener's own.
    ['SYN-RECEIVED', 'LISTEN'],
    ['TIME-WAIT', 'SYN-RECEIVED'],
    ['TIME-WAIT', 'TIME-WAIT'],
  ]);
});
