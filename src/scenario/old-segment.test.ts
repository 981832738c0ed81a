import { expect, it } from 'vitest';
import { oldSegment } from './segments.ts';
import { stage } from './fixtures.ts';

const old = { at: 0, from: 'A', fromPort: 1, toPort: 2, flags: 'ACK', seq: 7, ack: 9 } as const;

it('an old segment is bare unless it is said what it carries', () => {
  const seg = oldSegment(old, stage);
  expect(seg).toMatchObject({ seq: 7, ack: 9, options: {}, ctl: { ack: true } });
  expect(seg.data).toHaveLength(0);
});

it('an old segment may carry text and timestamps', () => {
  const seg = oldSegment({ ...old, text: 'late', ts: { val: 3, ecr: 2 } }, stage);
  expect(new TextDecoder().decode(seg.data)).toBe('late');
  expect(seg.options).toEqual({ ts: { val: 3, ecr: 2 } });
});
