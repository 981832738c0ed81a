import { readFileSync } from 'node:fs';
import type { Download, Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { t } from '#text/en.ts';

import { axeProblems } from './harness/axe.ts';
import { test } from './harness/test.ts';

const CHAPTER = '/handshake/three-way/';
const PHONE = { width: 390, height: 844 };

/** The chapter's first figure, awake. */
async function figureOn(page: Page): Promise<Locator> {
  const figure = page.locator('#fig-a');
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('tcp-ladder[data-ready]').waitFor();
  return figure;
}

const button = (figure: Locator, key: string) =>
  figure.getByRole('button', { name: t(key), exact: true });
const shown = (figure: Locator) => figure.getByRole('img').locator('visible=true').first();
const textOf = async (download: Download) => readFileSync(await download.path(), 'utf8');

describe('the caret of a ladder', () => {
  test('brings the rule of each event, with a link to its section', async ({ visit }) => {
    const { page } = await visit(CHAPTER);
    const figure = await figureOn(page);
    await figure.getByRole('slider').press('Home');
    const link = figure.locator('.ladder-rules a').first();
    expect(await link.getAttribute('href')).toMatch(
      /^https:\/\/www\.rfc-editor\.org\/rfc\/rfc\d+#section-/,
    );
    expect(await figure.locator('.ladder-rules').innerText()).toContain(t('rule.3.10.1'));
  });

  test('tells the page where it stands', async ({ visit }) => {
    const { page } = await visit(CHAPTER);
    const figure = await figureOn(page);
    await page.evaluate(() => {
      document.addEventListener('tcp-moment', (event) => {
        const { t: at, states } = (event as CustomEvent<{ t: number; states: object }>).detail;
        Object.assign(globalThis, { moment: { at, states } });
      });
    });
    await figure.getByRole('slider').press('Home');
    expect(await page.evaluate(() => Reflect.get(globalThis, 'moment') as unknown)).toEqual({
      at: 0,
      states: { A: 'SYN-SENT', B: 'LISTEN' },
    });
  });

  test('is put by a click on the drawing, at the event that is near', async ({ visit }) => {
    const { page } = await visit(CHAPTER);
    const figure = await figureOn(page);
    const label = shown(figure).getByText('SYN,ACK', { exact: true }).first();
    const { y = 0, height = 0 } = (await label.boundingBox()) ?? {};
    const { x = 0, width = 0 } = (await shown(figure).boundingBox()) ?? {};
    await page.mouse.click(x + width / 2, y + height / 2);
    const at = Number(await figure.getByRole('slider').getAttribute('aria-valuenow'));
    expect(at).toBeGreaterThanOrEqual(40);
    expect(at).toBeLessThanOrEqual(80);
    expect(await shown(figure).locator('.caret').count()).toBe(1);
  });

  test('stands in the other drawing too when the room changes', async ({ visit }) => {
    const { page } = await visit(CHAPTER);
    const figure = await figureOn(page);
    await figure.getByRole('slider').press('Home');
    await page.setViewportSize(PHONE);
    await figure.locator('.drawing.narrow .caret').waitFor();
  });

  test('is put where a state begins by whoever asks the element', async ({ visit }) => {
    const { page } = await visit(CHAPTER);
    const figure = await figureOn(page);
    const seek = (before: string, after: string) =>
      figure
        .locator('tcp-ladder')
        .evaluate(
          (element, sought) =>
            (element as unknown as { seek(to: object): Promise<boolean> }).seek(sought),
          { before, after },
        );
    expect(await seek('SYN-SENT', 'ESTABLISHED')).toBe(true);
    expect(await figure.getByRole('slider').getAttribute('aria-valuenow')).toBe('80');
    expect(await seek('CLOSING', 'TIME-WAIT')).toBe(false);
  });
});

describe('how a ladder is looked at', () => {
  test('numbers count from the SYN if a reader wants it, and back', async ({ visit }) => {
    const { page } = await visit(CHAPTER);
    const figure = await figureOn(page);
    const relative = button(figure, 'ladder.tool.relative');
    expect(await shown(figure).textContent()).toContain('seq=100');
    await relative.press('Enter');
    await expect.poll(() => relative.getAttribute('aria-pressed')).toBe('true');
    expect(await shown(figure).textContent()).toContain('seq=0');
    expect(await shown(figure).textContent()).not.toContain('seq=100');
    await figure.getByRole('slider').press('Home');
    const sentence = figure.locator('.ladder-sentence');
    await expect.poll(() => sentence.innerText()).toContain('seq=0');
    const list = figure.locator('.ladder-text ol');
    await expect.poll(() => list.textContent()).toContain('seq=0');
    await relative.press('Space');
    await expect.poll(() => list.textContent()).not.toContain('seq=0 ');
    expect(await shown(figure).textContent()).toContain('seq=100');
  });

  test('labels tell options on demand', async ({ visit }) => {
    const { page } = await visit(CHAPTER);
    const figure = await figureOn(page);
    expect(await shown(figure).textContent()).not.toContain('mss=');
    await button(figure, 'ladder.tool.options').press('Enter');
    await expect.poll(() => shown(figure).textContent()).toContain('mss=');
  });

  test('plus and minus stretch time, by key and by button', async ({ visit }) => {
    const { page } = await visit(CHAPTER);
    const figure = await figureOn(page);
    const height = async () => (await shown(figure).boundingBox())?.height ?? 0;
    const usual = await height();
    await figure.getByRole('slider').press('+');
    await expect.poll(height).toBeGreaterThan(usual);
    await figure.getByRole('slider').press('0');
    await expect.poll(height).toBe(usual);
    await button(figure, 'ladder.tool.out').press('Enter');
    await expect.poll(height).toBeLessThan(usual);
  });
});

describe('a ladder on paper', () => {
  test('is drawn whole and in ink, as the reader looks at it, and then goes on', async ({
    visit,
  }) => {
    const { page } = await visit(CHAPTER);
    const figure = await figureOn(page);
    await button(figure, 'ladder.tool.relative').press('Enter');
    await expect.poll(() => shown(figure).textContent()).toContain('seq=0');
    await figure.getByRole('slider').press('Home');
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    for (const form of ['wide', 'narrow']) {
      const drawing = figure.locator(`.drawing.${form}`);
      expect(await drawing.locator('.caret').count()).toBe(0);
      expect(await drawing.textContent()).not.toContain('seq=100');
    }
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await shown(figure).locator('.caret').count()).toBe(1);
  });
});

