import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { t } from '#text/en.ts';

import { axeProblems } from './harness/axe.ts';
import { test, type OpenPage, type VisitOptions } from './harness/test.ts';

const SHEET = '/gallery/bytes/';

/** The octet at which TCP's control bits stand in a frame of Ethernet and IPv4. */
const CONTROL_BITS = 47;

async function figureOf(visit: OpenPage, options: VisitOptions = {}, id = 'syn-w') {
  const { page } = await visit(SHEET, { site: 'path', ...options });
  const figure = page.locator(`#${id}`);
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('.fighead').hover();
  await figure.locator('tcp-bytes[data-ready]').waitFor();
  return {
    page,
    figure,
    octet: (at: number) => figure.locator(`[data-o="${at}"]`),
    box: (name: string) => figure.locator(`.ruler.open [role="option"][data-name="${name}"]`),
    check: (of: string) => figure.locator(`[data-check="${of}"]`),
    panel: figure.locator('.bytes-panel'),
    input: figure.locator('input[data-input]'),
    said: figure.getByRole('status'),
  };
}

/** What a screen reader says of what has the focus. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    const said = activeElement?.querySelector('.sr-only')?.textContent;
    return said ?? activeElement?.getAttribute('aria-label') ?? '';
  });

describe('a figure of octets that sleeps', () => {
  test('is woken by the Tab key, which leads to its selected octet', async ({ visit }) => {
    const { page } = await visit(SHEET, { site: 'path' });
    const figure = page.locator('#syn-w');
    await figure.locator('.bytes-text summary').focus();
    await page.keyboard.press('Tab');
    await figure.locator('[data-o="38"]:focus').waitFor();
    expect(await focused(page)).toContain('Sequence number 100');
  });

  test('forgets nothing that was clicked or typed before it woke', async ({ visit }) => {
    const { page } = await visit(SHEET, { site: 'path' });
    const figure = page.locator('#syn-w');
    await figure.locator('[data-o="22"]').click();
    await figure.locator('[data-o="22"][aria-selected="true"]').waitFor();
    const other = page.locator('#answer-w');
    await other.locator('input[data-input]').fill('0x1234');
    await other.locator('tcp-bytes[data-ready]').waitFor();
    await page.keyboard.press('Enter');
    expect(await other.locator('[data-check="tcp"]').getAttribute('class')).toBe('wrong');
  });
});

describe('octets by keyboard', () => {
  test('arrows move over octets, and the field and the header follow', async ({ visit }) => {
    const { page, octet, panel, box } = await figureOf(visit);
    await octet(0).focus();
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toMatch(/^Octet 14, 45: .*4, /);
    expect(await panel.innerText()).toContain(t('bytes.field.ipv4.version'));
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Control+Home');
    expect(await focused(page)).toContain(t('bytes.field.ethernet.destination'));
    await octet(38).focus();
    expect(await focused(page)).toContain('Sequence number 100, octet 1 of 4');
    expect(await box('tcp.seq').getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toContain('octet 2 of 4');
    expect(await panel.innerText()).toContain('100');
  });

  test('Tab leads from one header to the next', async ({ visit }) => {
    const { page, octet } = await figureOf(visit);
    await octet(0).focus();
    const seen: string[] = [];
    for (let n = 0; n < 2; n += 1) {
      await page.keyboard.press('Tab');
      seen.push(await focused(page));
    }
    expect(seen[0]).toMatch(/^Octet 14, /);
    expect(seen[1]).toMatch(/^Octet (3[4-9]|[4-7]\d), /);
  });

  test('Enter changes a field, undo takes it back', async ({ visit }) => {
    const { page, octet, input, said, check } = await figureOf(visit);
    await octet(22).focus();
    await page.keyboard.press('Enter');
    await input.fill('63');
    await page.keyboard.press('Enter');
    expect(await octet(22).innerText()).toBe('3f');
    expect(await focused(page)).toMatch(/^Octet 22, 3f: /);
    expect(await said.innerText()).toContain('Time to live: 63, was 64.');
    expect(await check('ipv4').getAttribute('class')).toBe('wrong');
    expect(await check('tcp').getAttribute('class')).toBe('right');
    await page.keyboard.press('Control+z');
    expect(await octet(22).innerText()).toBe('40');
    expect(await check('ipv4').getAttribute('class')).toBe('right');
  });

  test('two digits change an octet; a checksum stays wrong until it is put right', async ({
    visit,
  }) => {
    const { page, octet, check, figure, panel } = await figureOf(visit);
    await octet(CONTROL_BITS).focus();
    await page.keyboard.press('1');
    await page.keyboard.press('Escape');
    expect(await octet(CONTROL_BITS).innerText()).toBe('02');
    await page.keyboard.type('12');
    expect(await octet(CONTROL_BITS).innerText()).toBe('12');
    expect(await check('tcp').innerText()).toContain('wrong');
    await check('tcp').getByRole('button').press('Enter');
    expect(await check('tcp').getAttribute('class')).toBe('right');
    await panel.getByRole('button', { name: t('bytes.restore') }).press('Enter');
    expect(await octet(CONTROL_BITS).innerText()).toBe('02');
    expect(await figure.locator('.changed').count()).toBe(0);
  });

  test('the field view has its own arrows, and a bit is turned over there', async ({ visit }) => {
    const { page, octet, box, said } = await figureOf(visit);
    await box('tcp.seq').focus();
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toContain(t('bytes.field.tcp.ack'));
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('End');
    await box('tcp.FIN').focus();
    await page.keyboard.press('Enter');
    expect(await octet(CONTROL_BITS).innerText()).toBe('03');
    expect(await said.innerText()).toContain('FIN: 1, was 0.');
    expect(await focused(page)).toMatch(/^FIN, 1/);
  });

  test('what cannot be is refused and said, and malformed octets are said', async ({ visit }) => {
    const { page, octet, input, said, check, figure } = await figureOf(visit);
    await octet(22).click();
    await input.fill('256');
    await page.keyboard.press('Enter');
    expect(await said.innerText()).toBe(t('bytes.refused.number', { most: 255 }));
    expect(await octet(22).innerText()).toBe('40');
    expect(await input.inputValue()).toBe('256');
    expect(await input.getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toMatch(/^Octet 22, 40: /);
    expect(await said.innerText()).toBe('');
    await octet(14).focus();
    await page.keyboard.type('44');
    expect(await figure.locator('.checks').innerText()).toContain('16 octets, which cannot be');
    await octet(14).focus();
    await page.keyboard.type('95');
    expect(await figure.locator('.checks').innerText()).toContain('version 9 is unknown');
    expect(await check('tcp').count()).toBe(0);
  });
});

describe('octets as text', () => {
  test('the table follows what is changed', async ({ visit }) => {
    const { page, octet, figure } = await figureOf(visit);
    const row = figure.locator('.bytes-text tr', { hasText: t('bytes.field.ipv4.ttl') }).first();
    expect(await row.locator('td').last().textContent()).toBe('64');
    await octet(22).focus();
    await page.keyboard.type('07');
    expect(await row.locator('td').last().textContent()).toBe('7');
  });
});

describe('octets by pointer', () => {
  test('both views mark the field under the pointer', async ({ visit }) => {
    const { octet, box } = await figureOf(visit);
    await octet(40).hover();
    expect(await box('tcp.seq').getAttribute('class')).toContain('pointed');
    await box('tcp.window').hover();
    expect(await octet(48).getAttribute('class')).toContain('pointed');
    expect(await octet(40).getAttribute('class')).not.toContain('pointed');
  });

  test('a click on an octet or on a box selects in both', async ({ visit }) => {
    const { octet, box, panel } = await figureOf(visit);
    await octet(26).click();
    expect(await panel.innerText()).toContain('10.77.0.1');
    await box('ipv4.destination').click();
    expect(await octet(30).getAttribute('aria-selected')).toBe('true');
    expect(await panel.innerText()).toContain('10.77.0.2');
  });
});

describe('octets for everybody', () => {
  test('without script there are the octets, all headers and a table', async ({ visit }) => {
    const { page } = await visit(SHEET, { site: 'path', javaScriptEnabled: false });
    const figure = page.locator('#syn-w');
    await figure.scrollIntoViewIfNeeded();
    const rows = figure.locator('.bytes-text td:first-child');
    expect(await rows.count()).toBeGreaterThan(35);
    expect(await rows.first().isVisible()).toBe(true);
    for (const ruler of await figure.locator('.ruler').all()) {
      expect(await ruler.isVisible()).toBe(true);
    }
    expect(await figure.locator('.bytes-panel').isVisible()).toBe(false);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing, ${colorScheme}`, async ({ visit }) => {
      const { page, octet, figure } = await figureOf(visit, { colorScheme });
      await octet(CONTROL_BITS).focus();
      await page.keyboard.type('13');
      await figure.locator('.how summary').first().click();
      expect(await axeProblems(page)).toEqual([]);
    });
  }

  test('a telephone has 8 octets in a row, and nothing is wider than it', async ({ visit }) => {
    const viewport = { width: 390, height: 844 };
    const { page, octet, figure } = await figureOf(visit, { viewport }, 'syn-n');
    const top = async (at: number) => (await octet(at).boundingBox())?.y;
    expect(await top(14 + 7)).toBe(await top(14));
    expect(await top(14 + 8)).not.toBe(await top(14));
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond).toBe(0);
    // A control bit is as wide as its letters, which stand one below the other.
    const cut = await figure
      .locator('.ruler.open .box:not(.upright)')
      .evaluateAll((boxes) =>
        boxes.filter((box) => box.scrollWidth > box.clientWidth + 1).map((box) => box.textContent),
      );
    expect(cut).toEqual([]);
  });
});
