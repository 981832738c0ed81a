import { expect, it } from 'vitest';
import listen from '../../labs/listen/lab.ts';
import { labProblems } from './lab-schema.ts';

it('finds nothing wrong with a real lab', () => {
  expect(labProblems(listen, 'listen')).toEqual([]);
});

it.each([
  [undefined, 'lab.ts: `export default { … } satisfies Lab` is missing'],
  [{ ...listen, id: 'Listen' }, 'lab.ts: `id` must be lower-case letters, digits and hyphens'],
  [{ ...listen, id: 'other' }, 'lab.ts: `id` must be the folder’s name, listen'],
  [{ ...listen, minutes: 1 }, 'lab.ts: `minutes` must be a whole number from 5 to 90'],
  [
    { ...listen, rfc: ['§3'] },
    'lab.ts: `rfc` must be section numbers of RFC 9293, such as 3.10.7.2',
  ],
  [{ ...listen, planks: [] }, 'lab.ts: `planks` must have at least one entry'],
  [
    { ...listen, planks: ['listen', 'lisen', 'cells'] },
    'lab.ts: `planks` has what is no plank of the engine: lisen, cells',
  ],
  [{ ...listen, colour: 'red' }, 'lab.ts: `colour` is not known; remove it'],
])('says what is wrong with %#', (lab, problem) => {
  expect(labProblems(lab, 'listen')).toContain(problem);
});
