import { expect, it } from 'vitest';
import { numberInterfaces } from './interfaces.ts';
import { WorldError } from './world-error.ts';

const link = (one: string, other: string) => ({ between: [one, other], delay: 1 }) as const;

it('gives every node an address on each of its links', () => {
  const between = numberInterfaces([link('A', 'R'), link('R', 'B'), link('C', 'R')]);
  expect(between('A', 'R')).toEqual({ src: '00:00:5e:00:53:11', dst: '00:00:5e:00:53:21' });
  expect(between('R', 'B')).toEqual({ src: '00:00:5e:00:53:22', dst: '00:00:5e:00:53:31' });
  expect(between('R', 'C')).toEqual({ src: '00:00:5e:00:53:23', dst: '00:00:5e:00:53:41' });
});

it('knows no frame where there is no link, and none where numbers have run out', () => {
  const many = Array.from({ length: 16 }, (_, i) => link('R', `H${i}`));
  expect(() => numberInterfaces(many)('R', 'X')).toThrow(WorldError);
  expect(() => numberInterfaces(many)('R', 'H15')).toThrow(WorldError);
  expect(numberInterfaces(many)('R', 'H13').src).toBe('00:00:5e:00:53:1e');
});
