import { describe, expect, it, vi } from 'vitest';
import { hash, openDrafts } from './draft.ts';
import { fakeShelf, fakeTabs } from './fake-shelf.ts';
import { layPlank } from './progress.ts';
import { openStore } from './store.ts';
import { openWork } from './work.ts';

function open(shelf = fakeShelf()) {
  const store = openStore('/', shelf, null);
  const work = openWork(store);
  const run = (lab: string, code: string, at: number, verdict: string | null = 'wrong') =>
    work.recordRun(lab, {
      ...{ code, at: new Date(at), verdict },
      ...{ passed: 1, total: 2, starter: 'start' },
    });
  return { shelf, store, work, run };
}

describe('runs', () => {
  it('are kept with what the judge said and the starter’s hash', () => {
    const { work, run } = open();
    run('listen', 'code', 0, 'threw');
    expect(work.history('listen')).toEqual([
      {
        ...{ code: 'code', at: '1970-01-01T00:00:00.000Z', verdict: 'threw' },
        ...{ passed: 1, total: 2, starter: hash('start') },
      },
    ]);
    expect(work.history('closed')).toEqual([]);
  });

  it('tell which code lays a plank', () => {
    const { store, work, run } = open();
    run('listen', 'first', 1, 'passed');
    run('listen', 'second', 2, 'passed');
    run('listen', 'broken', 3);
    run('closed', 'not laid', 4, 'passed');
    layPlank(store, 'ring', new Date(0));
    layPlank(store, 'listen', new Date(1));
    expect(work.lastGreen('listen')?.code).toBe('second');
    expect(work.lastGreen('ring')).toBeNull();
    expect(work.finishedPlanks()).toEqual([
      { lab: 'listen', code: 'second', at: new Date(2).toISOString() },
    ]);
  });

  it('make room when told to: oldest reds first, and every lab keeps its last green', () => {
    const { shelf, store, work, run } = open();
    run('listen', 'green', 1, 'passed');
    for (let n = 0; n < 10; n++) run('listen', `red ${n} ${'x'.repeat(50)}`, 10 + n);
    const used = [...shelf.items].reduce((sum, [k, v]) => sum + k.length + v.length, 0);
    shelf.room = used + 20;
    const draft = openDrafts(store, 'listen', 'start');
    expect(draft.write('a draft that finds no room', new Date(0))).toBe('full');
    expect(work.history('listen')).toHaveLength(11);
    expect(work.spareAttempts()).toBe(10);
    expect(work.makeRoom()).toEqual({ dropped: 5, saved: 'saved' });
    expect(store.keptText(draft.name)).toContain('a draft that finds no room');
    const left = work.history('listen').map(({ code }) => code.slice(0, 5));
    expect(left).toEqual(['red 9', 'red 8', 'red 7', 'red 6', 'red 5', 'green']);
  });

  it('that find no room drop nothing', () => {
    const { shelf, store, work, run } = open();
    run('listen', 'first', 1);
    const before = Object.fromEntries(shelf.items);
    shelf.room = 200;
    expect(run('listen', 'x'.repeat(300), 2)).toBe('full');
    expect(Object.fromEntries(shelf.items)).toEqual(before);
    expect(work.history('listen')).toHaveLength(2);
    expect(store.unsaved()).toEqual(['history:listen']);
  });
});

describe('drafts for an earlier version of a lab', () => {
  it('are offered, newest first', () => {
    const { store, work } = open();
    openDrafts(store, 'listen', 'one').write('1', new Date(1));
    openDrafts(store, 'listen', 'two').write('2', new Date(2));
    const today = openDrafts(store, 'listen', 'three');
    today.write('3', new Date(3));
    expect(today.older().map(({ code }) => code)).toEqual(['2', '1']);
    expect(work.drafts('listen').map(({ code }) => code)).toEqual(['3', '2', '1']);
    expect(openDrafts(store, 'listen-more', 'x').older()).toEqual([]);
  });
});

describe('settings', () => {
  it('have defaults, and nonsense counts for nothing', () => {
    const { store, work } = open();
    store.set('settings', { editor: 'emacs', vim: 'yes', ship: 7 });
    const { settings } = work;
    expect(settings.get('editor')).toBeNull();
    expect(settings.get('vim')).toBe(false);
    expect(settings.get('ship')).toBe('reference');
    expect(settings.get('typeCheck')).toBe(true);
    settings.set('ship', 'mine');
    settings.set('vim', true);
    expect(settings.get('ship')).toBe('mine');
    expect(settings.get('vim')).toBe(true);
  });

  it('are told to every tab, and to nobody who no longer listens', () => {
    const { tabs } = fakeTabs(2);
    const [here, there] = tabs.map(({ shelf, window }) => openWork(openStore('/', shelf, window)));
    const heard = [vi.fn(), vi.fn()] as const;
    here?.settings.watch(heard[0]);
    const stop = there?.settings.watch(heard[1]);
    here?.settings.set('vim', true);
    expect(there?.settings.get('vim')).toBe(true);
    stop?.();
    here?.settings.set('vim', false);
    expect(heard.map((listener) => listener.mock.calls.length)).toEqual([2, 1]);
  });
});

it('forgets everything of this course, and nothing of another', () => {
  const { shelf, work, run } = open(fakeShelf({ 'tcp:/b/:planks': '{}', theme: 'dark' }));
  run('listen', 'code', 1, 'passed');
  work.settings.set('vim', true);
  work.forgetAll();
  expect(work.labs()).toEqual([]);
  expect(work.settings.get('vim')).toBe(false);
  expect(Object.fromEntries(shelf.items)).toEqual({ 'tcp:/b/:planks': '{}', theme: 'dark' });
});
