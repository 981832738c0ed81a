import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toJson } from '#trace/json.ts';
import { anySession } from '../fixtures.ts';
import { MOST_DEEDS } from '../model/limits.ts';
import { play } from '../model/play.ts';
import { EMPTY_SESSION } from '../model/session.ts';
import { PRESETS } from '../presets/presets.ts';
import { LONGEST, readAddress } from './read.ts';
import { writeAddress } from './write.ts';

const runs = { numRuns: Math.ceil(Number(process.env['FC_RUNS'] ?? 200) / 4) };

describe('a session in an address', () => {
  it('comes back as it was, and is run to the same Trace', () => {
    fc.assert(
      fc.property(anySession, fc.integer({ min: 0, max: 100_000 }), (session, now) => {
        const hash = writeAddress(session, now);
        expect(hash).toMatch(/^#[\w.~-]+$/);
        const address = readAddress(hash);
        expect(address).toEqual({ kind: 'session', session, now });
        if (address.kind !== 'session') return;
        const until = 3_000;
        const run = play(session, until);
        const again = play(address.session, until);
        expect(toJson(again.trace)).toBe(toJson(run.trace));
        expect(again.refused).toEqual(run.refused);
        expect(readAddress(hash.replaceAll('.', '%2E'))).toEqual(address);
      }),
      runs,
    );
  });

  it('is short, and says no more than is otherwise than usual', () => {
    expect(writeAddress(EMPTY_SESSION, 0)).toBe('#p1');
    expect(writeAddress(PRESETS[0]!.session, 120)).toBe('#p1~n3c~d0.o.A.B.669.uv5');
  });

  it('may be a preset by its name', () => {
    for (const { id, session, now } of PRESETS) {
      expect(readAddress(`#show=${id}`)).toEqual({ kind: 'session', session, now });
      expect(readAddress(writeAddress(session, now))).toEqual({ kind: 'session', session, now });
    }
  });
});

describe('an address that somebody else wrote', () => {
  it.each(['', '#', '#_top'])('%j brings nothing', (hash) => {
    expect(readAddress(hash)).toEqual({ kind: 'none' });
  });

  it.each(
    [
      ['#p2~n3c', 'newer'],
      ['#show=constructor', 'unknown'],
      ['#show=', 'unknown'],
      ['#p', 'broken'],
      ['#p1~', 'broken'],
      ['#P1', 'broken'],
      ['#p1~n03c', 'broken'],
      ['#p1~n3C', 'broken'],
      ['#p1~n-1', 'broken'],
      ['#p1~n3c~n3d', 'broken'],
      ['#p1~nzzzzzzz', 'broken'],
      ['#p1~sd0', 'broken'],
      ['#p1~sd14', 'broken'],
      ['#p1~sh5', 'broken'],
      ['#p1~s__proto__1', 'broken'],
      ['#p1~sr9', 'broken'],
      ['#p1~sl2s', 'broken'],
      ['#p1~hE.p1', 'broken'],
      ['#p1~hC.p1', 'broken'],
      ['#p1~hA.p9', 'broken'],
      ['#p1~hA.constructor', 'broken'],
      ['#p1~d0.o.A.B.669', 'broken'],
      ['#p1~d0.o.A.B.669.uv5.1', 'broken'],
      ['#p1~d0.o.A.C.669.uv5', 'broken'],
      ['#p1~d0.o.A.B.0.uv5', 'broken'],
      ['#p1~d5.x.A~d5.x.A', 'broken'],
      ['#p1~d5.x.A~d4.x.A', 'broken'],
      ['#p1~d0.s.A.40001.<img src=x onerror=alert(1)>', 'broken'],
      ['#p1~d0.s.A.40001.4oCu', 'broken'],
      ['#p1~d0.D.__proto__', 'broken'],
      ['#p1~d0.toString.A', 'broken'],
      ['#p1~d0.K.A.X', 'broken'],
      ['#p1~d0.E.A1', 'broken'],
      ['#p1~d0.E.A1.q1', 'broken'],
      ['#%', 'broken'],
      ['#<script>alert(1)</script>', 'broken'],
      [
        `#p1${Array.from({ length: MOST_DEEDS + 1 }, (_, i) => `~d${i.toString(36)}.x.A`).join('')}`,
        'broken',
      ],
      [`#p1~d0.s.A.1.${'A'.repeat(LONGEST)}`, 'too long'],
    ].map(([hash = '', why = '']) => [hash.slice(0, 48), why, hash] as const),
  )('%s is %s', (_begin, why, hash) => {
    expect(readAddress(hash)).toEqual({ kind: 'bad', why });
  });

  it('never throws, and what it brings can be run', () => {
    const mangled = fc
      .tuple(anySession, fc.nat(), fc.nat(), fc.string({ maxLength: 6 }))
      .map(([session, at, cut, junk]) => {
        const hash = writeAddress(session, 5);
        const place = at % hash.length;
        return `#p${hash.slice(2, place)}${junk}${hash.slice(place + (cut % 4))}`;
      });
    fc.assert(
      fc.property(fc.oneof(fc.string(), mangled), (hash) => {
        const address = readAddress(hash.startsWith('#') ? hash : `#${hash}`);
        if (address.kind === 'session') play(address.session, 2_000);
      }),
      runs,
    );
  });
});
