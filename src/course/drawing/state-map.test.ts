import { expect, it } from 'vitest';
import { STATES } from '#tcp/state.ts';
import { stateMap } from './state-map.ts';

it('keeps the two sides: who opens to the left, who answers to the right', () => {
  const { boxes } = stateMap(['SYN-SENT', 'SYN-RECEIVED']);
  const [left, right] = boxes;
  expect(left!.x).toBeLessThan(right!.x);
  expect(left!.y).toBe(right!.y);
});

it('leaves out rows without a state', () => {
  expect(stateMap(['CLOSED', 'ESTABLISHED']).height).toBe(stateMap(['CLOSED', 'LISTEN']).height);
});

it('draws only lines between states that it shows', () => {
  expect(stateMap(['CLOSED', 'ESTABLISHED']).lines).toEqual([]);
  expect(stateMap(['CLOSED', 'LISTEN']).lines).toHaveLength(1);
});

it('holds all eleven without one box on another', () => {
  const { boxes } = stateMap(STATES);
  expect(new Set(boxes.map(({ x, y }) => `${x} ${y}`)).size).toBe(11);
});
