import { getCollection } from 'astro:content';
import { STATES, type State } from '#tcp/state.ts';
import { href } from '../address.ts';
import type { AtlasFacts } from './schema.ts';
import { pageOf } from './states.ts';

/** The page of one state: what it says in a few words, its lead, and its address. */
export interface AtlasPage extends AtlasFacts {
  readonly lead: string;
  readonly href: string;
}

/** The page of one state. Throws, and stops the build, if there is none. */
export async function atlasPage(state: State): Promise<AtlasPage> {
  const docs = await getCollection('docs');
  const data = docs.find((doc) => doc.data.atlas?.state === state)?.data;
  if (!data?.atlas || !data.lead) throw new Error(`The atlas has no page on ${state}.`);
  return { ...data.atlas, lead: data.lead, href: href(pageOf(state)) };
}

/** All eleven, in the order in which a life passes the states. */
export const atlasPages = (): Promise<readonly AtlasPage[]> => Promise.all(STATES.map(atlasPage));
