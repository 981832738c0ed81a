import type { Messages } from '#text/text.ts';

/** A chapter of this course, as the review page speaks of it. */
export interface ReviewChapter {
  readonly id: string;
  readonly title: string;
  /** Its address, with the base path. */
  readonly href: string;
}

/** What the review page brings for its script. */
export interface ReviewData {
  readonly lang: string;
  readonly chapters: readonly ReviewChapter[];
  /** The texts that the script needs. */
  readonly messages: Messages;
}

/** The beginning of the keys of those texts. */
export const REVIEW_TEXTS = 'review.';
