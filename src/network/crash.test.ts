import { describe, expect, it } from 'vitest';
import { connect, listen, only, open, say, stateOf, travelled, worldOf } from './fixtures.ts';

describe('a host that crashes', () => {
  it('loses its connections, sends nothing, and resets who still speaks to it', () => {
    const world = open(worldOf());
    world.at(100, { kind: 'crash', host: 'B' });
    say(world, 200, 'A', 3);
    const trace = world.run(1000);
    expect(only(trace, 'crash')).toEqual([
      { kind: 'crash', n: expect.any(Number), t: 100, host: 'B', lost: ['l', 'l.1'] },
    ]);
    expect(travelled(trace).slice(3)).toEqual([
      '200 A3 ACK 3 delivered 210',
      '210 B2 RST delivered 220',
    ]);
    expect(stateOf(trace, 'A')).toBe('CLOSED');
  });

  it('goes on: it can be called again (RFC 9293 §3.5.1)', () => {
    const world = open(worldOf());
    world.at(100, { kind: 'crash', host: 'A' });
    world.at(200, { kind: 'call', host: 'A', conn: 'again', call: connect(4001) });
    world.at(300, { kind: 'crash', host: 'B' });
    world.at(400, { kind: 'call', host: 'B', conn: 'l', call: listen() });
    world.at(500, { kind: 'call', host: 'A', conn: 'third', call: connect(4002) });
    world.run(1000);
    expect(world.host('A').tcb('c')).toBeNull();
    expect(world.host('A').tcb('third')?.state).toBe('ESTABLISHED');
    expect(world.host('B').tcb('l.1')?.state).toBe('ESTABLISHED');
  });
});
