import type { ChapterInfo, PlankInfo } from '../course.ts';
import type { MapTask } from './layout.ts';

/** What stands in a box of the map. */
export interface Stop extends MapTask {
  readonly kind: 'chapter' | 'lab';
  /** Without `kind`, as other parts of the site know it. */
  readonly name: string;
  readonly number: number;
  readonly title: string;
  readonly minutes: number;
  readonly href: string;
}

/**
 * Chapters and labs as one map: a chapter comes after the chapter before it, a lab after its
 * chapter and after the labs that it needs.
 */
export function stopsOf(
  chapters: readonly ChapterInfo[],
  planks: readonly PlankInfo[],
): readonly Stop[] {
  const stops = chapters.map(({ id, number, title, minutes, href }, lane): Stop => {
    const before = chapters[lane - 1];
    const needs = before ? [`chapter:${before.id}`] : [];
    const key = `chapter:${id}`;
    return {
      ...{ id: key, name: id, kind: 'chapter', isSpine: true, lane, needs },
      ...{ number, title, minutes, href },
    };
  });
  const labs = planks.map(({ id, chapter, number, title, minutes, needs, href }): Stop => {
    const at = chapters.findIndex((each) => each.id === chapter);
    const lane = at === -1 ? chapters.length : at;
    const all = [`chapter:${chapter}`, ...needs.map((need) => `lab:${need}`)];
    return {
      ...{ id: `lab:${id}`, name: id, kind: 'lab', lane, needs: all, number, title, minutes, href },
    };
  });
  return [...stops, ...labs];
}
