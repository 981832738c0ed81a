import type { Attack } from './attack.ts';
import { ENDLESS } from './endless.ts';
import { ESCAPE } from './escape.ts';
import { FORGERY } from './forgery.ts';
import { GREEDY } from './greedy.ts';
import { NONSENSE } from './nonsense.ts';
import { POISON } from './poison.ts';

/** All programs against the lab `listen`, by what they try; those against `ring` are in `calls.ts`. */
export const FAMILIES: Readonly<Record<string, readonly Attack[]>> = {
  escape: ESCAPE,
  forgery: FORGERY,
  poison: POISON,
  nonsense: NONSENSE,
  endless: ENDLESS,
  greedy: GREEDY,
};
