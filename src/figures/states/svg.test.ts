import { describe, expect, it } from 'vitest';
import en from '../../../content/i18n/en.json' with { type: 'json' };
import { translator } from '#text/text.ts';
import { EDGES } from './edges.ts';
import { statesSvg } from './svg.ts';

const t = translator(en);
const draw = (options: Partial<Parameters<typeof statesSvg>[0]> = {}) =>
  statesSvg({ t, ...options });

describe('the drawing', () => {
  it('bears every edge with its group, so that a style can hide it', () => {
    const svg = draw();
    for (const { id, group } of EDGES)
      expect(svg).toContain(`data-edge="${id}" data-group="${group}"`);
    expect(draw({ show: ['note2', 'rst'] })).toContain('data-show="note2 rst"');
  });

  it('says whose lab a plank is of: on the box, on the line, on its words', () => {
    const svg = draw({ labOf: (plank) => (plank === 'listen' ? 'answer' : null) });
    expect(svg.match(/data-lab="answer"/g)).toHaveLength(3);
    expect(svg.match(/data-lab=/g)).toHaveLength(3);
    expect(draw({ mine: ['listen'] }).match(/data-plank="laid"/g)).toHaveLength(3);
  });

  it('shows where the hosts are, and by which edges they came', () => {
    const svg = draw({
      hosts: { A: 'CLOSED', B: 'LISTEN' },
      path: [{ host: 'A', edge: 'TIME-WAIT CLOSED' }],
    });
    expect(svg).toContain('A is in CLOSED. B is in LISTEN');
    expect(svg.match(/class="token /g)).toHaveLength(2);
    expect(svg).toContain('class="states followed"');
    expect(svg).toMatch(/class="node again here"/);
    expect(svg).toMatch(/data-by="filled" class="taken edge first" data-edge="TIME-WAIT CLOSED"/);
  });

  it('marks a state: its own edges in ink, its boxes, its name; all others are in pencil', () => {
    const svg = draw({ marked: 'TIME-WAIT' });
    const inked = [...svg.matchAll(/class="taken edge[^"]*" data-edge="([^"]+)"/g)].map(
      ([, id]) => id,
    );
    expect(new Set(inked)).toEqual(
      new Set(EDGES.filter(({ from, to }) => [from, to].includes('TIME-WAIT')).map(({ id }) => id)),
    );
    expect(svg).toContain('class="states followed marked"');
    expect(svg).toMatch(/class="node here" data-state="TIME-WAIT"/);
    expect(svg).toContain('; TIME-WAIT is marked"');
    // CLOSED stands there twice, and of what leads to it only the lines are its own.
    const closed = draw({ marked: 'CLOSED' });
    expect(closed.match(/ here"/g)).toHaveLength(2);
    expect(closed).not.toMatch(/class="taken edge pin/);
  });

  it('lets its boxes be followed, once each, and is then no mere picture', () => {
    const svg = draw({ linkTo: (state) => (state === 'LISTEN' ? null : `/${state}/`) });
    expect(svg.match(/<a href="/g)).toHaveLength(10);
    expect(svg).not.toContain('/LISTEN/');
    expect(svg).toContain('role="group"');
    expect(draw()).toContain('role="img"');
  });

  it('lets no name of a host out of its text', () => {
    const svg = draw({ hosts: { '<b>"': 'LISTEN' } });
    expect(svg).not.toContain('<b>');
    expect(svg).toContain('&lt;b&gt;&quot;');
  });
});
