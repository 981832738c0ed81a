import type { APIRoute } from 'astro';
import { STATES } from '#tcp/state.ts';
import { t } from '#text/en.ts';
import { href } from '../address.ts';
import { SPELLINGS } from '../atlas/spellings.ts';
import { pageOf } from '../atlas/states.ts';
import { ENTRIES } from './entries.ts';
import type { Entry } from './entry.ts';
import { STATE_WORDS } from './states.ts';
import type { Tip, Tips } from './tips.ts';

/** Writes `tips.json`: what is said of each entry of the glossary, and of each state. */
export const GET: APIRoute = () => Response.json(tips());

/** Every tip, under this build's base path. */
export function tips(): Tips {
  const words = ENTRIES.map((entry): [string, Tip] => [
    href(`/glossary/#${entry.id}`),
    { term: nameOf(entry), zh: entry.zh, means: entry.means },
  ]);
  const states = STATES.map((state): [string, Tip] => [
    href(pageOf(state)),
    { term: state, zh: STATE_WORDS[state].zh, means: t('atlas.tip', { ...SPELLINGS[state] }) },
  ]);
  return { again: t('glossary.tap-again'), of: Object.fromEntries([...words, ...states]) };
}

const nameOf = ({ term, short }: Entry): string =>
  short ? t('glossary.name', { term, short }) : term;
