import { describe, expect, it } from 'vitest';
import { arrival, from, OURS, octets, play } from './fixtures.ts';
import { RFC9293 } from './profiles.ts';
import { measure } from './rto.ts';
import { add } from './seq.ts';

const UNKNOWN = { srtt: null, rttvar: 0, rto: 1_000 };
const FREE = { ...RFC9293, rtoMin: 0 };

describe('the estimate of the round trip (RFC 6298 §2)', () => {
  it('begins with the first measurement: SRTT is R, RTTVAR is R/2, RTO is 3 R (RFC 6298 §2.2)', () => {
    expect(measure(UNKNOWN, 400, FREE)).toEqual({ srtt: 400, rttvar: 200, rto: 1_200 });
  });

  it('follows each further one by an eighth, its variation by a quarter (RFC 6298 §2.3)', () => {
    const known = { srtt: 400, rttvar: 200, rto: 1_200 };
    // The variation is taken with the SRTT from before this measurement.
    expect(measure(known, 480, FREE)).toEqual({ srtt: 410, rttvar: 170, rto: 1_090 });
  });

  it('never gives less than the least RTO, nor more than the greatest (RFC 6298 §2.4, §2.5)', () => {
    expect(measure(UNKNOWN, 1, RFC9293).rto).toBe(1_000);
    expect(measure(UNKNOWN, 900_000, RFC9293).rto).toBe(RFC9293.rtoMax);
  });
});

describe('an acknowledged segment', () => {
  const answered = (wait: number) => {
    const player = play('ESTABLISHED');
    player.take({ type: 'SEND', data: octets('hello') });
    const again = player.wait(wait);
    player.take(arrival(from({ ack: true }, { ack: add(OURS, 5) })));
    return { player, again };
  };

  it('tells the round trip, if it was sent once (MUST-18)', () => {
    const { player, again } = answered(800);
    expect(again).toEqual([]);
    expect(player.tcb?.srtt).toBe(100);
    expect(player.tcb?.rttvar).toBe(200);
  });

  it('tells nothing, if it was sent twice: which copy was answered? (MUST-18, Karn)', () => {
    const { player, again } = answered(1_500);
    expect(again).toEqual(['1000 PSH,ACK seq=1 ack=1 len=5']);
    expect(player.tcb?.srtt).toBe(0);
    // The doubled RTO stays until something new is measured (§5.7's note in RFC 6298 §5).
    expect(player.tcb?.rto).toBe(2_000);
  });
});

describe('an unanswered segment', () => {
  it('is sent again, each time after twice the wait, up to the greatest RTO (MUST-19, RFC 6298 §5.5)', () => {
    const player = play('ESTABLISHED', { r2Data: 60_000, rtoMax: 8_000 });
    player.take({ type: 'SEND', data: octets('x') });
    const times = player.wait(40_000).map((line) => Number(line.split(' ')[0]));
    expect(times).toEqual([1_000, 3_000, 7_000, 15_000, 23_000, 31_000, 39_000]);
  });

  it('is the oldest one: what was sent after it waits (RFC 6298 §5.4)', () => {
    const player = play('ESTABLISHED', { nagle: false });
    player.take({ type: 'SEND', data: octets('first') });
    player.take({ type: 'SEND', data: octets('second') });
    expect(player.wait(1_000)).toEqual(['1000 PSH,ACK seq=1 ack=1 len=5']);
  });
});

it('text after a lost SYN begins with an RTO of 3 s (RFC 6298 §5.7)', () => {
  const player = play('SYN-SENT');
  player.wait(1_500);
  player.take(arrival(from({ syn: true, ack: true }, { seq: 0 })));
  player.take({ type: 'SEND', data: octets('x') });
  expect(player.wait(2_999)).toEqual([]);
  expect(player.wait(1)).toHaveLength(1);
});
