import type { Messages } from '#text/text.ts';

/** A lab of this course, as the sea trial speaks of it. */
export interface TrialLab {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly href: string;
}

/** What the page of the sea trial brings for its script. */
export interface TrialPageData {
  readonly lang: string;
  /** Base path of the site: it stands in the keys of everything kept. */
  readonly base: string;
  readonly labs: readonly TrialLab[];
  readonly messages: Messages;
}

/** Beginnings of the keys of those texts. A voyage that is looked at brings the others. */
export const TRIAL_TEXTS = ['trial.'];
