/** Pages of `content/docs/` that every course has, whatever chapters it chooses. */
const PAGES: readonly string[] = ['404', 'errata', 'states'];

/** Whether a page of `content/docs/` is one to look things up in, or to be lost on: no chapter. */
export function isReference(id: string): boolean {
  return PAGES.includes(id) || id.startsWith('states/');
}
