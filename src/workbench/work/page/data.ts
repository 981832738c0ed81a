import type { Messages } from '#text/text.ts';

/** A lab of this course, as the page of all work speaks of it. */
export interface LabName {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly href: string;
  /** The hash of its starter: a draft with another was written for an earlier version. */
  readonly starter: string;
}

/** What the page says about itself, for its script. */
export interface WorkPageData {
  readonly lang: string;
  /** Base path of the site: it stands in the keys of everything kept. */
  readonly base: string;
  readonly labs: readonly LabName[];
  /** The texts that the script needs. */
  readonly messages: Messages;
}

/** Beginnings of the keys of those texts. */
export const WORK_TEXTS = ['work.', 'workbench.verdict.'];
