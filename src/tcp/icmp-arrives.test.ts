import { describe, expect, it } from 'vitest';
import { ISS, octets, OURS, play } from './fixtures.ts';
import { ICMP_ERRORS, type IcmpError } from './icmp.ts';
import { add } from './seq.ts';
import type { State } from './state.ts';

const about = (error: IcmpError, seq = ISS) => ({ type: 'ICMP', error, seq }) as const;

describe('ICMP messages (RFC 9293 §3.9.2.2)', () => {
  it('a hard error ends an OPEN (SHLD-26)', () => {
    for (const error of ['port unreachable', 'protocol unreachable'] as const) {
      const caller = play('SYN-SENT');
      caller.take(about(error));
      expect(caller.tcb).toBeNull();
      expect(caller.signals).toEqual(['connection refused']);
    }
  });

  it('a hard error ends a half-open connection, and the user of the listener hears nothing', () => {
    const server = play('SYN-RECEIVED');
    server.take(about('port unreachable'));
    expect(server.tcb?.state).toBe('LISTEN');
    expect(server.signals).toEqual([]);
  });

  it('a soft error is told and changes nothing (MUST-56, SHLD-25)', () => {
    const caller = play('SYN-SENT');
    expect(caller.take(about('host unreachable'))).toEqual([]);
    expect(caller.tcb).toMatchObject({ state: 'SYN-SENT', softError: 'host unreachable' });
    expect(caller.signals).toEqual(['soft error']);
    expect(caller.wait(1_000)).toHaveLength(1);
  });

  it('is not told to a user who does not want to hear of it (SHLD-20)', () => {
    const caller = play('SYN-SENT');
    caller.take({ type: 'SET', settings: { reports: false } });
    caller.take(about('network unreachable'));
    expect(caller.signals).toEqual(['ok']);
  });

  it('a source quench is discarded in silence (MUST-55)', () => {
    const caller = play('SYN-SENT');
    caller.take(about('source quench'));
    expect(caller.tcb?.softError).toBeNull();
    expect(caller.signals).toEqual([]);
  });

  it('even a hard error does not end an open connection (RFC 5927 §5.2)', () => {
    const one = play('ESTABLISHED');
    one.take({ type: 'SEND', data: octets('hello') });
    for (const error of ICMP_ERRORS) one.take(about(error, OURS));
    expect(one.tcb?.state).toBe('ESTABLISHED');
  });

  it('must quote a segment that is in flight (RFC 5927 §4.1)', () => {
    const caller = play('SYN-SENT');
    caller.take(about('port unreachable', add(ISS, 1)));
    caller.take(about('port unreachable', add(ISS, -1)));
    expect(caller.tcb?.state).toBe('SYN-SENT');
  });

  it.each(['CLOSED', 'LISTEN', 'TIME-WAIT'] as State[])('means nothing in %s', (state) => {
    const one = play(state);
    expect(one.take(about('port unreachable'))).toEqual([]);
    expect(one.tcb?.state ?? 'CLOSED').toBe(state);
  });
});
