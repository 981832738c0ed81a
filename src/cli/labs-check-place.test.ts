import { expect, it } from 'vitest';
import listen from '../../labs/listen/lab.ts';
import { checkPlace } from './labs-check-place.ts';

const LABS = new URL('../../labs/', import.meta.url).pathname;

it('a lab of the course goes together with the others', async () => {
  const findings = await checkPlace(listen, LABS, ['ring', 'listen']);
  expect(findings.map(({ problem }) => problem)).toEqual([null, null]);
});

it('a lab that lays another’s plank, or needs one that is not there, is told so', async () => {
  const copy = { ...listen, id: 'other', needs: ['ring', 'nowhere'] };
  const findings = await checkPlace(copy, LABS, ['listen', 'other']);
  expect(findings.map(({ problem }) => problem)).toEqual([
    'lab.ts: `needs` has no such lab: nowhere',
    'lab.ts: `planks` has what another lab of the course lays: listen (labs/listen)',
  ]);
});
