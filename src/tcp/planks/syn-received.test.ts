import { describe, expect, it } from 'vitest';
import { arrival, from, IRS, ISS, play, THEIRS } from '../fixtures.ts';

const SYN = arrival(from({ syn: true }, { seq: THEIRS, ack: 0 }));

describe('another SYN inside the window of a passive SYN-RECEIVED', () => {
  it('leads back to LISTEN, in silence (§3.10.7.4 fourth)', () => {
    const player = play('SYN-RECEIVED');
    expect(player.take(SYN)).toEqual([]);
    expect(player.tcb?.state).toBe('LISTEN');
    expect(player.rules).toContain('3.10.7.4/4');
  });

  it('is reset besides, where a system does so', () => {
    const player = play('SYN-RECEIVED', { synInSynReceived: 'reset' });
    // Its number is 0, which is 2 when counted from our ISS.
    expect(player.take(SYN)).toEqual(['RST,ACK seq=2 ack=2']);
    expect(player.tcb?.state).toBe('LISTEN');
    expect(player.rules).toContain('impl/SYN in SYN-RECEIVED');
  });
});

describe('the SYN,ACK of a simultaneous open', () => {
  const crossed = (ackCrossedSynAck: boolean) => {
    const player = play('SYN-SENT', { ackCrossedSynAck });
    player.take(arrival(from({ syn: true }, { seq: IRS, ack: 0 })));
    return player;
  };
  const SYN_ACK = arrival(from({ syn: true, ack: true }, { seq: IRS, ack: (ISS + 1) >>> 0 }));

  it('opens the connection and needs no answer: its number is counted already', () => {
    const player = crossed(false);
    expect(player.take(SYN_ACK)).toEqual([]);
    expect(player.tcb?.state).toBe('ESTABLISHED');
  });

  it('is answered with an ACK where a system does so', () => {
    const player = crossed(true);
    expect(player.take(SYN_ACK)).toEqual(['ACK seq=1 ack=1']);
    expect(player.rules).toContain('impl/simultaneous open');
  });
});

describe('the SYN that made a passive SYN-RECEIVED, once more', () => {
  const AGAIN = arrival(from({ syn: true }, { seq: IRS, ack: 0 }));

  it('lies outside the window and draws an ACK', () => {
    expect(play('SYN-RECEIVED').take(AGAIN)).toEqual(['ACK seq=1 ack=1']);
  });

  it('draws the SYN,ACK again where a system does so', () => {
    const player = play('SYN-RECEIVED', { repeatedSyn: 'SYN,ACK' });
    expect(player.take(AGAIN)).toEqual(['SYN,ACK seq=0 ack=1']);
    expect(player.rules).toContain('impl/repeated SYN');
  });
});
