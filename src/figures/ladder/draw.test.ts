import { describe, expect, it } from 'vitest';
import { t } from '#text/en.ts';
import { drawBody } from './draw.ts';
import { PLAY_NAMES, traceOf } from './fixtures.ts';
import { ladderSvg } from './ladder.ts';
import { layoutLadder } from './layout.ts';

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

  it('draws only what reaches into a part of the sheet', () => {
    const g = layoutLadder(traceOf('last ACK lost'), { width: 'wide', t });
    const body = (from?: number, to?: number) =>
      drawBody(g, { idPrefix: 'x', unit: 'ms', from, to });
    const [whole, top, foot] = [body(), body(0, 200), body(g.height - 200, g.height)];
    expect(top.length).toBeLessThan(whole.length / 2);
    expect(top).toContain('>SYN<');
    expect(top).not.toContain('>FIN<');
    expect(foot).not.toContain('>SYN<');
    expect(foot).not.toContain('class="disc"');
  });

  it('draws routers, what a NAT rewrites, and the time to live', () => {
    const svg = ladderSvg(traceOf('behind a NAT'), { t, idPrefix: 'x' });
    expect(count(svg, /class="life way"/g)).toBe(1);
    expect(svg).toContain('class="host node nat');
    expect(svg).toContain('src → 198.51.100.7');
    expect(count(svg, />TTL 64</g)).toBeGreaterThan(3);
  });

  it('draws an ICMP message, and the cross where a router threw the segment away', () => {
    const svg = ladderSvg(traceOf('TTL runs out'), { t, idPrefix: 'x' });
    expect(count(svg, /class="seg icmp"/g)).toBe(3);
    expect(count(svg, /class="lost"/g)).toBe(1);
    expect(svg).toContain('>ICMP time exceeded<');
  });

  it('says near its line what has no room along it', () => {
    const svg = ladderSvg(traceOf('a link takes too little'), { t, idPrefix: 'x' });
    expect(svg).toMatch(/class="note label \w+ seg icmp"[^>]*>ICMP fragmentation needed/);
  });

  it('draws a crash, and the time in which a link is cut', () => {
    expect(ladderSvg(traceOf('the server crashes'), { t, idPrefix: 'x' })).toContain(
      'class="crash"',
    );
    const svg = ladderSvg(traceOf('the link is cut and mended'), { t, idPrefix: 'x' });
    expect(svg).toContain('class="cut"');
    expect(svg).toContain('>link mended<');
  });

  it('marks a wrong bit, and what is discarded', () => {
    const svg = ladderSvg(traceOf('a wrong bit'), { t, idPrefix: 'x' });
    expect(count(svg, /class="spark"/g)).toBe(1);
    expect(svg).toContain('discarded<');
  });

  it('writes options and text where they are wanted, and numbers from the first', () => {
    const plain = ladderSvg(traceOf('close'), { t, idPrefix: 'x' });
    expect(plain).not.toContain('mss=');
    const extras = { options: true, data: true };
    const svg = ladderSvg(traceOf('close'), { t, idPrefix: 'x', extras, numbers: 'relative' });
    expect(svg).toContain('mss=1460');
    expect(svg).toContain('“hello”');
    expect(svg).toContain('>seq=0 ack=1<');
  });
});
