import { describe, expect, it } from 'vitest';
import { openDrafts } from './draft.ts';
import { layPlank, readProgress } from './progress.ts';
import { blockedShelf, fakeShelf } from './fake-shelf.ts';
import { openStore } from './store.ts';

describe('store', () => {
  it('keeps two courses on one server apart', () => {
    const s = fakeShelf();
    openStore('/a/', s).set('x', 1);
    expect(openStore('/b/', s).get('x')).toBeUndefined();
    expect(openStore('/a/', s).get('x')).toBe(1);
  });

  it('says that storage is full, and keeps the value for the visit', () => {
    const store = openStore('/', fakeShelf({}, 4));
    expect(store.set('x', 'a long value')).toBe('full');
    expect(store.get('x')).toBe('a long value');
  });

  it.each([
    ['blocked', blockedShelf],
    ['absent', null],
  ] as const)('works on when storage is %s', (_, s) => {
    const store = openStore('/', s);
    expect(store.set('x', 7)).toBe('blocked');
    expect(store.get('x')).toBe(7);
    store.remove('x');
    expect(store.get('x')).toBeUndefined();
  });

  it('takes a corrupt value for none', () => {
    const s = fakeShelf();
    const store = openStore('/', s);
    s.items.set(store.key('x'), '{');
    expect(store.get('x')).toBeUndefined();
  });
});

describe('drafts', () => {
  it('belong to a lab and its starter', () => {
    const store = openStore('/', fakeShelf());
    openDrafts(store, 'listen', 'start').write('mine', new Date(0));
    expect(openDrafts(store, 'listen', 'start').read()).toEqual({
      code: 'mine',
      at: '1970-01-01T00:00:00.000Z',
    });
    expect(openDrafts(store, 'listen', 'another start').read()).toBeNull();
    expect(openDrafts(store, 'closed', 'start').read()).toBeNull();
  });

  it('ignore what is not a draft', () => {
    const s = fakeShelf();
    const store = openStore('/', s);
    const drafts = openDrafts(store, 'listen', 'start');
    drafts.write('mine', new Date(0));
    for (const key of s.items.keys()) s.items.set(key, '{"code":3}');
    expect(drafts.read()).toBeNull();
  });
});

describe('progress', () => {
  it('keeps the day a plank was laid first', () => {
    const store = openStore('/', fakeShelf());
    layPlank(store, 'listen', new Date(0));
    layPlank(store, 'listen', new Date(1e12));
    expect(readProgress(store)).toEqual({ listen: '1970-01-01T00:00:00.000Z' });
  });

  it('takes nonsense for an empty hull', () => {
    const store = openStore('/', fakeShelf());
    store.set('planks', [1, 2]);
    expect(readProgress(store)).toEqual({});
  });
});
