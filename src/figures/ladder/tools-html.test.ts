import { describe, expect, it } from 'vitest';
import { t } from '#text/en.ts';
import { PANELS, panelId, toolsHtml } from './tools-html.ts';

describe('the tools of a figure', () => {
  it('name what they open', () => {
    const html = toolsHtml(t, 'fig-a');
    for (const panel of PANELS) {
      expect(html).toContain(`aria-controls="${panelId('fig-a', panel)}"`);
      expect(html).toContain(`id="${panelId('fig-a', panel)}"`);
    }
  });

  it('hold nothing that an id or an address could smuggle in', () => {
    expect(toolsHtml(t, '"><img>')).not.toContain('<img>');
  });
});
