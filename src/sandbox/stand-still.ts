import { seededRandom } from '#network/random.ts';

/**
 * Takes chance and time out of the realm: the same program gives the same answers in every run.
 * `Math.random` is seeded; the clocks show 1 January 1970, 00:00, for ever.
 */
export function standStill(seed: number): void {
  Math.random = seededRandom(seed);
  const Moving = Date;
  const Still = function (this: unknown, ...args: []) {
    const date = args.length === 0 ? new Moving(0) : new Moving(...args);
    return new.target === undefined ? date.toString() : date;
  };
  Object.assign(Still, { now: () => 0, parse: Moving.parse, UTC: Moving.UTC });
  Still.prototype = Moving.prototype;
  Moving.prototype.constructor = Still;
  Object.assign(globalThis, { Date: Still });
  if ('performance' in globalThis) Object.defineProperty(performance, 'now', { value: () => 0 });
}
