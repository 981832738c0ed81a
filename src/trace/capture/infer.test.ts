import { describe, expect, it } from 'vitest';
import { segmentsFrom } from './fixtures.ts';
import { type ConnectionSummary, listCapture } from './list.ts';
import { writePcapng } from './write.ts';

function connectionsOf(script: string): readonly ConnectionSummary[] {
  const listing = listCapture(writePcapng(segmentsFrom(script)));
  if (!listing.ok) throw new Error(listing.error.what);
  expect(listing.value.notes).toEqual([]);
  return listing.value.connections;
}

/** `openedBy closedFirst stateA stateB retransmissions resetBy`. */
function story(script: string): string {
  return connectionsOf(script)
    .map((each) =>
      [each.openedBy, each.closedFirst, each.stateA, each.stateB, each.retransmissions]
        .concat(each.resetBy)
        .join(' '),
    )
    .join(' | ');
}

const OPEN = `
  A S 100
  B S 300 ack 101
  A . 101 ack 301
`;

describe('states, opening', () => {
  it.each([
    ['a SYN that nobody answers', 'A S 100', 'a  SYN-SENT  0 '],
    ['a SYN that comes again', 'A S 100\nA S 100', 'a  SYN-SENT  1 '],
    ['an answer whose ACK is missing', 'A S 100\nB S 300 ack 101', 'a  SYN-SENT SYN-RECEIVED 0 '],
    ['three segments', OPEN, 'a  ESTABLISHED ESTABLISHED 0 '],
    ['a capture that begins with the answer', OPEN.slice(12), 'a  ESTABLISHED ESTABLISHED 0 '],
    [
      'a SYN,ACK that comes again after its ACK was lost',
      `${OPEN}B S 300 ack 101`,
      'a  ESTABLISHED SYN-RECEIVED 1 ',
    ],
    [
      'and is acknowledged again',
      `${OPEN}B S 300 ack 101\nA . 101 ack 301`,
      'a  ESTABLISHED ESTABLISHED 1 ',
    ],
    [
      'a closed port',
      `A S 100
       B R 0 ack 101`,
      'a  CLOSED CLOSED 0 b',
    ],
    [
      'a caller that has forgotten its SYN',
      'A S 100\nB S 300 ack 101\nA R 101',
      'a  CLOSED LISTEN 0 a',
    ],
    [
      'a capture of one direction alone',
      'A S 100\nA . 101 ack 301\nA P 101 ack 301 "x"',
      'a  ESTABLISHED ESTABLISHED 0 ',
    ],
    [
      'a SYN that is refused and comes again, as some systems send it',
      'A S 100\nB R 0 ack 101\nA S 100\nB R 0 ack 101',
      'a  CLOSED CLOSED 1 b',
    ],
    [
      'both at once (RFC 9293 Figure 7)',
      `A S 100
       B S 300
       A S 100 ack 301
       B S 300 ack 101`,
      'both  ESTABLISHED ESTABLISHED 0 ',
    ],
    [
      'an old duplicate SYN (RFC 9293 Figure 8)',
      `A S 100
       A S 90
       B S 300 ack 91
       A R 91
       B S 400 ack 101
       A . 101 ack 401`,
      'a  ESTABLISHED ESTABLISHED 0  | a  CLOSED LISTEN 0 a',
    ],
  ])('%s', (_what, script, expected) => {
    expect(story(script)).toBe(expected);
  });
});

const FIN = `${OPEN}A F 101 ack 301\n`;
const HALF = `${FIN}B . 301 ack 102\n`;
const LAST = `${HALF}B F 301 ack 102\n`;

