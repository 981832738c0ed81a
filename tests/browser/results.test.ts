import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect } from 'vitest';

import messages from '../../labs/listen/messages.en.json' with { type: 'json' };
import { t } from '#text/en.ts';

import { openWorkbench } from '../../src/cli/site/workbench.ts';
import { plank, solution, starter } from './harness/lab.ts';
import { test } from './harness/test.ts';

const LAB = '/labs/listen/';
const NAMES: Readonly<Record<string, string>> = messages.tests;

/** A plank with one mistake that only a hidden test catches. */
const blindToEcn = readFileSync(
  join(import.meta.dirname, '../../labs/listen/mutants/syn-alone.ts'),
  'utf8',
);

/** Answers ACKs as it must, and does nothing else. */
const onlyResets = plank(
  "  if (!seg.ctl.rst && seg.ctl.ack) return act.reset(seg);\n  act.drop('not yet');",
);

/** The row of a case. */
const row = (results: Locator, id: string) => results.locator(`[data-case="${id}"]`);
const opener = (results: Locator, id: string) =>
  row(results, id).getByRole('button', { name: NAMES[id] ?? id, exact: true });
const isOpen = (results: Locator, id: string) =>
  opener(results, id)
    .getAttribute('aria-expanded')
    .then((value) => value === 'true');

describe('a failure', () => {
  test('is told to a screen reader with its name and its sentence', async ({ visit }) => {
    const { page } = await visit(LAB);
    const bench = await openWorkbench(page);
    const said = await bench.run();
    expect(said).toContain(NAMES['syn-is-answered']);
    expect(said).toContain(t('verdict.actual', { what: t('verdict.sends-nothing') }));
  });

  test('of a hidden case shows its name, sentence and replay at once', async ({ visit }) => {
    const { page } = await visit(LAB);
    const bench = await openWorkbench(page);
    const hidden = 'ecn-syn-is-answered';
    expect(await row(bench.results, hidden).count()).toBe(0);
    await bench.write(blindToEcn);
    await bench.run();
    expect(await isOpen(bench.results, hidden)).toBe(true);
    const shown = row(bench.results, hidden);
    expect(await shown.getByRole('img', { name: t('workbench.ladder.theirs') }).count()).toBe(1);
    expect(await shown.innerText()).toContain('SYN,ECE,CWR');
  });

  test('stands for all with the same cause, and leads to them', async ({ visit }) => {
    const { page } = await visit(LAB);
    const bench = await openWorkbench(page);
    await bench.run();
    const also = bench.results.locator('.wb-also');
    await also.locator('summary').press('Enter');
    const other = also.getByRole('button').last();
    const name = await other.innerText();
    await other.press('Enter');
    const opened = bench.results.getByRole('button', { name, exact: true, expanded: true });
    await opened.waitFor();
    expect(await opened.evaluate((b) => b === document.activeElement)).toBe(true);
    expect(await bench.results.locator('.wb-failure').count()).toBe(1);
  });
});

