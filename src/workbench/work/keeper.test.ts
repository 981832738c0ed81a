import { describe, expect, it } from 'vitest';
import { openDrafts } from '#storage/draft.ts';
import { fakeTabs } from '#storage/fake-shelf.ts';
import { openStore } from '#storage/store.ts';
import { openWork } from '#storage/work.ts';
import { openKeeper } from './keeper.ts';

const STARTER = '// start\n';

/** Two tabs with one lab, each with an editor that shows what it is given. */
function twoTabs() {
  const { tabs, shared, frozen } = fakeTabs(2);
  let clock = 0;
  const opened = tabs.map(({ shelf, window }) => {
    const store = openStore('/', shelf, window);
    const work = openWork(store);
    const drafts = openDrafts(store, 'listen', STARTER);
    const editor = { code: STARTER };
    const keeper = openKeeper({
      work,
      drafts,
      starter: STARTER,
      replace(code) {
        editor.code = code;
        keeper.change(code);
      },
      now: () => new Date((clock += 1000)),
    });
    store.watch(drafts.name, () => keeper.look());
    const type = (code: string) => {
      editor.code = code;
      keeper.change(code);
    };
    const texts = () => work.history('listen').map(({ code }) => code);
    return { keeper, work, drafts, editor, type, texts };
  });
  const [a, b] = opened;
  if (!a || !b) throw new Error('two tabs are needed');
  return { a, b, shared, frozen };
}

describe('a draft in one tab', () => {
  it('is kept when flushed, and is none when it equals the starter', () => {
    const { a } = twoTabs();
    a.type('mine');
    a.keeper.flush();
    expect(a.drafts.read()?.code).toBe('mine');
    expect(a.keeper.state().saved).toBe('saved');
    a.type(STARTER);
    a.keeper.flush();
    expect(a.drafts.read()).toBeNull();
  });

  it('is kept when the page goes away before the pause is over', () => {
    const { a } = twoTabs();
    a.type('half a word');
    a.keeper.leave();
    expect(a.drafts.read()?.code).toBe('half a word');
  });

  it('is tried again when there was no room', () => {
    const { a, shared } = twoTabs();
    shared.room = 10;
    a.type('a long text');
    a.keeper.flush();
    expect(a.keeper.state().saved).toBe('full');
    shared.room = Infinity;
    a.keeper.flush();
    expect(a.keeper.state().saved).toBe('saved');
    expect(a.drafts.read()?.code).toBe('a long text');
  });
});

describe('a draft in two tabs', () => {
  it('comes over to a tab that has nothing of its own, and can be undone', () => {
    const { a, b } = twoTabs();
    a.type('from a');
    a.keeper.flush();
    expect(b.editor.code).toBe('from a');
    expect(b.keeper.news()).toEqual({ kind: 'taken', before: STARTER, reset: false });
    b.keeper.undo();
    expect(b.editor.code).toBe(STARTER);
    expect(a.editor.code).toBe(STARTER);
    expect(a.keeper.news()).toEqual({ kind: 'taken', before: 'from a', reset: true });
    expect(b.texts()).toContain('from a');
  });

  it('goes to and fro without end of words or of events', () => {
    const { a, b } = twoTabs();
    for (let n = 0; n < 4; n++) {
      const tab = n % 2 ? b : a;
      tab.type(`text ${String(n)}`);
      tab.keeper.flush();
    }
    expect([a.editor.code, b.editor.code]).toEqual(['text 3', 'text 3']);
    expect(b.keeper.news()).toMatchObject({ kind: 'taken', before: 'text 1' });
    expect(a.texts()).toContain('text 2');
  });

  it.each(['keepMine', 'takeTheirs'] as const)('waits for a choice: %s', (choice) => {
    const { a, b } = twoTabs();
    b.type('from b');
    a.type('from a');
    a.keeper.flush();
    expect(b.keeper.news()).toEqual({ kind: 'both', theirs: 'from a' });
    expect(b.editor.code).toBe('from b');
    b.keeper.flush();
    expect(b.drafts.read()?.code).toBe('from a');
    b.keeper[choice]();
    const [winner, loser] = choice === 'keepMine' ? ['from b', 'from a'] : ['from a', 'from b'];
    expect([a.editor.code, b.editor.code, b.drafts.read()?.code]).toEqual([winner, winner, winner]);
    expect(b.texts()).toContain(loser);
  });

  it('is not overwritten by a tab that slept meanwhile', () => {
    const { a, b, frozen } = twoTabs();
    frozen.add(1);
    a.type('from a');
    a.keeper.flush();
    b.type('from b');
    b.keeper.flush();
    expect(b.drafts.read()?.code).toBe('from a');
    expect(b.keeper.news()).toEqual({ kind: 'both', theirs: 'from a' });
  });

  it('loses neither text when a tab is closed before it has chosen', () => {
    const { a, b } = twoTabs();
    b.type('from b');
    a.type('from a');
    a.keeper.flush();
    b.keeper.leave();
    expect(a.drafts.read()?.code).toBe('from a');
    expect(a.texts()).toContain('from b');
  });

  it('asks no more once both tabs have the same text', () => {
    const { a, b } = twoTabs();
    b.type('from b');
    a.type('from a');
    a.keeper.flush();
    a.type('from b');
    a.keeper.flush();
    expect(b.keeper.news()).toBeNull();
    expect(b.keeper.state().saved).toBe('saved');
  });
});
