import { expect, it } from 'vitest';
import { openDesk } from './desk.ts';
import type { OneEditor, View } from './editor.ts';

/** An editor that only keeps a text, and a log of what was asked of it. */
function fake(text: string): OneEditor & { readonly log: string[]; type(code: string): void } {
  let view: View = { code: text, anchor: 0, head: 0 };
  const log: string[] = [];
  const listeners: (() => void)[] = [];
  const set = (next: View) => {
    view = next;
    for (const listener of listeners) listener();
  };
  return {
    log,
    type: (code) => set({ code, anchor: code.length, head: code.length }),
    code: () => view.code,
    replace: (code) => set({ ...view, code }),
    onChange: (listener) => void listeners.push(listener),
    compile: () => Promise.resolve({ kind: 'program', js: view.code, checked: true }),
    warm: () => undefined,
    showDiff: (other) => {
      log.push(`diff ${String(other)}`);
      return Promise.resolve();
    },
    goTo: (line, column) => void log.push(`${String(line)}:${String(column)}`),
    focus: () => void log.push('focus'),
    dispose: () => void log.push('dispose'),
    onTabLeaves: () => undefined,
    format: () => Promise.resolve(),
    onSyntax: () => undefined,
    setVim: () => Promise.resolve(),
    view: () => view,
    adopt: set,
    caretTop: () => null,
  };
}

it('has the first text until an editor stands', async () => {
  const desk = openDesk('first');
  expect(desk.code()).toBe('first');
  expect(await desk.compile()).toEqual({ kind: 'cancelled' });
});

it('keeps text and caret when the editors are swapped, and tells of no change', () => {
  const desk = openDesk('a');
  const [full, light] = [fake('a'), fake('a')];
  let changes = 0;
  desk.onChange(() => (changes += 1));
  desk.put('full', full);
  desk.show('full');
  full.type('ab');
  desk.put('light', light);
  desk.show('light');
  expect([desk.shown(), desk.code(), light.view()]).toEqual([
    'light',
    'ab',
    { code: 'ab', anchor: 2, head: 2 },
  ]);
  expect(changes).toBe(1);
  light.type('abc');
  full.type('what nobody sees');
  expect(changes).toBe(2);
  desk.show('full');
  expect(full.code()).toBe('abc');
});

it('goes on with a comparison in the other editor', async () => {
  const desk = openDesk('a');
  const [full, light] = [fake('a'), fake('a')];
  desk.put('full', full);
  desk.show('full');
  desk.put('light', light);
  const told: boolean[] = [];
  desk.onCompare((comparing) => told.push(comparing));
  await desk.showDiff('b');
  desk.show('light');
  expect(told).toEqual([true]);
  expect(full.log).toEqual(['diff b', 'diff null']);
  expect(light.log).toEqual(['diff b']);
});
