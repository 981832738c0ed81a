import { type CollectionEntry, getEntry, render } from 'astro:content';
import { course } from '../../../course.config.ts';
import { href } from '../address.ts';
import { planks } from '../course.ts';
import { isReference } from '../reference.ts';

/** A place of the course: its address, the title of its page, and of the section if one is meant. */
export interface Place {
  readonly href: string;
  readonly title: string;
  readonly section: string | null;
}

/** The page and the anchor of an address from the root: `/handshake/three-way/#why-not-two`. */
function partsOf(address: string): { readonly page: string; readonly anchor: string } {
  const [path = '', anchor = ''] = address.split('#');
  return { page: path.replace(/^\/|\/$/g, ''), anchor };
}

/**
 * The chapter, the page of the atlas or the lab at an address from the root. `null` if it is a page of
 * another kind, or one that this course has chosen to do without.
 */
export async function placeAt(address: string): Promise<Place | null> {
  const { page, anchor } = partsOf(address);
  const lab = planks().find(({ id }) => page === `labs/${id}`);
  if (lab) return { href: href(address), title: lab.title, section: null };
  if (!course.chapters.includes(page) && !isReference(page)) return null;
  const entry = await getEntry('docs', page);
  if (!entry) return null;
  const section = anchor === '' ? null : await headingOf(entry, anchor);
  return { href: href(address), title: entry.data.title, section };
}

async function headingOf(entry: CollectionEntry<'docs'>, anchor: string): Promise<string | null> {
  const { headings } = await render(entry);
  return headings.find(({ slug }) => slug === anchor)?.text ?? null;
}

/** Can an address from the root be reached in this course? Pages that every course has always can. */
export function isReachable(address: string): boolean {
  const { page } = partsOf(address);
  const isOwn = !page.includes('/') || isReference(page);
  return isOwn || course.chapters.includes(page) || course.labs.some((id) => page === `labs/${id}`);
}
