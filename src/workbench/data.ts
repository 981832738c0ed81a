import type { Group } from '#judge/report.ts';
import type { SolutionPolicy } from './solution-policy.ts';

/** A case of the suite before it was run. */
export interface CaseName {
  readonly id: string;
  readonly group: Group;
}

/** Another lab, to be gone to. */
export interface LabLink {
  readonly number: number;
  readonly title: string;
  readonly href: string;
}

/** What a page says about its lab: written into the page by `Lab.astro`, read when it is opened. */
export interface LabData {
  readonly id: string;
  /** Its plank's number, counted among the labs of this course. */
  readonly number: number;
  readonly title: string;
  /** Name of the plank as the learner exports it: `listen`. The lab’s id where there are several. */
  readonly plank: string;
  /** Sections of RFC 9293, the most telling first: `3.10.7.2`. */
  readonly rfc: readonly string[];
  /** `chapter`: in the middle of a text. `page`: the lab has the page to itself. */
  readonly mode: 'chapter' | 'page';
  readonly lang: string;
  /** Base path of the site: it stands in the keys of everything kept. */
  readonly base: string;
  /** Address of the frame in which learners' code runs. */
  readonly sandboxPage: string;
  /** The lab's cases in the suite's order. */
  readonly cases: readonly CaseName[];
  readonly chapter: { readonly href: string; readonly title: string } | null;
  /** The lab whose plank comes next, on a lab’s own page. */
  readonly next: LabLink | null;
  /** The lab’s own page: `/labs/listen/`, with the base path. */
  readonly href: string;
  readonly solutions: SolutionPolicy;
}

/** Reads the data from the lab's element. */
export function readLabData(element: Element): LabData {
  const text = element.querySelector('script[data-lab-data]')?.textContent ?? '';
  return JSON.parse(text) as LabData;
}
