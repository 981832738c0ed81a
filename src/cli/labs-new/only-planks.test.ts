import { expect, it } from 'vitest';
import { onlyPlanks } from './only-planks.ts';

const SOURCE = `import { add, lt, type Check } from '../learner.ts';
import type { State } from '../state.ts';

/* About the file. */

/** Opens. */
export const open: Check = (tcb) => helper(tcb.state, { rst: true });

/** Closes. */
export const close: Check = () => lt(1, 2);

/** Of the same name as a part of something. */
export const rst: Check = () => lt(2, 1);

const helper = (state: State, _on: object) => deeper(state);
function deeper(_state: State): number {
  return add(1, 2);
}
`;

it('leaves a plank with all that it uses, and imports only that', () => {
  expect(onlyPlanks(SOURCE, ['open'])).toBe(`import { add, type Check, type State } from 'tcp';

/* About the file. */

/** Opens. */
export const open: Check = (tcb) => helper(tcb.state, { rst: true });

const helper = (state: State, _on: object) => deeper(state);

function deeper(_state: State): number {
  return add(1, 2);
}
`);
  expect(onlyPlanks(SOURCE, ['close'])).toBe(`import { lt, type Check } from 'tcp';

/** Closes. */
export const close: Check = () => lt(1, 2);
`);
});

it('leaves out what is noted for the table of requirements', () => {
  const source = `import { follow } from '../followed.ts';
import { add } from '../learner.ts';

const KNOWN = new Set([1]);

export function isn(now: number): number {
  follow('MUST-8');
  // Not what is only told for it either.
  if (!KNOWN.has(now)) follow('MUST-6');
  return add(now, 1);
}
`;
  expect(onlyPlanks(source, ['isn'])).toBe(`import { add } from 'tcp';

export function isn(now: number): number {
  return add(now, 1);
}
`);
});
