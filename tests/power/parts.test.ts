import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { course } from '../../course.config.ts';
import { labsOf, PARTS } from './parts.ts';

const parts = Array.from({ length: PARTS }, (_, i) => i + 1);

it('every lab of the course is in one part', () => {
  expect(parts.flatMap(labsOf).sort()).toEqual([...course.labs].sort());
});

it.each(parts)('part %i has its file', (part) => {
  const file = `${import.meta.dirname}/part-${part}.test.ts`;
  expect(readFileSync(file, 'utf8')).toContain(`labsOf(${part})`);
});
