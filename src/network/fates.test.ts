import { describe, expect, it } from 'vitest';
import { flagsOf, only, open, say, stateOf, travelled, worldOf } from './fixtures.ts';
import { type ScriptedFate, WorldError } from './world.ts';

/** Open, 3 octets, and both sides close: the names and flags of what was struck, and how. */
function struck(...fates: readonly ScriptedFate[]): readonly string[] {
  const world = open(worldOf({ fates }));
  say(world, 100, 'A', 3);
  world.at(200, { kind: 'call', host: 'A', conn: null, call: { type: 'CLOSE' } });
  world.at(300, { kind: 'call', host: 'B', conn: null, call: { type: 'CLOSE' } });
  const trace = world.run(400_000);
  expect(stateOf(trace, 'A')).toBe('CLOSED');
  expect(stateOf(trace, 'B')).toBe('CLOSED');
  return only(trace, 'transit').flatMap(
    ({ name, seg, fate, again, copyOf, corrupted, t, until }) => {
      const how =
        fate === 'lost'
          ? 'lost'
          : copyOf !== undefined
            ? 'copy'
            : corrupted !== undefined
              ? 'corrupt'
              : until - t !== 10
                ? `late ${until - t - 10}`
                : null;
      return how === null ? [] : [`${name} ${flagsOf(seg)}${again ? ' again' : ''}: ${how}`];
    },
  );
}

describe('a scripted fate', () => {
  it.each<[string, ScriptedFate, readonly string[]]>([
    ['the first segment of B', { name: 'B1', fate: 'drop' }, ['B1 SYN,ACK: lost']],
    ['the FIN of A', { from: 'A', flags: 'FIN', fate: { late: 7 } }, ['A4 FIN,ACK: late 7']],
    [
      'the second with ACK of A',
      { from: 'A', flags: 'ACK', nth: 2, fate: { late: 1 } },
      ['A3 ACK 3: late 1'],
    ],
    [
      'bare ACKs of A',
      { from: 'A', flags: 'ACK', exactly: true, text: false, fate: { late: 1 } },
      ['A2 ACK: late 1', 'A5 ACK: late 1'],
    ],
    ['the second copy of text', { text: true, again: true, fate: 'drop' }, []],
    ['text', { text: true, fate: 'duplicate' }, ["A3' ACK 3: copy"]],
  ])('strikes %s', (_what, fate, expected) => {
    expect(struck(fate)).toEqual(expected);
  });

  it('drops the second FIN of A: the one that was sent again', () => {
    const first: ScriptedFate = { from: 'A', flags: 'FIN', nth: 1, fate: 'drop' };
    const second: ScriptedFate = { from: 'A', flags: 'FIN', nth: 2, fate: 'drop' };
    expect(struck(first, second)).toEqual(['A4 FIN,ACK: lost', 'A6 FIN,ACK again: lost']);
  });

  it('may strike with others', () => {
    const fates: ScriptedFate[] = [
      { name: 'A1', fate: { late: 5 } },
      { name: 'A1', fate: 'duplicate' },
      { name: 'A1', fate: 'duplicate' },
    ];
    const trace = open(worldOf({ fates })).run(100);
    expect(travelled(trace).slice(0, 3)).toEqual([
      '0 A1 SYN delivered 15',
      "0 A1' SYN delivered 10",
      "0 A1'' SYN delivered 10",
    ]);
  });

  it('must name control bits that exist', () => {
    expect(() => worldOf({ fates: [{ flags: 'SIN', fate: 'drop' }] })).toThrow(WorldError);
  });
});