describe('the way to the playground', () => {
  test('leads from a figure to the same run, under any base path', async ({ visit }) => {
    const { page, url } = await visit(CHAPTER, { site: 'path' });
    const figure = await figureOn(page);
    const link = figure.getByRole('link', { name: t('ladder.tool.playground') });
    expect(await link.evaluate((a: HTMLAnchorElement) => a.href)).toBe(
      url('/playground/#show=figure-6'),
    );
  });
});

describe('the inspector of a ladder', () => {
  test('opens by keyboard, follows the caret and closes with Escape', async ({ visit }) => {
    const { page } = await visit(CHAPTER);
    const figure = await figureOn(page);
    const open = button(figure, 'ladder.tool.inspector');
    await open.press('Enter');
    const panel = figure.getByRole('group', { name: t('ladder.panel.inspector') });
    await panel.getByRole('table').first().waitFor();
    await figure.getByRole('slider').press('Home');
    await expect.poll(() => panel.innerText()).toContain('SYN-SENT');
    expect(await panel.locator('tr.changed').count()).toBeGreaterThan(3);
    await panel.getByRole('checkbox').check();
    expect(await panel.locator('tbody tr').count()).toBeGreaterThan(40);
    expect(await axeProblems(page)).toEqual([]);
    await panel.getByRole('checkbox').press('Escape');
    expect(await panel.isVisible()).toBe(false);
    expect(await open.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe('a ladder is saved', () => {
  const press = (figure: Locator, act: string, kind: string, host = '') =>
    figure.locator(`[data-act="${act}"][data-kind="${kind}"][data-host="${host}"]`).press('Enter');

  test('as a script, an SVG and a PNG on the clipboard', async ({ visit }) => {
    const { page } = await visit(CHAPTER, { permissions: ['clipboard-read', 'clipboard-write'] });
    const figure = await figureOn(page);
    await button(figure, 'ladder.tool.save').press('Enter');
    const status = figure.locator('.saved');
    const text = () => page.evaluate(() => navigator.clipboard.readText());

    await press(figure, 'copy', 'pkt', 'B');
    await status.getByText(t('save.copied', { what: t('save.as.pkt') })).waitFor();
    expect(await text()).toContain('> S. 0:0(0) ack 1');

    await press(figure, 'copy', 'svg');
    await status.getByText(t('save.copied', { what: t('save.as.svg') })).waitFor();
    const svg = await text();
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).not.toMatch(/var\(--|class=/);

    await press(figure, 'copy', 'png');
    await status.getByText(t('save.copied', { what: t('save.as.png') })).waitFor();
    const types = await page.evaluate(async () =>
      (await navigator.clipboard.read()).flatMap((item) => [...item.types]),
    );
    expect(types).toContain('image/png');
  });

  test('as a capture and as a picture in files', async ({ visit }) => {
    const { page } = await visit(CHAPTER);
    const figure = await figureOn(page);
    await button(figure, 'ladder.tool.save').press('Enter');
    const take = async (kind: string) => {
      const waits = page.waitForEvent('download');
      await press(figure, 'download', kind);
      return waits;
    };
    await figure.locator('[data-kind="pcapng"]').waitFor();
    const capture = await take('pcapng');
    expect(capture.suggestedFilename()).toBe('fig-a.pcapng');
    const octets = readFileSync(await capture.path());
    expect(octets.subarray(0, 4).toString('hex')).toBe('0a0d0d0a');
    const picture = readFileSync(await (await take('png')).path());
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    // As wide as the drawing with its margin, twice.
    expect(picture.readUInt32BE(16)).toBe(2 * (600 + 24));
    expect(await textOf(await take('svg'))).toContain('IBM Plex Sans Condensed');
  });

  test('where the clipboard is refused, the figure says so and offers the file', async ({
    visit,
  }) => {
    const { page } = await visit(CHAPTER);
    await page.evaluate(() => {
      const refuse = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: refuse, write: refuse },
      });
    });
    const figure = await figureOn(page);
    await button(figure, 'ladder.tool.save').press('Enter');
    await press(figure, 'copy', 'svg');
    await figure.locator('.saved').getByText(t('save.refused')).waitFor();
    const waits = page.waitForEvent('download');
    await figure.getByRole('button', { name: t('save.instead', { name: 'fig-a.svg' }) }).click();
    expect(await textOf(await waits)).toContain('</svg>');
  });

  test('where a PNG cannot be made, the figure says so', async ({ visit }) => {
    const { page } = await visit(CHAPTER);
    await page.evaluate(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    const figure = await figureOn(page);
    await button(figure, 'ladder.tool.save').press('Enter');
    await press(figure, 'download', 'png');
    await figure.locator('.saved').getByText(t('save.failed.png')).waitFor();
  });
});

describe('the tools on a telephone', () => {
  test('stand behind one button, and fit', async ({ visit }) => {
    const { page } = await visit(CHAPTER, { viewport: PHONE, hasTouch: true, isMobile: true });
    const figure = await figureOn(page);
    const relative = button(figure, 'ladder.tool.relative');
    expect(await relative.isVisible()).toBe(false);
    await button(figure, 'ladder.tools').tap();
    await relative.waitFor();
    for (const key of ['ladder.tool.inspector', 'ladder.tool.save']) {
      await button(figure, key).tap();
    }
    await figure.getByRole('table').first().waitFor();
    expect(
      await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ),
    ).toBe(0);
    expect(await axeProblems(page)).toEqual([]);
  });
});

describe('a ladder without script', () => {
  test('shows its drawing and its list, and no tools', async ({ visit }) => {
    const { page } = await visit(CHAPTER, { javaScriptEnabled: false });
    const figure = page.locator('#fig-a');
    expect(await figure.locator('svg.ladder').locator('visible=true').count()).toBe(1);
    expect(await figure.locator('.ladder-text li').first().isVisible()).toBe(true);
    expect(await figure.locator('.ladder-controls').isVisible()).toBe(false);
  });
});
