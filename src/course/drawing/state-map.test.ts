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
  const { boxes, box } = stateMap(STATES);
  expect(boxes).toHaveLength(11);
  const over = boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => Math.abs(a.x - b.x) < box.width && Math.abs(a.y - b.y) < box.height)
      .map((b) => `${a.state} ${b.state}`),
  );
  expect(over).toEqual([]);
});
