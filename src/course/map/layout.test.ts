import { describe, expect, it } from 'vitest';
import { narrowMap, wideMap, type Measures, type PlacedMap } from './layout.ts';
import { depths, directNeeds } from './needs.ts';

const MEASURES: Measures = {
  box: { along: 116, across: 48 },
  gap: { along: 28, across: 14 },
  laneGap: 40,
};
const task = (id: string, lane: number, ...needs: string[]) => ({ id, lane, needs });
/** As the course's labs hang together. */
const TASKS = [
  task('router', 0),
  task('ring', 0),
  task('acceptable', 0, 'ring'),
  task('closed', 1, 'acceptable'),
  task('listen', 1, 'acceptable'),
  task('syn-received', 1, 'listen'),
  task('syn-sent', 1, 'acceptable', 'ring'),
  task('carry-bytes', 2, 'syn-received', 'syn-sent'),
  task('fin-wait', 2, 'carry-bytes'),
  task('close-wait', 2, 'carry-bytes'),
  task('closing', 2, 'fin-wait'),
  task('reset', 2, 'carry-bytes'),
  task('time-wait', 3, 'fin-wait', 'closing'),
];

describe('needs', () => {
  it('stand as deep as the longest way to them', () => {
    const found = depths(TASKS);
    expect(
      ['ring', 'syn-received', 'carry-bytes', 'time-wait', 'router'].map((id) => found.get(id)),
    ).toEqual([0, 3, 4, 7, 0]);
  });

  it('that follow from others are not drawn', () => {
    const drawn = directNeeds(TASKS).map((pair) => pair.join('>'));
    expect(drawn).toContain('closing>time-wait');
    expect(drawn).not.toContain('fin-wait>time-wait');
    expect(drawn).not.toContain('ring>syn-sent');
  });

  it('of labs that the course does not have count for nothing', () => {
    const some = [task('closing', 0, 'fin-wait')];
    expect(depths(some).get('closing')).toBe(0);
    expect(directNeeds(some)).toEqual([]);
  });

  it('that run in a circle are told', () => {
    expect(() => depths([task('a', 0, 'b'), task('b', 0, 'a')])).toThrow('a → b → a');
  });
});

/** Boxes that a line runs through, its own two left out. */
function crossed({ boxes, lines }: PlacedMap, { box }: Measures): readonly string[] {
  return lines.flatMap(({ from, to, points }) =>
    points.slice(1).flatMap((b, i) => {
      const a = points[i] ?? b;
      return boxes
        .filter(
          ({ along, across }) =>
            Math.max(a[0], b[0]) > along &&
            Math.min(a[0], b[0]) < along + box.along &&
            Math.max(a[1], b[1]) > across &&
            Math.min(a[1], b[1]) < across + box.across,
        )
        .map(({ id }) => `${from}>${to} through ${id}`);
    }),
  );
}

const CHAPTERS = ['one', 'two', 'three', 'four', 'five'];
/** The same with the chapters among them, each before its labs and after the one before. */
const WITH_CHAPTERS = [
  ...CHAPTERS.map((id, lane) => ({
    ...task(id, lane, ...CHAPTERS.slice(Math.max(0, lane - 1), lane)),
    isSpine: true,
  })),
  ...TASKS.map((lab) => ({ ...lab, needs: [CHAPTERS[lab.lane] ?? '', ...lab.needs] })),
];

describe.each([
  ['wide', TASKS, wideMap(TASKS, MEASURES)],
  ['narrow', TASKS, narrowMap(TASKS, MEASURES, 3)],
  ['wide, with chapters', WITH_CHAPTERS, wideMap(WITH_CHAPTERS, MEASURES)],
  ['narrow, with chapters', WITH_CHAPTERS, narrowMap(WITH_CHAPTERS, MEASURES, 3)],
])('the map, %s', (_form, tasks, map) => {
  it('has every task once, and no two in one place', () => {
    expect(map.boxes.map(({ id }) => id)).toEqual(tasks.map(({ id }) => id));
    const places = map.boxes.map(({ along, across }) => `${along} ${across}`);
    expect(new Set(places).size).toBe(tasks.length);
  });

  it('has each line from the end of one box to the beginning of a later one', () => {
    for (const { from, to, points } of map.lines) {
      const a = map.boxes.find(({ id }) => id === from);
      const b = map.boxes.find(({ id }) => id === to);
      expect(points[0]?.[0]).toBe((a?.along ?? 0) + MEASURES.box.along);
      expect(points.at(-1)?.[0]).toBe(b?.along);
      const at = points.at(-1)?.[1] ?? 0;
      expect(at).toBeGreaterThan(b?.across ?? 0);
      expect(at).toBeLessThan((b?.across ?? 0) + MEASURES.box.across);
    }
  });

  it('runs square, and through no box', () => {
    for (const { points } of map.lines) {
      for (const [i, b] of points.slice(1).entries()) {
        const a = points[i] ?? b;
        expect(a[0] === b[0] || a[1] === b[1]).toBe(true);
      }
    }
    expect(crossed(map, MEASURES)).toEqual([]);
  });

  it('stays inside its measures', () => {
    for (const [along, across] of map.lines.flatMap(({ points }) => points)) {
      expect(along).toBeGreaterThanOrEqual(0);
      expect(along).toBeLessThanOrEqual(map.along);
      expect(across).toBeGreaterThanOrEqual(-MEASURES.laneGap / 2);
      expect(across).toBeLessThanOrEqual(map.across + MEASURES.laneGap / 2);
    }
  });
});

it('chapters have the first column of a narrow map to themselves', () => {
  const { boxes } = narrowMap(WITH_CHAPTERS, MEASURES, 3);
  const first = boxes.filter(({ across }) => across === 0).map(({ id }) => id);
  expect(first).toEqual(CHAPTERS);
});

it('a chapter keeps its labs in rows of its own', () => {
  const { boxes, lanes } = wideMap(TASKS, MEASURES);
  for (const { id, lane } of TASKS) {
    const row = lanes.find((each) => each.lane === lane);
    const box = boxes.find((each) => each.id === id);
    expect(box?.across).toBeGreaterThanOrEqual(row?.from ?? 1);
    expect((box?.across ?? 0) + MEASURES.box.across).toBeLessThanOrEqual(row?.to ?? 0);
  }
});

it('a map of nothing is empty', () => {
  expect(wideMap([], MEASURES)).toMatchObject({ boxes: [], lines: [], lanes: [] });
  expect(narrowMap([], MEASURES, 3).boxes).toEqual([]);
});
