import { describe, expect, it } from 'vitest';
import { arrival, from, octets, play, type Player, THEIRS } from './fixtures.ts';
import { add } from './seq.ts';

/** The peer sends `length` octets, the next ones in order. */
const takeText = (player: Player, length: number) => {
  const seq = player.tcb?.rcv.nxt ?? 0;
  player.take(arrival(from({ ack: true }, { seq, data: new Uint8Array(length) })));
};

/** The right edges of the windows in what was just sent, counted from the peer's first octet. */
const edges = (player: Player, shift = 0) =>
  player.segments.map(({ ack, wnd }) => (add(ack, wnd << shift) - THEIRS) >>> 0);

describe('the right edge of our window (SHLD-14)', () => {
  it.each([
    { profile: 'without scaling', config: { rcvBuf: 8_000 }, syn: {}, slack: 0 },
    // A scaled field cannot name every number: RFC 7323 §2.4 knows of it.
    { profile: 'scaled', config: { rcvBuf: 9_000, windowScale: 5 }, syn: { wscale: 0 }, slack: 31 },
  ])('never moves back: $profile', ({ config, syn, slack }) => {
    const player = play('ESTABLISHED', config, { syn });
    const seen = [config.rcvBuf - slack];
    for (let i = 0; i < 200; i++) {
      takeText(player, Math.min(1 + ((i * 397) % 1_460), player.tcb?.rcv.wnd ?? 0));
      seen.push(...edges(player, player.tcb?.rcv.shift ?? 0));
      player.take({ type: 'RECEIVE', max: 1 + ((i * 211) % 700) });
      seen.push(...edges(player, player.tcb?.rcv.shift ?? 0));
    }
    expect(seen.length).toBeGreaterThan(100);
    const back = seen.map((edge, i) => (seen[i - 1] ?? 0) - edge).filter((by) => by > slack);
    expect(back).toEqual([]);
    expect(seen.at(-1)).toBeGreaterThan(config.rcvBuf);
  });
});

describe('a window that the user keeps shut', () => {
  const shut = () => {
    const player = play('ESTABLISHED', { rcvBuf: 100 });
    takeText(player, 100);
    expect(player.segments[0]?.wnd).toBe(0);
    return player;
  };

  it('stays shut for days; each probe is answered, nothing of it is taken (MAY-8)', () => {
    const player = shut();
    for (let day = 0; day < 7; day++) {
      player.wait(86_400_000);
      const probe = from({ ack: true }, { seq: add(THEIRS, 100), data: octets('?') });
      expect(player.take(arrival(probe))).toEqual(['ACK seq=1 ack=101']);
      expect(player.segments[0]?.wnd).toBe(0);
    }
    expect(player.tcb?.state).toBe('ESTABLISHED');
    expect(player.rules).toContain('MAY-8');
  });

  it('still lets a reset count (MUST-66)', () => {
    const player = shut();
    player.take(arrival(from({ rst: true }, { seq: add(THEIRS, 100) })));
    expect(player.tcb).toBeNull();
    expect(player.signals).toContain('connection reset');
  });
});
