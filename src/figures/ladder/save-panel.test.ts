import { describe, expect, it } from 'vitest';
import { t } from '#text/en.ts';
import { saveHtml } from './save-panel.ts';

describe('what a figure is saved as', () => {
  const html = saveHtml(
    [
      { name: 'A', title: 'client' },
      { name: 'B', title: '<b>' },
    ],
    t,
  );

  it('is a script of each host, by name', () => {
    expect(html).toContain('data-kind="pkt" data-host="A">.pkt, Client</button>');
    expect(html).toContain('data-host="B">.pkt, &lt;b&gt;</button>');
  });

  it('is a picture on the clipboard or in a file; a capture is a file only', () => {
    expect(html.match(/data-kind="png"/g)).toHaveLength(2);
    expect(html.match(/data-kind="svg"/g)).toHaveLength(2);
    expect(html.match(/data-kind="pcapng"/g)).toHaveLength(1);
  });
});