describe('states, closing', () => {
  it.each([
    ['a FIN on its way', FIN, 'a a FIN-WAIT-1 ESTABLISHED 0 '],
    ['a FIN acknowledged', HALF, 'a a FIN-WAIT-2 CLOSE-WAIT 0 '],
    ['data after that', `${HALF}B . 301 ack 102 "x"`, 'a a FIN-WAIT-2 CLOSE-WAIT 0 '],
    ['the second FIN', LAST, 'a a FIN-WAIT-2 LAST-ACK 0 '],
    ['four segments', `${LAST}A . 102 ack 302`, 'a a TIME-WAIT CLOSED 0 '],
    ['three segments', `${FIN}B F 301 ack 102\nA . 102 ack 302`, 'a a TIME-WAIT CLOSED 0 '],
    ['the server first', `${OPEN}B F 301 ack 101\nA . 101 ack 302`, 'a b CLOSE-WAIT FIN-WAIT-2 0 '],
    [
      'a last ACK that was lost',
      `${LAST}A . 102 ack 302\nB F 301 ack 102`,
      'a a TIME-WAIT LAST-ACK 1 ',
    ],
    ['FINs that cross', `${FIN}B F 301 ack 101`, 'a both FIN-WAIT-1 FIN-WAIT-1 0 '],
    [
      'a FIN before the text that it follows',
      `${OPEN}A F 104 ack 301\nA P 101 ack 301 "abc"\nB . 301 ack 105`,
      'a a FIN-WAIT-2 CLOSE-WAIT 0 ',
    ],
    [
      'a FIN whose text is missing',
      `${OPEN}A F 104 ack 301\nB . 301 ack 101`,
      'a a FIN-WAIT-1 ESTABLISHED 0 ',
    ],
    [
      'FINs that crossed, one acknowledged',
      `${FIN}B F 301 ack 101\nA . 102 ack 302`,
      'a both CLOSING FIN-WAIT-2 0 ',
    ],
    [
      'FINs that crossed, both acknowledged',
      `${FIN}B F 301 ack 101\nA . 102 ack 302\nB . 302 ack 102`,
      'a both TIME-WAIT TIME-WAIT 0 ',
    ],
  ])('%s', (_what, script, expected) => {
    expect(story(script)).toBe(expected);
  });
});

describe('resets', () => {
  it.each([
    ['end both ends', `${OPEN}A R 101 ack 301`, 'a  CLOSED CLOSED 0 a'],
    ['from both are from both', `${OPEN}A R 101\nB R 301`, 'a  CLOSED CLOSED 0 both'],
    ['outside the window end only their sender', `${OPEN}A R 9101`, 'a  CLOSED ESTABLISHED 0 a'],
    [
      'that never came are followed by a retransmission',
      `${OPEN}B P 301 ack 101 "abc"\nA R 101\nB P 301 ack 101 "abc"`,
      'a  CLOSED ESTABLISHED 1 a',
    ],
    [
      'put in by a third party do not end who goes on sending',
      `${OPEN}A R 101\nA . 101 ack 301 "x"`,
      'a  ESTABLISHED CLOSED 0 a',
    ],
  ])('%s', (_what, script, expected) => {
    expect(story(script)).toBe(expected);
  });
});

describe('retransmissions', () => {
  it.each([
    ['of data', `${OPEN}A . 101 ack 301 "abc"\nA . 101 ack 301 "abc"`, 1],
    ['in larger pieces', `${OPEN}A . 101 ack 301 "abc"\nA . 101 ack 301 "abcdef"`, 1],
    ['are not what fills a gap', `${OPEN}A . 104 ack 301 "def"\nA . 101 ack 301 "abc"`, 0],
    [
      'are no keep-alive probes, empty or with an octet',
      `${OPEN}A . 101 ack 301 "abc"\nB . 301 ack 104\nA . 103 ack 301\nA . 103 ack 301 "\\0"\nB . 301 ack 104`,
      0,
    ],
    [
      'are no probes of a shut window',
      `${OPEN}B . 301 ack 101 win 0\nA . 101 ack 301 "a"\nB . 301 ack 101 win 0\nA . 101 ack 301 "a"`,
      0,
    ],
    [
      'are not what follows such a probe when the window opens',
      `${OPEN}B . 301 ack 101 win 0\nA . 101 ack 301 "a"\nB . 301 ack 101 win 9\nA . 101 ack 301 "abc"`,
      0,
    ],
    ['of a single octet', `${OPEN}A . 101 ack 301 "x"\nB . 301 ack 102\nA . 101 ack 301 "x"`, 1],
    ['across the wrap', 'A . 4294967294 ack 1 "abcd"\nB . 1 ack 2\nA . 4294967295 ack 1 "bcd"', 1],
  ])('%s', (_what, script, expected) => {
    expect(connectionsOf(script)[0]?.retransmissions).toBe(expected);
  });
});

