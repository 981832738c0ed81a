import { describe, expect, it } from 'vitest';
import { arrival, from, IRS, OURS, play, THEIRS } from './fixtures.ts';
import { add } from './seq.ts';

const text = { type: 'SEND', data: new Uint8Array(50) } as const;

describe('ABORT (RFC 9293 §3.10.5)', () => {
  const open = ['SYN-RECEIVED', 'ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2'] as const;

  it.each(open)('in %s tells a RECEIVE that waits', (state) => {
    const one = play(state);
    one.take({ type: 'RECEIVE', max: 10 });
    one.take({ type: 'ABORT' });
    expect(one.signals.at(-1)).toBe('connection reset');
    expect(one.tcb).toBeNull();
  });

  it('tells a SEND that waits', () => {
    const one = play('CLOSE-WAIT');
    one.take(arrival(from({ ack: true }, { seq: add(THEIRS, 1), wnd: 0 })));
    one.take(text);
    one.take({ type: 'ABORT' });
    expect(one.signals.at(-1)).toBe('connection reset');
  });

  it('tells nobody where nothing waits', () => {
    const one = play('ESTABLISHED');
    one.take({ type: 'ABORT' });
    expect(one.signals).not.toContain('connection reset');
  });
});

describe('a peer that is silent for long (SHLD-9)', () => {
  const unanswered = (reports: boolean) => {
    const one = play('ESTABLISHED', { reports });
    one.take(text);
    one.wait(16_000);
    return one.signals;
  };

  it('is reported, unless the user wants no reports (SHLD-20)', () => {
    expect(unanswered(true)).toContain('no answer for long');
    expect(unanswered(false)).not.toContain('no answer for long');
  });

  it('is given up by the user’s own limit alone, once there is one (MUST-21)', () => {
    const one = play('ESTABLISHED', { userTimeout: 3_600_000 });
    one.take(arrival(from({ ack: true }, { wnd: 0 })));
    one.take(text);
    one.wait(3_599_999);
    expect(one.tcb?.state).toBe('ESTABLISHED');
    one.wait(1);
    expect(one.tcb).toBeNull();
  });
});

describe('a new user timeout (MUST-21)', () => {
  it('counts at once, though the old one runs', () => {
    const one = play('ESTABLISHED', { userTimeout: 2_000 });
    one.take(text);
    one.take({ type: 'SET', settings: { userTimeout: 9_000 } });
    one.wait(8_999);
    expect(one.tcb?.state).toBe('ESTABLISHED');
    one.wait(1);
    expect(one.tcb).toBeNull();
  });
});

describe('a listener that comes back from SYN-RECEIVED', () => {
  it('answers the next caller with the first timeout, not with that of the last (RFC 6298 §2.1)', () => {
    const one = play('SYN-RECEIVED');
    one.wait(3_500);
    one.take(arrival(from({ rst: true })));
    expect(one.tcb?.state).toBe('LISTEN');
    one.take(arrival(from({ syn: true }, { seq: IRS, ack: 0 })));
    expect(one.wait(1_000)).toEqual(['1000 SYN,ACK seq=0 ack=1']);
  });
});

describe('CLOSE in SYN-RECEIVED (RFC 9293 §3.10.4)', () => {
  it('sends the FIN at once, whatever number the caller began with', () => {
    const one = play('SYN-RECEIVED');
    expect(one.take({ type: 'CLOSE' })).toEqual(['FIN,ACK seq=1 ack=1']);
    expect(one.wait(1_000)).toEqual(['1000 SYN,ACK seq=0 ack=1']);
    one.take(arrival(from({ ack: true }, { wnd: 7 })));
    expect(one.tcb?.snd.wnd).toBe(7);
  });
});

describe('an ACK of a part of a segment', () => {
  it('starts the timer anew as well (RFC 6298 §5.3)', () => {
    const one = play('ESTABLISHED');
    one.take(text);
    one.wait(900);
    one.take(arrival(from({ ack: true }, { ack: add(OURS, 20) })));
    expect(one.wait(1_000)).toEqual(['1000 PSH,ACK seq=1 ack=1 len=50']);
  });
});

describe('the last ACK of all, on a segment that our shut window refuses', () => {
  it('ends LAST-ACK without another word', () => {
    const config = { rcvBuf: 10, finIntoShutWindow: true };
    const one = play('ESTABLISHED', config);
    one.take(arrival(from({ ack: true }, { data: new Uint8Array(10) })));
    one.take(arrival(from({ fin: true, ack: true }, { seq: add(THEIRS, 10) })));
    one.take({ type: 'CLOSE' });
    expect(one.tcb?.state).toBe('LAST-ACK');
    const strange = from(
      { ack: true },
      { seq: add(THEIRS, 11), ack: add(OURS, 1), data: new Uint8Array(1) },
    );
    expect(one.take(arrival(strange))).toEqual([]);
    expect(one.tcb).toBeNull();
  });
});
