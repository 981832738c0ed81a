import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDrafts } from './draft.ts';
import { fakeShelf } from './fake-shelf.ts';
import { migrate, VERSION } from './migrate.ts';
import { readProgress } from './progress.ts';
import { FIRST_RELEASE } from './samples.ts';
import { openStore } from './store.ts';
import { openWork } from './work.ts';

const BASE = '/courses/tcp/';
const start = `tcp:${BASE}:`;
const open = (items: Readonly<Record<string, string>>, room = Infinity) => {
  const shelf = fakeShelf(items, room);
  const store = openStore(BASE, shelf, null);
  return { shelf, store, work: openWork(store) };
};
const old = (name: string) => FIRST_RELEASE[`${start}v1:${name}`] ?? '';

describe('what the first release kept', () => {
  it('is all there in today’s form', () => {
    const { shelf, store, work } = open(FIRST_RELEASE);
    expect(work.drafts('listen')).toEqual([
      { ...(JSON.parse(old('draft:listen:1x2y3z')) as object), starter: '1x2y3z' },
    ]);
    expect(work.drafts('closed')).toHaveLength(1);
    expect(readProgress(store)).toEqual({ listen: '2026-03-01T15:00:00.000Z' });
    expect(store.get('read')).toEqual(['handshake/three-way']);
    expect(shelf.getItem(`${start}version`)).toBe(String(VERSION));
    expect([...shelf.items.keys()].some((key) => key.startsWith(`${start}v1:`))).toBe(false);
  });

  it('is left alone where it belongs to another course', () => {
    const { shelf } = open(FIRST_RELEASE);
    expect(shelf.getItem('tcp:/:v1:planks')).toBe(FIRST_RELEASE['tcp:/:v1:planks']);
    expect(shelf.getItem('starlight-theme')).toBe('dark');
  });

  it('is brought over once: a second visit changes nothing', () => {
    const { shelf } = open(FIRST_RELEASE);
    const before = Object.fromEntries(shelf.items);
    openStore(BASE, shelf, null);
    expect(Object.fromEntries(shelf.items)).toEqual(before);
  });

  it('comes over from the middle of an interrupted migration', () => {
    const { store, work } = open({
      ...FIRST_RELEASE,
      [`${start}draft:listen:1x2y3z`]: old('draft:listen:1x2y3z'),
      [`${start}planks`]: '{"ring":"2026-02-01T00:00:00.000Z","listen":"2026-04-01T00:00:00.000Z"}',
    });
    expect(work.drafts('listen')).toHaveLength(1);
    expect(work.history('listen')).toEqual([]);
    expect(readProgress(store)).toEqual({
      ring: '2026-02-01T00:00:00.000Z',
      listen: '2026-03-01T15:00:00.000Z',
    });
  });

  it.each([
    ['newer', '2027-01-01T00:00:00.000Z', 'late'],
    ['older', '2025-01-01T00:00:00.000Z', '// closed\n'],
  ])('yields to, or wins over, a %s draft; the other is in the history', (_, at, winner) => {
    const late = { code: 'late', at };
    const { work } = open({
      ...FIRST_RELEASE,
      [`${start}version`]: '2',
      [`${start}draft:closed:k9`]: JSON.stringify(late),
    });
    expect(work.drafts('closed')[0]?.code).toBe(winner);
    const texts = [winner, ...work.history('closed').map(({ code }) => code)];
    expect(texts.sort()).toEqual(['// closed\n', 'late']);
  });

  const size = Object.entries(FIRST_RELEASE).reduce((n, [k, v]) => n + k.length + v.length, 0);
  it.each([
    ['stays as it is on a full shelf, and counts all the same', 0, true],
    ['comes over on a full shelf that has room for it once, but not twice', 30, false],
  ])('%s', (_, more, stays) => {
    const { shelf, work } = open(FIRST_RELEASE, size + more);
    expect(work.drafts('listen')).toHaveLength(1);
    expect(work.drafts('closed')).toHaveLength(1);
    expect(shelf.items.has(`${start}v1:planks`)).toBe(stays);
    if (stays) expect(Object.fromEntries(shelf.items)).toEqual(FIRST_RELEASE);
  });

  it('counts for this visit where the browser lets nothing be written', () => {
    const shelf = fakeShelf(FIRST_RELEASE);
    shelf.setItem = () => {
      throw new DOMException('no', 'SecurityError');
    };
    const work = openWork(openStore(BASE, shelf, null));
    expect(work.drafts('listen')).toHaveLength(1);
    expect(Object.fromEntries(shelf.items)).toEqual(FIRST_RELEASE);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['draft:listen:1x2y3z', '{"code":3}'],
    ['draft:listen:1x2y3z', '{"code":"half'],
    ['draft:listen:1x2y3z', '{"code":"a","at":"yesterday"}'],
    ['planks', '[1,2]'],
    ['planks', '{"__proto__":"2026-01-01T00:00:00.000Z"}'],
    ['history:listen', '[{"code":"a"}]'],
    ['history:listen', '{}'],
    ['read', '7'],
    ['version', 'two'],
  ])('%s: %s is put aside, text for text', (name, text) => {
    for (const form of [name, `v1:${name}`]) {
      if (form === 'v1:version') continue;
      const { work, shelf } = open({ [start + form]: text });
      expect([...work.aside()]).toEqual([[name, text]]);
      expect(shelf.getItem(start + form)).not.toBe(text);
      expect(work.untold()).toEqual([name]);
      work.markTold();
      expect(work.untold()).toEqual([]);
    }
  });

  it('is put aside beside what was put aside before', () => {
    const { work } = open({ [`${start}aside:planks`]: 'x', [`${start}planks`]: 'y' });
    expect([...work.aside()]).toEqual([
      ['planks', 'x'],
      ['planks~2', 'y'],
    ]);
  });

  it('is put aside before something is written in its place', () => {
    const { store, shelf, work } = open({});
    const drafts = openDrafts(store, 'listen', 'start');
    shelf.items.set(store.key(drafts.name), '{"co');
    expect(drafts.write('mine', new Date(0))).toBe('saved');
    expect(drafts.read()?.code).toBe('mine');
    expect([...work.aside().values()]).toEqual(['{"co']);
  });
});

