import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportFileName } from './export.ts';
import { blockedShelf, fakeShelf } from './fake-shelf.ts';
import { LONGEST_IMPORT } from './import.ts';
import { keepAnswer } from './exercises.ts';
import { layPlank, readProgress } from './progress.ts';
import { openStore } from './store.ts';
import { openWork } from './work.ts';

const COURSE = 'TCP, plank by plank';
const NOW = new Date('2026-05-01T12:00:00.000Z');
const options = { course: COURSE, at: NOW };
const minute = (n: number) => new Date(NOW.getTime() - (100 - n) * 60_000);

function open(base = '/', shelf: Parameters<typeof openStore>[1] = fakeShelf()) {
  const store = openStore(base, shelf, null);
  const work = openWork(store);
  const draft = (lab: string, code: string, at: number) =>
    store.set(`draft:${lab}:abc`, { code, at: minute(at).toISOString() });
  const run = (lab: string, code: string, at: number, verdict = 'wrong') =>
    work.recordRun(lab, { code, at: minute(at), verdict, passed: 1, total: 2, starter: 's' });
  return { store, work, draft, run, export: () => work.exportAll(COURSE, NOW) };
}

/** A browser with something of everything. */
function full() {
  const browser = open();
  browser.draft('listen', 'draft', 1);
  browser.run('listen', 'green', 2, 'passed');
  browser.run('listen', 'red', 3);
  layPlank(browser.store, 'listen', minute(2));
  browser.work.settings.set('editor', 'light');
  browser.store.set('read', ['handshake/three-way']);
  keepAnswer(browser.store, 'handshake/three-way#why', false, minute(3));
  browser.store.set('hints:listen', 2);
  browser.store.set('scratch:listen', {
    text: '< S',
    at: minute(4).toISOString(),
    own: true,
    before: [],
  });
  browser.store.set('aside:planks', 'x');
  return browser;
}

/** The file with some of its parts changed. */
const changed = (parts: object, text = full().export()) =>
  JSON.stringify({ ...(JSON.parse(text) as object), ...parts });

describe('an export', () => {
  it('names the course, the base and the day', () => {
    expect(JSON.parse(full().export())).toMatchObject({
      format: 'tcp-course-work',
      version: 2,
      course: COURSE,
      base: '/',
      exported: NOW.toISOString(),
    });
    expect(exportFileName(COURSE, new Date(2026, 2, 1))).toBe('tcp-plank-by-plank-2026-03-01.json');
    expect(exportFileName('…', new Date(2026, 2, 1))).toBe('course-2026-03-01.json');
  });

  it('brings everything back into an empty browser', () => {
    const file = full().export();
    const empty = open('/elsewhere/');
    expect(empty.work.importAll(file, options)).toMatchObject({ kind: 'imported' });
    const { base: _, ...there } = JSON.parse(empty.export()) as Record<string, unknown>;
    const { base: __, ...here } = JSON.parse(file) as Record<string, unknown>;
    expect(there).toEqual(here);
    expect(empty.work.finishedPlanks()).toEqual([
      { lab: 'listen', code: 'green', at: minute(2).toISOString() },
    ]);
  });

  it('holds what could not be kept', () => {
    const blocked = open('/', blockedShelf);
    expect(blocked.draft('listen', 'mine', 1)).toBe('blocked');
    expect(blocked.export()).toContain('"mine"');
  });
});