describe('the case that is looked at', () => {
  test('stays open, and where it is, until it passes; then the next opens', async ({ visit }) => {
    const { page } = await visit(LAB);
    const bench = await openWorkbench(page);
    await bench.run();
    await opener(bench.results, 'ack-draws-reset').press('Enter');
    const top = () =>
      row(bench.results, 'ack-draws-reset').evaluate((e) => e.getBoundingClientRect().top);
    const before = await top();
    await bench.write(`${starter}\n// The same once more.\n`);
    await bench.run();
    expect(await isOpen(bench.results, 'ack-draws-reset')).toBe(true);
    expect(Math.abs((await top()) - before)).toBeLessThan(2);

    await bench.write(onlyResets);
    await bench.run();
    expect(await isOpen(bench.results, 'ack-draws-reset')).toBe(false);
    expect(await bench.results.locator('.wb-case.bad.open').count()).toBe(1);
  });

  test('can be run alone: the others are marked as of the run before', async ({ visit }) => {
    const { page } = await visit(LAB);
    const bench = await openWorkbench(page);
    await bench.run();
    await bench.write(onlyResets);
    await opener(bench.results, 'ack-draws-reset').press('Enter');
    await row(bench.results, 'ack-draws-reset')
      .getByRole('button', { name: t('workbench.case.run') })
      .press('Enter');
    await bench.results
      .getByText(t('workbench.only.passes', { name: NAMES['ack-draws-reset'] ?? '' }))
      .waitFor();
    expect(await row(bench.results, 'syn-is-answered').innerText()).toContain(
      t('workbench.earlier'),
    );
    expect(await row(bench.results, 'ack-draws-reset').innerText()).not.toContain(
      t('workbench.earlier'),
    );
  });

  test('is kept, marked as old, while the code does not compile', async ({ visit }) => {
    const { page } = await visit(LAB);
    const bench = await openWorkbench(page);
    await bench.run();
    await bench.write('const = 5;\n');
    await bench.run();
    expect(await row(bench.results, 'syn-is-answered').innerText()).toContain(
      t('workbench.earlier'),
    );
    expect(await bench.results.locator('.wb-failure').count()).toBe(1);
  });

  test('may be one that passed', async ({ visit }) => {
    const { page } = await visit(LAB);
    const bench = await openWorkbench(page);
    await bench.write(solution);
    await bench.run();
    await opener(bench.results, 'syn-is-answered').press('Enter');
    const shown = row(bench.results, 'syn-is-answered');
    await shown.getByText(t('workbench.passes')).waitFor();
    expect(await shown.getByRole('img', { name: t('workbench.ladder.theirs') }).count()).toBe(1);
  });
});

describe('inside a case', () => {
  test('the keyboard walks through its events, and the panel follows', async ({ visit }) => {
    const { page } = await visit(LAB);
    const bench = await openWorkbench(page);
    await bench.run();
    const list = bench.results.getByRole('listbox', { name: t('workbench.steps') });
    const selected = list.getByRole('option', { selected: true });
    const panel = bench.results.locator('.wb-step');
    expect(await selected.innerText()).toContain(t('workbench.steps.parts'));
    expect(await panel.innerText()).toContain('SYN-RECEIVED');
    await list.focus();
    await page.keyboard.press('ArrowUp');
    expect(await selected.innerText()).toContain(t('verdict.call', { call: 'OPEN' }));
    expect(await panel.innerText()).not.toContain('SYN-RECEIVED');
    const active = await list.getAttribute('aria-activedescendant');
    expect(await selected.getAttribute('id')).toBe(active);
    await page.keyboard.press('End');
    expect(await panel.innerText()).toContain('SYN-RECEIVED');
  });

  test('what was printed stands at its event', async ({ visit }) => {
    const { page } = await visit(LAB);
    const bench = await openWorkbench(page);
    await bench.write(plank("  console.log('who is there?', seg.seq);\n  act.drop('nobody');"));
    await bench.run();
    const line = bench.results.locator('.wb-console li').filter({ hasText: 'who is there?' });
    expect(await line.first().innerText()).toContain('100 ms');
    expect(await line.first().innerText()).toContain(t('workbench.console.here'));
    await bench.results.getByRole('listbox').press('Home');
    expect(await line.first().innerText()).not.toContain(t('workbench.console.here'));
  });

  test('everything can be read as text, with the place where they part', async ({ visit }) => {
    const { page } = await visit(LAB);
    const bench = await openWorkbench(page);
    await bench.run();
    await bench.results
      .locator('summary')
      .filter({ hasText: t('workbench.text') })
      .press('Enter');
    const list = bench.results.locator('.wb-read ol');
    await list.getByText(t('workbench.text.parts')).waitFor();
    expect(await list.getByRole('listitem').count()).toBe(2);
    expect(await list.innerText()).toContain('SYN,ACK');
  });
});
