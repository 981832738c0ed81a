import { describe, expect, it } from 'vitest';
import { t } from '#text/en.ts';
import { PANELS, panelId, toolsHtml } from './tools-html.ts';

describe('the tools of a figure', () => {
  it('name what they open', () => {
    const html = toolsHtml(t, 'fig-a', null);
    for (const panel of PANELS) {
      expect(html).toContain(`aria-controls="${panelId('fig-a', panel)}"`);
      expect(html).toContain(`id="${panelId('fig-a', panel)}"`);
    }
  });

  it('lead to the state diagram only where there is one', () => {
    expect(toolsHtml(t, 'fig-a', null)).not.toContain('<a ');
    expect(toolsHtml(t, 'fig-a', '#states')).toContain('href="#states"');
  });

  it('hold nothing that an id or an address could smuggle in', () => {
    expect(toolsHtml(t, '"><img>', '"><img>')).not.toContain('<img>');
  });
});
