import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTimers, type Sleeper } from './timers.ts';

const NEVER = Number.POSITIVE_INFINITY;

interface Alarm extends Sleeper {
  at: number;
}
const alarms = (count: number): Alarm[] =>
  Array.from({ length: count }, (_, serial) => ({ serial, due: NEVER, at: NEVER }));

describe('timers', () => {
  it('give whoever is due first, whatever was set before', () => {
    const change = fc.tuple(fc.nat({ max: 7 }), fc.oneof(fc.nat({ max: 20 }), fc.constant(NEVER)));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 200 }), (changes) => {
        const all = alarms(8);
        const timers = createTimers<Alarm>(({ at }) => at);
        for (const [who, at] of changes) {
          const alarm = all[who] as Alarm;
          alarm.at = at;
          timers.set(alarm, at);
          const [first] = all
            .filter((one) => one.at !== NEVER)
            .toSorted((a, b) => a.at - b.at || a.serial - b.serial);
          expect(timers.first()).toBe(first ?? null);
        }
      }),
    );
  });

  it('stay in order when most of what was set has become worthless', () => {
    const timers = createTimers<Alarm>(({ at }) => at);
    const all = alarms(10_000);
    for (const alarm of all) {
      alarm.at = 10_000 - alarm.serial;
      timers.set(alarm, alarm.at);
    }
    for (const alarm of all.slice(100)) {
      alarm.at = NEVER;
      timers.set(alarm, NEVER);
    }
    expect(timers.first()).toBe(all[99]);
  });
});
