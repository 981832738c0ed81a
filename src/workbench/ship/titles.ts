/**
 * What a lab is called, by its id: the page's header names all labs of the course for its scripts.
 * A lab that is not among them goes by its id.
 */
export function labTitle(lab: string): string {
  const json = document.querySelector<HTMLElement>('[data-titles]')?.dataset['titles'] ?? '{}';
  return (JSON.parse(json) as Readonly<Record<string, string>>)[lab] ?? lab;
}
