import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reference, withPlanks } from '#tcp';
import { B, hostOf, only, open, say, stateOf, travelled, worldOf } from './fixtures.ts';

describe('octets', () => {
  it('carry the same story as segments', () => {
    const play = (octets: boolean) => {
      const world = open(worldOf({ octets }));
      say(world, 100, 'A', 3000);
      world.at(200, { kind: 'call', host: 'B', conn: null, call: { type: 'CLOSE' } });
      return world.run(1000);
    };
    expect(play(true)).toEqual(play(false));
    expect(stateOf(play(true), 'B')).toBe('FIN-WAIT-2');
  });

  it('are read by the engine of the host they come to', () => {
    const blind = withPlanks(reference, {
      parseSegment: () => ({ ok: false, error: { what: 'nothing there', at: 0 } }),
    });
    const hosts = [hostOf('A', '10.0.0.1', 100), { ...hostOf('B', B, 300), engine: blind }];
    const trace = open(worldOf({ octets: true, hosts })).run(100);
    expect(only(trace, 'discard')).toMatchObject([{ host: 'B', transit: 0, why: 'nothing there' }]);
  });
});

describe('a corrupted segment', () => {
  it('is thrown away by its receiver (MUST-3), and the connection opens all the same', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const world = worldOf({ seed, fates: [{ name: 'A1', fate: 'corrupt' }] });
        const trace = open(world).run(2000);
        expect(only(trace, 'transit')[0]).toMatchObject({ fate: 'delivered', until: 10 });
        expect(only(trace, 'transit')[0]?.corrupted).toBeDefined();
        expect(only(trace, 'discard')).toEqual([
          expect.objectContaining({ t: 10, host: 'B', transit: 0, rule: 'MUST-3' }),
        ]);
        expect(travelled(trace)[1]).toBe('1000 A2 SYN again delivered 1010');
        expect(stateOf(trace, 'B')).toBe('ESTABLISHED');
      }),
    );
  });
});