describe('an import', () => {
  it('of the same file does nothing more', () => {
    const browser = full();
    const before = browser.export();
    const plan = browser.work.planImport(before, options);
    expect(plan).toMatchObject({
      ...{ drafts: 0, replaced: 0, older: 0, attempts: 0, planks: 0, chapters: 0, exercises: 0 },
      ...{ others: 0, settings: false, aside: 0 },
    });
    browser.work.importAll(before, options);
    expect(browser.export()).toBe(before);
  });

  it('changes nothing before it is applied', () => {
    const empty = open();
    const plan = empty.work.planImport(full().export(), options);
    expect(plan).toMatchObject({
      kind: 'plan',
      drafts: 1,
      attempts: 2,
      planks: 1,
      exercises: 1,
      others: 2,
    });
    expect(empty.store.names()).toEqual([]);
  });

  it.each([
    ['newer', 50, { replaced: 1, older: 0 }, 'theirs', 'mine'],
    ['older', 5, { replaced: 0, older: 1 }, 'mine', 'theirs'],
  ])('of a %s draft loses neither', (_, at, counts, winner, loser) => {
    const [mine, theirs] = [open(), open()];
    mine.draft('listen', 'mine', 20);
    theirs.draft('listen', 'theirs', at);
    expect(mine.work.planImport(theirs.export(), options)).toMatchObject(counts);
    mine.work.importAll(theirs.export(), options);
    expect(mine.work.drafts('listen')[0]?.code).toBe(winner);
    expect(mine.work.history('listen').map(({ code }) => code)).toEqual([loser]);
  });

  it('leaves alone what another tab has kept since it was looked at', () => {
    const shelf = fakeShelf();
    const [here, there] = [open('/', shelf), open('/', shelf)];
    const plan = here.work.planImport(full().export(), options);
    there.draft('ring', 'written meanwhile', 5);
    there.draft('listen', 'newer than the file’s', 6);
    if (plan.kind !== 'plan') throw new Error(plan.problem);
    expect(plan.apply()).toBe('saved');
    expect(here.store.get('draft:ring:abc')).toMatchObject({ code: 'written meanwhile' });
    expect(here.store.get('draft:listen:abc')).toMatchObject({ code: 'newer than the file’s' });
    expect(here.work.history('listen').map(({ code }) => code)).toContain('draft');
  });

  it('unites histories and planks, and leaves settings as they are', () => {
    const [mine, theirs] = [open(), full()];
    mine.run('listen', 'another', 9, 'passed');
    layPlank(mine.store, 'listen', minute(9));
    mine.work.settings.set('editor', 'full');
    mine.work.importAll(theirs.export(), options);
    expect(mine.work.history('listen').map(({ code }) => code)).toEqual([
      'another',
      'red',
      'green',
    ]);
    expect(readProgress(mine.store)).toEqual({ listen: minute(2).toISOString() });
    expect(mine.work.settings.get('editor')).toBe('full');
  });

  it('does not let a clock that was ahead win for ever', () => {
    const mine = open();
    mine.work.importAll(
      changed({ kept: { 'draft:listen:abc': { code: 'late', at: '9999-01-01T00:00:00.000Z' } } }),
      options,
    );
    expect(mine.work.drafts('listen')[0]?.at).toBe(NOW.toISOString());
  });

  it.each([
    ['not json', 'no JSON at all'],
    ['not json', ''],
    ['cut short', full().export().slice(0, -40)],
    ['not ours', '{"format":"something else"}'],
    ['not ours', '[]'],
    ['not ours', 'null'],
    ['damaged', changed({ kept: [] })],
    ['damaged', changed({ kept: undefined })],
    ['damaged', changed({ aside: { a: 1 } })],
    ['damaged', changed({ exported: 'yesterday' })],
    ['damaged', changed({ version: '2' })],
    ['newer', changed({ version: 3 })],
    ['other course', changed({ course: 'UDP' })],
    ['too large', ' '.repeat(LONGEST_IMPORT + 1)],
  ])('of a file that is %s changes nothing', (problem, text) => {
    const browser = full();
    const before = browser.export();
    expect(browser.work.importAll(text, options)).toMatchObject({ kind: 'problem', problem });
    expect(browser.export()).toBe(before);
  });

  it('of another course needs a second word', () => {
    const text = changed({ course: 'UDP' });
    const result = open().work.importAll(text, { ...options, otherCourse: true });
    expect(result.kind).toBe('imported');
  });

  it('puts aside what it cannot read, and takes the rest', () => {
    const mine = open();
    const text = `{ "format": "tcp-course-work", "version": 2, "course": ${JSON.stringify(COURSE)},
      "base": "/", "exported": "2026-01-01T00:00:00.000Z", "aside": {}, "kept": {
        "__proto__": { "polluted": true }, "constructor": 1, "version": 99,
        "planks": { "__proto__": "2026-01-01T00:00:00.000Z" },
        "history:listen": "none", "draft:../x:1": { "code": "x", "at": "2026-01-01" },
        "draft:listen:abc": { "code": "good", "at": "2026-01-01T00:00:00.000Z" } } }`;
    const plan = mine.work.planImport(text, options);
    expect(plan).toMatchObject({ kind: 'plan', drafts: 1 });
    expect(mine.work.importAll(text, options)).toMatchObject({ kind: 'imported' });
    expect(mine.work.drafts('listen')[0]?.code).toBe('good');
    expect([...mine.work.aside().keys()].sort()).toEqual([
      '__proto__',
      'draft:../x:1',
      'history:listen',
      'planks',
      'version',
    ]);
    expect(readProgress(mine.store)).toEqual({});
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(mine.store.trouble).toBeNull();
  });

  it('of what is nested without end is refused', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const text = changed({}).replace('"kept":{', `"kept":{"deep":${deep},`);
    expect(open().work.importAll(text, options)).toMatchObject({ kind: 'problem' });
  });

  it('takes all or, without room, nothing', () => {
    const shelf = fakeShelf();
    const mine = open('/', shelf);
    mine.draft('closed', 'mine', 1);
    const before = Object.fromEntries(shelf.items);
    shelf.room = 300;
    expect(mine.work.importAll(full().export(), options)).toMatchObject({
      kind: 'not kept',
      saved: 'full',
    });
    expect(Object.fromEntries(shelf.items)).toEqual(before);
    expect(open('/', blockedShelf).work.importAll(full().export(), options)).toMatchObject({
      kind: 'not kept',
      saved: 'blocked',
    });
  });

  it('never throws and never loses a draft, whatever is in the file', () => {
    const draft = fc.record({ code: fc.string(), at: fc.constantFrom('2026-01-01', 'x', 3) });
    const name = fc.constantFrom('draft:a:1', 'draft:b:2', 'planks', 'read', '__proto__', 'told');
    const kept = fc.dictionary(name, fc.oneof(draft, fc.jsonValue()), { noNullPrototype: true });
    fc.assert(
      fc.property(kept, (values) => {
        const mine = open();
        mine.store.set('draft:a:1', { code: 'mine', at: '2025-01-01T00:00:00.000Z' });
        mine.work.importAll(changed({ kept: values }), options);
        const texts = [...mine.work.drafts('a'), ...mine.work.history('a')];
        expect(texts.map(({ code }) => code)).toContain('mine');
      }),
    );
  });
});
