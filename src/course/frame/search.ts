import { format } from '#text/text.ts';

/** What we use of the search index that Pagefind writes beside the site. */
interface Pagefind {
  options(options: { excerptLength: number }): Promise<void>;
  debouncedSearch(words: string): Promise<{ results: readonly Hit[] } | null>;
}
interface Hit {
  data(): Promise<Page>;
}
interface Part {
  readonly url: string;
  readonly title: string;
  /** HTML of our own pages, with the words found in `<mark>`. */
  readonly excerpt: string;
}
interface Page {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: { readonly title?: string };
  readonly sub_results: readonly Part[];
}
interface Texts {
  readonly none: string;
  readonly failed: string;
  readonly found: { readonly one: string; readonly other: string };
}

const PAGES = 8;
const PARTS = 3;

/** The parts of the sheet of results. */
interface Sheet {
  readonly dialog: HTMLDialogElement;
  readonly input: HTMLInputElement;
  readonly output: HTMLOutputElement;
  readonly list: HTMLOListElement;
}

/** Opens with the box, with `/` or Ctrl/Cmd+K; finds as the reader types; arrows walk the list. */
export function startSearch(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog.search');
  const input = dialog?.querySelector('input');
  const output = dialog?.querySelector('output');
  const list = dialog?.querySelector('ol');
  if (dialog && input && output && list) listen({ dialog, input, output, list });
}

function listen(sheet: Sheet): void {
  const { dialog, input, list } = sheet;
  let index: Promise<Pagefind> | undefined;

  const open = () => {
    dialog.showModal();
    input.select();
    index ??= load(dialog.dataset['index'] ?? '');
  };

  document.querySelector('.find')?.addEventListener('click', open);
  input.addEventListener('input', () => {
    find(sheet, index).catch(() => {
      index = undefined;
      fill(sheet, textsOf(sheet).failed, []);
    });
  });
  input.form?.addEventListener('submit', (event) => {
    if (event.submitter !== null) return;
    event.preventDefault();
    list.querySelector('a')?.focus();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || (event.target as Element).closest('li a')) dialog.close();
  });
  dialog.addEventListener('keydown', (event) =>
    walk(event, [input, ...list.querySelectorAll('a')]),
  );
  addEventListener('keydown', (event) => {
    const isChord = event.key === 'k' && (event.ctrlKey || event.metaKey);
    if (dialog.open || !(isChord || (event.key === '/' && !isTyping(event)))) return;
    event.preventDefault();
    open();
  });
}

async function find(sheet: Sheet, index: Promise<Pagefind> | undefined): Promise<void> {
  const asked = () => sheet.input.value.trim();
  const words = asked();
  if (words === '') return fill(sheet, '', []);
  const found = await (await index)?.debouncedSearch(words);
  if (!found || words !== asked()) return;
  const pages = await Promise.all(found.results.slice(0, PAGES).map((hit) => hit.data()));
  const texts = textsOf(sheet);
  const n = found.results.length;
  const sentence =
    n === 0
      ? format(texts.none, { words })
      : format(n === 1 ? texts.found.one : texts.found.other, { n });
  fill(sheet, sentence, pages.flatMap(rows));
}

function fill(sheet: Sheet, sentence: string, items: readonly HTMLElement[]): void {
  sheet.output.value = sentence;
  sheet.list.replaceChildren(...items);
}

function textsOf({ dialog }: Sheet): Texts {
  return JSON.parse(dialog.dataset['texts'] ?? '{}') as Texts;
}

async function load(address: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.options({ excerptLength: 18 });
  return pagefind;
}

/** A page, and the sections of it where the words stand. */
function rows(page: Page): readonly HTMLElement[] {
  const title = page.meta.title ?? '';
  const parts = page.sub_results.filter(({ url }) => !isWholePage(url, page)).slice(0, PARTS);
  return [
    row('', { url: page.url, title, excerpt: parts.length > 0 ? '' : page.excerpt }),
    ...parts.map((part) => row('sub', part)),
  ];
}

/** Pagefind lists what stands before the first heading as a section of its own. */
function isWholePage(url: string, page: Page): boolean {
  return url === page.url || url === `${page.url}#_top`;
}

function row(kind: string, part: Part): HTMLElement {
  const item = document.createElement('li');
  item.className = kind;
  const link = item.appendChild(document.createElement('a'));
  link.href = part.url;
  link.appendChild(document.createElement('b')).textContent = part.title;
  link.appendChild(document.createElement('span')).innerHTML = part.excerpt;
  return item;
}

function walk(event: KeyboardEvent, stops: readonly HTMLElement[]): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const at = stops.indexOf(document.activeElement as HTMLElement);
  stops[Math.max(0, Math.min(stops.length - 1, at + step))]?.focus();
}

/** A slash in a field is a slash. */
function isTyping(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  return target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName);
}