describe('a capture that begins in the middle', () => {
  it.each([
    ['bare ACKs tell nothing', 'A . 5 ack 9\nB . 9 ack 5', 'unknown    0 '],
    ['data of one end leaves two states', 'A . 5 ack 9 "x"\nB . 9 ack 6', 'unknown    0 '],
    [
      'data of both ends leaves one',
      'A . 5 ack 9 "x"\nB . 9 ack 6 "y"',
      'unknown  ESTABLISHED ESTABLISHED 0 ',
    ],
    [
      'the end is seen whole',
      'A F 5 ack 9\nB F 9 ack 6\nA . 6 ack 10',
      'unknown a TIME-WAIT CLOSED 0 ',
    ],
  ])('%s', (_what, script, expected) => {
    expect(story(script)).toBe(expected);
  });
});

describe('a socket that is connected to itself', () => {
  const SELF = 'C S 100\nC S 100 ack 101\nC . 101 ack 101\n';
  it.each([
    ['calls', 'C S 100', 'both  SYN-SENT SYN-SENT 0 '],
    [
      'is both ends',
      `${SELF}C P 101 ack 101 "me"\nC . 103 ack 103`,
      'both  ESTABLISHED ESTABLISHED 0 ',
    ],
    ['closes', `${SELF}C F 101 ack 101`, 'both both FIN-WAIT-1 FIN-WAIT-1 0 '],
    [
      'answers its FIN',
      `${SELF}C F 101 ack 101\nC . 102 ack 102`,
      'both both TIME-WAIT TIME-WAIT 0 ',
    ],
    ['resets itself', `${SELF}C R 101 ack 101`, 'both  CLOSED CLOSED 0 both'],
  ])('%s', (_what, script, expected) => {
    expect(story(script)).toBe(expected);
  });
});

describe('incarnations', () => {
  it.each([
    [
      'after four segments of closing',
      `${LAST}A . 102 ack 302\n${OPEN}`,
      'a a TIME-WAIT CLOSED 0 ',
    ],
    ['after a reset', `${OPEN}B R 301\n${OPEN}`, 'a  CLOSED CLOSED 0 b'],
    ['after its own reset', `A S 100\nB S 300 ack 101\nA R 101\n${OPEN}`, 'a  CLOSED LISTEN 0 a'],
  ])('may begin with the same numbers, %s', (_what, script, first) => {
    expect(story(script)).toBe(`${first} | a  ESTABLISHED ESTABLISHED 0 `);
  });

  it('may be called from the other end', () => {
    expect(story(`${LAST}A . 102 ack 302\nB S 9000\nA S 700 ack 9001`)).toBe(
      'a a TIME-WAIT CLOSED 0  | a  SYN-SENT SYN-RECEIVED 0 ',
    );
  });

  it('of a 4-tuple are connections of their own', () => {
    const again = OPEN.replaceAll('100', '70100').replaceAll('101', '70101');
    expect(story(`${LAST}A . 102 ack 302\n${again.replaceAll('30', '930')}`)).toBe(
      'a a TIME-WAIT CLOSED 0  | a  ESTABLISHED ESTABLISHED 0 ',
    );
  });

  it('keep their own late segments: a half-open connection is found out (RFC 9293 Figure 9)', () => {
    const crash = `
      A S 9000
      B . 301 ack 101
      A R 101
      A S 9000
      B S 700 ack 9001
      A . 9001 ack 701`;
    expect(story(OPEN + crash)).toBe('a  CLOSED CLOSED 0 a | a  ESTABLISHED ESTABLISHED 1 ');
  });
});
