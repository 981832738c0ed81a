import { describe, expect, it } from 'vitest';
import { openStore, type Shelf } from '#storage/store.ts';
import { MOST_EARLIER, openScratchDraft } from './scratch-draft.ts';

function shelf(): Shelf {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (i) => [...items.keys()][i] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

const at = (seconds: number) => new Date(seconds * 1_000);
const open = (s = shelf()) => openScratchDraft(openStore('/', s, null), 'listen');
const texts = (draft: ReturnType<typeof open>) => draft.earlier().map(({ text }) => text);

describe('a script of one’s own', () => {
  it('is there on the next visit', () => {
    const s = shelf();
    open(s).write('mine', at(1));
    expect(open(s).text()).toBe('mine');
    expect(openScratchDraft(openStore('/', s, null), 'closed').text()).toBeNull();
  });

  it('is kept when another takes its place, and can be taken again', () => {
    const draft = open();
    draft.write('mine', at(1));
    draft.put('from a link', at(2));
    expect(draft.text()).toBe('from a link');
    expect(draft.earlier()).toEqual([{ text: 'mine', at: at(1).toISOString() }]);
    draft.put('mine', at(3));
    draft.put('another link', at(4));
    expect(texts(draft)).toEqual(['mine']);
  });

  it('is not crowded out by scripts that nobody changed', () => {
    const draft = open();
    draft.write('mine', at(1));
    for (let n = 0; n < 3 * MOST_EARLIER; n++) draft.put(`link ${String(n)}`, at(2 + n));
    expect(texts(draft)).toEqual(['mine']);
  });

  it('of another tab is not overwritten for good', () => {
    const s = shelf();
    const here = open(s);
    const there = open(s);
    here.write('a', at(1));
    there.write('b', at(2));
    expect(texts(there)).toEqual(['a']);
    here.write('a, longer', at(3));
    expect(texts(here)).toEqual(['b', 'a']);
  });

  it('that cannot be read is none', () => {
    const s = shelf();
    openStore('/', s, null).set('scratch:listen', { text: 7, before: [null] });
    expect(open(s).text()).toBeNull();
    expect(open(s).earlier()).toEqual([]);
  });
});
