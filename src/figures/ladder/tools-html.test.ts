import { describe, expect, it } from 'vitest';
import { t } from '#text/en.ts';
import { PANELS, panelId, toolsHtml } from './tools-html.ts';
import { PLAIN } from './view.ts';

const PLAY = { view: PLAIN, playground: '/playground/#show=figure-6' };

describe('the tools of a figure', () => {
  it('name what they open', () => {
    const html = toolsHtml(t, 'fig-a', PLAY);
    for (const panel of PANELS) {
      expect(html).toContain(`aria-controls="${panelId('fig-a', panel)}"`);
      expect(html).toContain(`id="${panelId('fig-a', panel)}"`);
    }
  });

  it('say how the figure is looked at, before any code does', () => {
    const html = toolsHtml(t, 'fig-a', { ...PLAY, view: { ...PLAIN, options: true, zoom: 2 } });
    expect(html).toMatch(/data-tool="options" aria-pressed="true"/);
    expect(html).toMatch(/data-tool="relative" aria-pressed="false"/);
    expect(html).toContain(t('ladder.zoom', { n: 200 }));
  });

  it('lead to the playground where that has the same run', () => {
    expect(toolsHtml(t, 'fig-a', PLAY)).toContain('href="/playground/#show=figure-6"');
    expect(toolsHtml(t, 'fig-a', { ...PLAY, playground: null })).not.toContain('href');
  });

  it('hold nothing that an id or an address could smuggle in', () => {
    expect(toolsHtml(t, '"><img>', { view: PLAIN, playground: '"><img>' })).not.toContain('<img>');
  });
});
