import { describe, expect, it } from 'vitest';
import { arrival, from, IRS, ISS, octets, OURS, play, THEIRS } from '../fixtures.ts';
import { PROFILES } from '../profiles.ts';
import { add } from '../seq.ts';
import type { Segment } from '../segment.ts';

const NXT = add(THEIRS, 1);
const syn = (fields: Partial<Segment>) => arrival(from({ syn: true }, { ack: 0, ...fields }));
const ts = (val: number) => ({ options: { ts: { val, ecr: 0 } } });
const here = { listening: true };

describe('a SYN in TIME-WAIT', () => {
  it('is challenged unless reopening is wanted and somebody listens', () => {
    const newer = syn({ seq: add(NXT, 1) });
    expect(play('TIME-WAIT', {}, here).take(newer)).toEqual(['ACK seq=2 ack=2']);
    expect(play('TIME-WAIT', { reopen: 'sequence' }).take(newer)).toEqual(['ACK seq=2 ack=2']);
  });

  it('reopens with a number after all that the old connection saw (MAY-2)', () => {
    const one = play('TIME-WAIT', { reopen: 'sequence' }, here);
    one.take(syn({ seq: add(NXT, 1) }));
    expect(one.tcb).toMatchObject({ state: 'SYN-RECEIVED', openedBy: 'passive', timers: {} });
    expect(one.tcb?.timers['TIME-WAIT']).toBeUndefined();
    expect(one.tcb?.irs).toBe(add(NXT, 1));
    // Our source of ISNs gives the old one once more: the new must lie behind SND.NXT.
    expect(one.tcb?.iss).toBe(add(add(OURS, 1), 65_537));
    expect(one.tcb?.iss).not.toBe(ISS);
  });

  it('reopens wherever the SYN lies, even far beyond the window', () => {
    const one = play('TIME-WAIT', { reopen: 'sequence' }, here);
    one.take(syn({ seq: add(NXT, 1_000_000) }));
    expect(one.tcb?.state).toBe('SYN-RECEIVED');
  });

  it('does not reopen with an old number', () => {
    for (const seq of [NXT, add(NXT, -1), IRS]) {
      const one = play('TIME-WAIT', { reopen: 'sequence' }, here);
      expect(one.take(syn({ seq }))).toEqual(['ACK seq=2 ack=2']);
      expect(one.tcb?.state).toBe('TIME-WAIT');
    }
  });

  it('is judged by its timestamp where both connections have them (RFC 6191)', () => {
    const waiting = () =>
      play(
        'TIME-WAIT',
        { reopen: 'RFC 6191', timestamps: true },
        { ...here, syn: ts(500).options },
      );
    const newer = waiting();
    newer.take(syn({ seq: IRS, ...ts(501) }));
    expect(newer.tcb?.state).toBe('SYN-RECEIVED');
    const older = waiting();
    expect(older.take(syn({ seq: add(NXT, 5), ...ts(499) }))).toEqual(['ACK seq=2 ack=2']);
    const same = waiting();
    same.take(syn({ seq: add(NXT, 5), ...ts(500) }));
    expect(same.tcb?.state).toBe('SYN-RECEIVED');
    expect(waiting().take(syn({ seq: IRS, ...ts(500) }))).toEqual(['ACK seq=2 ack=2']);
  });

  it('never reopens with an ACK or a reset on it', () => {
    const one = play('TIME-WAIT', { reopen: 'sequence' }, here);
    one.take(arrival(from({ syn: true, ack: true }, { seq: add(NXT, 9), ack: add(OURS, 1) })));
    expect(one.tcb?.state).toBe('TIME-WAIT');
  });
});

describe('a reset in TIME-WAIT', () => {
  const rst = arrival(from({ rst: true }, { seq: NXT }));
  it('deletes it (RFC 9293), or is ignored (RFC 1337)', () => {
    const deleted = play('TIME-WAIT');
    deleted.take(rst);
    expect(deleted.tcb).toBeNull();
    const kept = play('TIME-WAIT', { resetInTimeWait: 'ignore' });
    expect(kept.take(rst)).toEqual([]);
    expect(kept.tcb?.state).toBe('TIME-WAIT');
  });

  it('that is not exact is passed over in silence by Linux and FreeBSD', () => {
    const near = arrival(from({ rst: true }, { seq: add(NXT, 5) }));
    expect(play('TIME-WAIT').take(near)).toEqual(['ACK seq=2 ack=2']);
    expect(play('TIME-WAIT', { timeWait: 'linux' }).take(near)).toEqual([]);
  });
});

describe('the wait', () => {
  const ends = (one: ReturnType<typeof play>) => one.tcb?.timers['TIME-WAIT'];
  const bare = arrival(from({ ack: true }, { seq: NXT, ack: add(OURS, 1) }));

  it('starts anew with the repeated FIN', () => {
    const one = play('TIME-WAIT');
    one.wait(100_000);
    const fin = arrival(from({ fin: true, ack: true }, { ack: add(OURS, 1) }));
    expect(one.take(fin)).toEqual(['ACK seq=2 ack=2']);
    expect(ends(one)).toBe(one.now + 240_000);
  });

  it('starts anew with a bare ACK only where a system does so', () => {
    const rfc = play('TIME-WAIT');
    rfc.wait(100_000);
    expect(rfc.take(bare)).toEqual([]);
    expect(ends(rfc)).toBe(rfc.now + 140_000);
    const linux = play('TIME-WAIT', { timeWait: 'linux' });
    linux.wait(100_000);
    expect(linux.take(bare)).toEqual([]);
    expect(ends(linux)).toBe(linux.now + 240_000);
  });

  it('passes over a segment without ACK, but Linux answers it', () => {
    const bald = arrival(from({}, { seq: NXT, ack: 0, data: octets('x') }));
    expect(play('TIME-WAIT').take(bald)).toEqual([]);
    expect(play('TIME-WAIT', { timeWait: 'linux' }).take(bald)).toEqual(['ACK seq=2 ack=2']);
  });

  it('is 60 s in the profiles of Linux and FreeBSD', () => {
    for (const profile of [PROFILES.linux, PROFILES.freebsd]) {
      const one = play('TIME-WAIT', profile);
      one.wait(59_999);
      expect(one.tcb?.state).toBe('TIME-WAIT');
      one.wait(1);
      expect(one.tcb).toBeNull();
    }
  });
});
