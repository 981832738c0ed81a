/** A page to look things up in, as the list beside every sheet names it. */
export interface ReferencePage {
  /** Its address from the root. */
  readonly href: string;
  /** The key of its name. */
  readonly title: string;
}

/** The pages to look things up in that exist, in the order in which the sidebar lists them. */
export const REFERENCE: readonly ReferencePage[] = [
  { href: '/map/', title: 'map.title' },
  { href: '/states/', title: 'site.reference.states' },
  { href: '/glossary/', title: 'glossary.title' },
  { href: '/errata/', title: 'errata.title' },
];

/** Pages of `content/docs/` that every course has, whatever chapters it chooses. */
const PAGES: readonly string[] = ['404', 'errata', 'states'];

/** Whether a page of `content/docs/` is one to look things up in, or to be lost on: no chapter. */
export function isReference(id: string): boolean {
  return PAGES.includes(id) || id.startsWith('states/');
}
