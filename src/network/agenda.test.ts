import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createAgenda } from './agenda.ts';

it('gives things in order of time, and of entry where times are equal', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 40 }), (times) => {
      const agenda = createAgenda<{ at: number; order: number }>();
      times.forEach((at, order) => agenda.add(at, { at, order }));
      const expected = times
        .map((at, order) => ({ at, order }))
        .sort((x, y) => x.at - y.at || x.order - y.order);
      const taken = times.map(() => {
        expect(agenda.next()).toBeDefined();
        return agenda.take();
      });
      expect(taken).toEqual(expected);
      expect(agenda.take()).toBeUndefined();
    }),
  );
});

it('gives a thing out of its turn, and keeps the order of the others', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1 }),
      fc.nat(),
      (times, n) => {
        const agenda = createAgenda<number>();
        times.forEach((at, order) => agenda.add(at, order));
        const wanted = n % times.length;
        expect(agenda.pick((order) => order === wanted)).toEqual({
          at: times[wanted],
          item: wanted,
        });
        expect(agenda.pick((order) => order === wanted)).toBeUndefined();
        const expected = times
          .map((at, order) => ({ at, order }))
          .filter(({ order }) => order !== wanted)
          .sort((x, y) => x.at - y.at || x.order - y.order)
          .map(({ order }) => order);
        expect(expected.map(() => agenda.take())).toEqual(expected);
      },
    ),
  );
});
