import { describe, expect, it } from 'vitest';
import { t } from '#text/en.ts';
import { PLAY_NAMES, traceOf } from './fixtures.ts';
import { ladderSvg } from './ladder.ts';

const draw = (now?: number) =>
  ladderSvg(traceOf('handshake'), { t, idPrefix: 'x', now, title: 'A <title>' });
const count = (svg: string, pattern: RegExp) => svg.match(pattern)?.length ?? 0;

describe('ladderSvg', () => {
  it('has a role, a title and a description', () => {
    const svg = draw();
    expect(svg).toMatch(/^<svg class="ladder" role="img" aria-labelledby="x-title"/);
    expect(svg).toContain('<title id="x-title">A &lt;title&gt;</title>');
    expect(svg).toContain('SYN-SENT at 0 ms, ESTABLISHED at 80 ms.');
  });

  it('is ink without a caret and pencil after it', () => {
    expect(draw()).not.toContain('ahead');
    expect(draw()).not.toContain('caret');
    expect(count(draw(0), /class="seg \w+ ahead"/g)).toBe(6);
    expect(count(draw(120), /ahead/g)).toBe(0);
  });

  it('draws a segment up to where it is', () => {
    const dots = (now: number) => count(draw(now), /class="ghost"/g);
    expect([20, 40, 60].map(dots)).toEqual([1, 1, 1]);
    expect(dots(120)).toBe(0);
  });

  it('says lost only once it is', () => {
    const svg = (now: number) => ladderSvg(traceOf('SYN lost'), { t, idPrefix: 'x', now });
    expect(svg(10)).not.toContain('>lost<');
    expect(svg(30)).toContain('>lost<');
  });

  it.each(PLAY_NAMES)('writes sound numbers and its own ids for %s', (play) => {
    const svg = ladderSvg(traceOf(play), { t, idPrefix: 'own', width: 'narrow' });
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? '');
    expect(ids.every((id) => id.startsWith('own-'))).toBe(true);
  });
});
