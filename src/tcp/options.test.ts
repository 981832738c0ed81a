import { describe, expect, it } from 'vitest';
import { arrival, from, IRS, octets, OURS, play, THEIRS } from './fixtures.ts';
import { add } from './seq.ts';
import { NO_DATA } from './segment.ts';

const SCALED = { windowScale: 3, rcvBuf: 400_000 };
const syn = (options: object) => arrival(from({ syn: true }, { seq: IRS, ack: 0, options }));

describe('options of a SYN', () => {
  it('offers what the settings have', () => {
    const caller = play('CLOSED', { windowScale: 7, timestamps: true, sack: true, mss: 1400 });
    caller.take({
      type: 'OPEN',
      mode: 'active',
      local: { address: '10.0.0.2', port: 8001 },
      remote: { address: '10.0.0.1', port: 40_001 },
    });
    expect(caller.segments[0]?.options).toEqual({
      mss: 1400,
      wscale: 7,
      sackPermitted: true,
      ts: { val: 1_000, ecr: 0 },
    });
  });

  it('answers only what was offered', () => {
    const all = { windowScale: 7, timestamps: true, sack: true };
    const plain = play('LISTEN', all);
    plain.take(syn({ mss: 1000 }));
    expect(plain.segments[0]?.options).toEqual({ mss: 1460 });
    const rich = play('LISTEN', all);
    rich.take(syn({ wscale: 2, sackPermitted: true, ts: { val: 77, ecr: 0 } }));
    expect(rich.segments[0]?.options).toEqual({
      mss: 1460,
      wscale: 7,
      sackPermitted: true,
      ts: { val: 1_000, ecr: 77 },
    });
  });

  it('takes 536 or 1220 octets when the peer names no MSS (MUST-15)', () => {
    const v4 = play('LISTEN');
    v4.take(syn({}));
    expect(v4.tcb?.snd.mss).toBe(536);
    const v6 = play('LISTEN');
    const src = { address: '2001:db8::1', port: 40_001 };
    v6.take(arrival(from({ syn: true }, { src, seq: IRS, ack: 0 })));
    expect(v6.tcb?.snd.mss).toBe(1220);
  });

  it('keeps nothing of a SYN,ACK that is refused', () => {
    const caller = play('SYN-SENT', { windowScale: 7 });
    const wrong = { ack: add(OURS, 9), seq: IRS, options: { mss: 100, wscale: 9 } };
    expect(caller.take(arrival(from({ syn: true, ack: true }, wrong)))).toEqual(['RST seq=10']);
    expect(caller.tcb?.snd).toMatchObject({ mss: 536, shift: 0 });
  });
});

describe('window scale (RFC 7323 §2)', () => {
  it('never scales the window of a SYN, and scales all others', () => {
    const server = play('ESTABLISHED', SCALED, { syn: { wscale: 5 } });
    expect(server.tcb).toMatchObject({ snd: { shift: 5 }, rcv: { shift: 3, wnd: 400_000 } });
    server.take(arrival(from({ ack: true }, { wnd: 100, data: octets('hello') })));
    expect(server.tcb?.snd.wnd).toBe(3_200);
    expect(server.segments[0]?.wnd).toBe((400_000 - 5) >> 3);
  });

  it('offers 65535 at most in a SYN, and without scaling at all', () => {
    const server = play('LISTEN', SCALED);
    server.take(syn({}));
    expect(server.segments[0]?.wnd).toBe(65_535);
    expect(server.tcb?.rcv).toMatchObject({ wnd: 65_535, shift: null });
  });

  it('takes a shift count above 14 for 14 (RFC 7323 §2.3)', () => {
    const server = play('LISTEN', SCALED);
    server.take(syn({ wscale: 15 }));
    expect(server.tcb?.snd.shift).toBe(14);
  });
});

describe('SACK blocks (RFC 2018)', () => {
  it('names what is held, the latest first', () => {
    const server = play('ESTABLISHED', { sack: true }, { syn: { sackPermitted: true } });
    const piece = (at: number) =>
      arrival(from({ ack: true }, { seq: add(THEIRS, at), data: octets('abcd') }));
    const blocks = () =>
      server.segments[0]?.options.sack?.map(({ left, right }) => [
        (left - THEIRS) >>> 0,
        (right - THEIRS) >>> 0,
      ]);
    server.take(piece(10));
    expect(blocks()).toEqual([[10, 14]]);
    server.take(piece(30));
    expect(blocks()).toEqual([
      [30, 34],
      [10, 14],
    ]);
    server.take(piece(14));
    expect(blocks()).toEqual([
      [10, 18],
      [30, 34],
    ]);
    server.take(arrival(from({ ack: true }, { data: new Uint8Array(10) })));
    expect(blocks()).toEqual([[30, 34]]);
  });

  it('says nothing of them when the peer did not offer SACK', () => {
    const server = play('ESTABLISHED', { sack: true });
    server.take(arrival(from({ ack: true }, { seq: add(THEIRS, 10), data: octets('abcd') })));
    expect(server.segments[0]).toMatchObject({ options: {}, data: NO_DATA });
  });
});
