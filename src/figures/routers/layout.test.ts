import { describe, expect, it } from 'vitest';
import { t } from '#text/en.ts';
import { textWidth } from '../ladder/metrics.ts';
import { waySvg } from './draw.ts';
import { TO } from './facts.ts';
import { scenario, way } from './fixtures.ts';
import { type Label, layoutWay, tokenAt, type WayLayout } from './layout.ts';
import { stepsOf } from './steps.ts';

const lost = (on: readonly [string, string]) =>
  way(64, false, { fates: [{ name: 'A1', on, fate: 'drop' }] });
const STORIES = {
  ...{
    plain: way(64),
    nat: way(64, true),
    ends: way(2),
    ends1: way(1, true),
    natEnds: way(2, true),
  },
  long: way(64, true, {
    script: [{ at: 0, host: 'A', do: 'connect', to: 'B:9001', from: 51436 }],
    hosts: [{ ...scenario.hosts[0], address: '192.168.1.2' }, ...scenario.hosts.slice(1)] as never,
  }),
  vanishes: lost(['R1', 'R2']),
};
const WIDTHS = ['wide', 'narrow'] as const;

/** The labels of a drawing as boxes. */
function boxes({ nodes, links, arrows, ending, form }: WayLayout) {
  const box = (label: Label, size: number, face: 'numbers' | 'state') => {
    const width = textWidth(label.text, face, size);
    const left = { start: label.x, middle: label.x - width / 2, end: label.x - width }[
      label.anchor
    ];
    return {
      text: label.text,
      left,
      right: left + width,
      top: label.y - size,
      bottom: label.y + 3,
    };
  };
  return [
    ...nodes.flatMap(({ title, addresses }) => [
      box(title, 13, 'state'),
      ...addresses.map((each) => box(each, 11, 'numbers')),
    ]),
    ...links.flatMap(({ ends }) => ends.map((each) => box(each, 11, 'numbers'))),
    ...arrows.flatMap(({ facts, label }) =>
      facts.map((fact) =>
        fact.what === 'ttl'
          ? box({ ...fact, text: `${label} TTL ${fact.text}` }, 13, 'state')
          : box({ ...fact, text: `${TO}${fact.text}` }, form.letters, 'numbers'),
      ),
    ),
    ...(ending === null ? [] : [box(ending.label, 12, 'state')]),
  ];
}

describe.each(Object.entries(STORIES))('the drawing of a way: %s', (_name, story) => {
  describe.each(WIDTHS)('%s', (width) => {
    const layout = layoutWay(story, width, t);

    it('has no lettering upon other lettering, and none beyond its edges', () => {
      const all = boxes(layout);
      for (const [i, one] of all.entries()) {
        expect(one.left, one.text).toBeGreaterThanOrEqual(-1);
        expect(one.right, one.text).toBeLessThanOrEqual(layout.form.width + 1);
        expect(one.top, one.text).toBeGreaterThanOrEqual(-1);
        expect(one.bottom, one.text).toBeLessThanOrEqual(layout.form.height + 1);
        for (const other of all.slice(i + 1)) {
          const apart =
            one.right <= other.left ||
            other.right <= one.left ||
            one.bottom <= other.top ||
            other.bottom <= one.top;
          expect(apart, `${one.text} and ${other.text}`).toBe(true);
        }
      }
    });

    it('has a place for the packet at each step but the first', () => {
      const at = stepsOf(story).map((step) => tokenAt(layout, story, step));
      expect(at[0]).toBeNull();
      for (const point of at.slice(1)) {
        expect(point?.[0]).toBeGreaterThan(0);
        expect(point?.[0]).toBeLessThan(layout.form.width);
        expect(point?.[1]).toBeLessThan(layout.form.height);
      }
    });

    it('keeps the packet off what stands beside the arrows', () => {
      const facts = boxes({ ...layout, nodes: [], links: [], ending: null });
      for (const step of stepsOf(story)) {
        const at = tokenAt(layout, story, step);
        if (at === null || step.kind === 'all') continue;
        const half = (layout.tokens[step.journey]?.width ?? 0) / 2;
        for (const fact of facts) {
          const apart =
            at[0] + half <= fact.left ||
            at[0] - half >= fact.right ||
            at[1] + 10 <= fact.top ||
            at[1] - 10 >= fact.bottom;
          expect(apart, `${fact.text} at ${JSON.stringify(step)}`).toBe(true);
        }
      }
    });

    it('says at which step each part comes', () => {
      const svg = waySvg(story, { t, width, title: 'x', idPrefix: 'x' });
      const places = [...svg.matchAll(/data-place="(\d+)"/g)].map(([, place]) => Number(place));
      const last = stepsOf(story).length - 1;
      expect(places.every((place) => place >= 1 && place <= last)).toBe(true);
      expect(svg).not.toMatch(/NaN|undefined/);
    });
  });
});

describe('the layout', () => {
  it('is level where there is room, and upright where there is not', () => {
    const level = layoutWay(STORIES.plain, 'wide', t).nodes.map(({ y }) => y);
    expect(new Set(level).size).toBe(1);
    const upright = layoutWay(STORIES.plain, 'narrow', t).nodes.map(({ x }) => x);
    expect(new Set(upright).size).toBe(1);
    const nodes = [...STORIES.plain.nodes, ...STORIES.plain.nodes].map((node, i) => ({
      ...node,
      name: `${node.name}${i}`,
    }));
    const many = layoutWay({ nodes, links: [], journeys: [] }, 'wide', t).nodes.map(({ x }) => x);
    expect(new Set(many).size).toBe(1);
  });

  it('marks what the node before has just written', () => {
    const marked = (nat: boolean) =>
      layoutWay(way(64, nat), 'wide', t)
        .arrows.slice(0, 3)
        .map(({ facts }) => facts.filter(({ changed }) => changed).map(({ what }) => what));
    expect(marked(false)).toEqual([[], ['ttl'], ['ttl']]);
    expect(marked(true)).toEqual([[], ['ttl', 'source'], ['ttl']]);
  });

  it('shows where a segment ends, and where it would have gone', () => {
    const layout = layoutWay(way(2), 'wide', t);
    const [end, right] = [layout.nodes[2]?.x ?? 0, layout.nodes[3]?.x ?? 0];
    expect(layout.ending?.cross[0]).toBeGreaterThan(end);
    expect(layout.ending?.ghosts).toHaveLength(1);
    expect(layout.ending?.ghosts[0]?.map(([x]) => x)).toEqual([end, right]);
    expect(layoutWay(way(64), 'wide', t).ending).toBeNull();
  });
});
