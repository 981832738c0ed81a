import { describe, expect, it } from 'vitest';
import { arrival, from, octets, OURS, play } from './fixtures.ts';
import { add } from './seq.ts';

const CLOSE = { type: 'CLOSE', halfDuplex: true } as const;
const text = arrival(from({ ack: true }, { data: octets('hello') }));

describe('half-duplex close (MAY-1)', () => {
  it('resets a connection whose text nobody has read (SHLD-3)', () => {
    const one = play('ESTABLISHED');
    one.take(text);
    expect(one.take(CLOSE)).toEqual(['RST seq=1']);
    expect(one.tcb).toBeNull();
  });

  it('closes as ever when all was read', () => {
    const one = play('ESTABLISHED');
    one.take(text);
    one.take({ type: 'RECEIVE', max: 100 });
    expect(one.take(CLOSE)).toEqual(['FIN,ACK seq=1 ack=6']);
    expect(one.tcb?.state).toBe('FIN-WAIT-1');
  });

  it('resets when text still comes (SHLD-3)', () => {
    const one = play('ESTABLISHED');
    one.take(CLOSE);
    expect(one.take(text)).toEqual(['RST seq=2']);
    expect(one.tcb).toBeNull();
  });

  it('takes text after a plain CLOSE, which ends one direction only', () => {
    const one = play('FIN-WAIT-2');
    expect(
      one.take(arrival(from({ ack: true }, { ack: add(OURS, 1), data: octets('late') }))),
    ).toEqual(['ACK seq=2 ack=5']);
  });

  it('may follow a plain CLOSE, once', () => {
    const one = play('FIN-WAIT-2', { finWait2: 60_000 });
    expect(one.wait(1_000_000)).toEqual([]);
    expect(one.tcb?.state).toBe('FIN-WAIT-2');
    one.take(CLOSE);
    expect(one.signals.at(-1)).not.toBe('connection closing');
    one.take(CLOSE);
    expect(one.signals.at(-1)).toBe('connection closing');
    one.wait(60_000);
    expect(one.tcb).toBeNull();
  });

  it('lasts for ever in FIN-WAIT-2 by the RFC', () => {
    const one = play('ESTABLISHED');
    one.take(CLOSE);
    one.take(arrival(from({ ack: true }, { ack: add(OURS, 1) })));
    one.wait(1_000_000_000);
    expect(one.tcb?.state).toBe('FIN-WAIT-2');
  });
});

describe('the user timeout (RFC 9293 §3.10.8, MUST-21)', () => {
  const impatient = () => play('ESTABLISHED', { userTimeout: 5_000 });
  it('ends a connection whose text is not acknowledged in time', () => {
    const one = impatient();
    one.take({ type: 'SEND', data: octets('hello') });
    one.wait(4_999);
    expect(one.tcb?.state).toBe('ESTABLISHED');
    one.wait(1);
    expect(one.tcb).toBeNull();
    expect(one.signals).toContain('connection aborted due to user timeout');
  });

  it('starts anew with each ACK, and stops with the last', () => {
    const one = impatient();
    one.take({ type: 'SEND', data: octets('hello') });
    one.wait(4_000);
    one.take(arrival(from({ ack: true }, { ack: add(OURS, 2) })));
    one.wait(4_000);
    expect(one.tcb?.state).toBe('ESTABLISHED');
    one.take(arrival(from({ ack: true }, { ack: add(OURS, 5) })));
    one.wait(100_000);
    expect(one.tcb?.state).toBe('ESTABLISHED');
  });

  it('may be longer than R2', () => {
    const one = play('ESTABLISHED', { userTimeout: 500_000 });
    one.take({ type: 'SEND', data: octets('hello') });
    one.wait(499_999);
    expect(one.tcb?.state).toBe('ESTABLISHED');
  });
});

describe('R1 and R2 (RFC 9293 §3.8.3)', () => {
  it('tells the user at the third retransmission, once (SHLD-9, SHLD-10)', () => {
    const one = play('ESTABLISHED');
    one.take({ type: 'SEND', data: octets('hello') });
    one.wait(6_999);
    expect(one.signals).not.toContain('no answer for long');
    one.wait(50_000);
    expect(one.signals.filter((signal) => signal === 'no answer for long')).toHaveLength(1);
  });

  it('sends SYNs as Linux does: at 1, 2, 3, 4, 5, 7, 11, 19, 35 and 67 s, until 131 s', () => {
    const retries = { syn: 10, synAck: 5, data: 15 };
    const one = play('SYN-SENT', { retries, linearSyns: 4 });
    const times = one.wait(200_000).map((line) => Number(line.split(' ')[0]) / 1_000);
    expect(times).toEqual([1, 2, 3, 4, 5, 7, 11, 19, 35, 67]);
    expect(one.tcb).toBeNull();
    const server = play('SYN-RECEIVED', { retries, linearSyns: 4 });
    const again = server.wait(62_999).map((line) => Number(line.split(' ')[0]) / 1_000);
    expect(again).toEqual([1, 3, 7, 15, 31]);
    expect(server.tcb?.state).toBe('SYN-RECEIVED');
    server.wait(1);
    expect(server.tcb?.state).toBe('LISTEN');
  });
});

describe('challenge ACKs (RFC 5961 §7)', () => {
  const near = arrival(from({ rst: true }, { seq: add(from({}).seq, 9) }));
  it('are sent only so often, and text is acknowledged all the same', () => {
    const one = play('ESTABLISHED');
    const answers = Array.from({ length: 15 }, () => one.take(near).length);
    expect(answers.filter((n) => n === 1)).toHaveLength(10);
    expect(one.take(text)).toEqual(['ACK seq=1 ack=6']);
    one.wait(5_000);
    expect(one.take(arrival(from({ syn: true })))).toHaveLength(1);
  });
});

describe('who may call (RFC 9293 §3.9.1.1, §3.9.2.3)', () => {
  const local = { address: '10.0.0.2', port: 8001 };
  it.each(['224.0.0.1', '255.255.255.255', '0.0.0.0', 'ff02::1', '::'])(
    'an OPEN to %s is refused (MUST-46)',
    (address) => {
      const one = play('CLOSED');
      one.take({ type: 'OPEN', mode: 'active', local, remote: { address, port: 80 } });
      expect(one.signals).toEqual(['remote socket invalid']);
      expect(one.tcb).toBeNull();
    },
  );

  it('a SYN to many hosts, or from none, is discarded in silence (MUST-57, MUST-63)', () => {
    for (const fields of [
      { dst: { address: '239.1.2.3', port: 8001 } },
      { src: { address: '255.255.255.255', port: 9 } },
    ]) {
      const syn = arrival(from({ syn: true }, { ...fields, ack: 0 }));
      expect(play('LISTEN').take(syn)).toEqual([]);
      expect(play('CLOSED').take(syn)).toEqual([]);
    }
  });
});
