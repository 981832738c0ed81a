import { getCollection } from 'astro:content';
import type { Lab } from '#judge/lab.ts';
import type { State } from '#tcp/state.ts';
import { t } from '#text/en.ts';
import { course } from '../../course.config.ts';
import { href } from './address.ts';

/** A lab as the pages speak of it. Its number is its place among the labs that exist. */
export interface PlankInfo {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly chapter: string;
  /** Sections of RFC 9293: `§3.10.7.2, §3.5.2`, and the first of them. */
  readonly sections: string;
  readonly section: string;
  readonly minutes: number;
  /** Labs of this course that are better done before, by id. */
  readonly needs: readonly string[];
  readonly href: string;
}

/** A chapter as the pages speak of it. Its number is its place among the chapters that exist. */
export interface ChapterInfo {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** The name of the part it stands in. */
  readonly part: string;
  readonly lead: string;
  readonly summary: string;
  readonly rfc: string;
  readonly minutes: number;
  readonly states: readonly State[];
  readonly href: string;
  readonly planks: readonly PlankInfo[];
}

interface LabText {
  readonly title: string;
}

const labs = import.meta.glob<Lab>('/labs/*/lab.ts', { eager: true, import: 'default' });
const texts = import.meta.glob<LabText>('/labs/*/text.en.mdx', {
  eager: true,
  import: 'frontmatter',
});

/** The labs that `course.config.ts` names, in its order. */
export function planks(): readonly PlankInfo[] {
  return course.labs.map((id, i) => {
    const lab = labs[`/labs/${id}/lab.ts`];
    const title = texts[`/labs/${id}/text.en.mdx`]?.title;
    if (!lab || !title) throw new Error(`labs/${id}/ needs lab.ts, and a title in text.en.mdx.`);
    return {
      id,
      number: i + 1,
      title,
      chapter: lab.chapter,
      sections: lab.rfc.map((section) => `§${section}`).join(', '),
      section: `§${lab.rfc[0] ?? ''}`,
      minutes: lab.minutes,
      needs: lab.needs.filter((need) => course.labs.includes(need)),
      href: href(`/labs/${id}/`),
    };
  });
}

/** The chapters that `course.config.ts` names, in its order. */
export async function chapters(): Promise<readonly ChapterInfo[]> {
  const all = planks();
  const docs = await getCollection('docs');
  return course.chapters.map((id, i) => {
    const data = docs.find((entry) => entry.id === id)?.data;
    const { lead, summary, rfc, minutes } = data ?? {};
    if (!data || !lead || !summary || !rfc || !minutes) {
      throw new Error(
        `content/docs/${id}.mdx needs lead, summary, rfc and minutes in its frontmatter.`,
      );
    }
    return {
      ...{ id, number: i + 1, title: data.title, lead, summary, rfc, minutes },
      part: t(`site.part.${id.split('/')[0]}`),
      states: data.states,
      href: href(`/${id}/`),
      planks: all.filter((plank) => plank.chapter === id),
    };
  });
}

/** Neighbouring chapters of the same part, under its name. */
export async function parts(): Promise<readonly { name: string; chapters: ChapterInfo[] }[]> {
  const found: { name: string; chapters: ChapterInfo[] }[] = [];
  for (const chapter of await chapters()) {
    const last = found.at(-1);
    if (last?.name === chapter.part) last.chapters.push(chapter);
    else found.push({ name: chapter.part, chapters: [chapter] });
  }
  return found;
}