describe('a later release', () => {
  const later = {
    [`${start}version`]: '3',
    [`${start}draft:listen:abc`]: 'a form of its own',
    [`${start}v1:planks`]: '{}',
  };

  it('finds everything as it left it; work goes on in memory', () => {
    const { store, shelf, work } = open(later);
    expect(store.trouble).toBe('newer');
    const drafts = openDrafts(store, 'listen', 'start');
    expect(drafts.write('mine', new Date(0))).toBe('newer');
    expect(drafts.read()?.code).toBe('mine');
    drafts.remove();
    expect(work.settings.set('vim', true)).toBe('newer');
    expect(work.settings.get('vim')).toBe(true);
    expect(work.makeRoom().saved).toBe('newer');
    expect(Object.fromEntries(shelf.items)).toEqual(later);
  });

  it('is in the export, text for text', () => {
    const file = JSON.parse(open(later).work.exportAll('TCP', new Date(0))) as {
      aside: Record<string, string>;
    };
    expect(file.aside).toEqual({
      version: '3',
      'draft:listen:abc': 'a form of its own',
      'v1:planks': '{}',
    });
  });

  it('is noticed when it comes in another tab meanwhile', () => {
    const { store, shelf } = open({});
    expect(store.set('x', 1)).toBe('saved');
    shelf.items.set(`${start}version`, '3');
    expect(store.set('x', 2)).toBe('newer');
    expect(shelf.getItem(`${start}x`)).toBe('1');
    expect(store.get('x')).toBe(2);
  });
});

it('never loses a text, whatever lies there', () => {
  const name = fc.oneof(
    fc.constantFrom('planks', 'read', 'settings', 'version', 'draft:a:1', 'history:a', 'told', 'x'),
    fc.string(),
  );
  const entry = fc.tuple(
    fc.tuple(fc.boolean(), name).map(([isOld, n]) => (isOld ? `v1:${n}` : n)),
    fc.string().map((text) => `lost? ${text}`),
  );
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const before = new Map(entries);
      const after = [...migrate(before).values()];
      for (const text of before.values()) expect(after).toContain(text);
      expect(migrate(migrate(before))).toEqual(migrate(before));
    }),
  );
});
