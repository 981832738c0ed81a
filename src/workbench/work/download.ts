import { offerFile } from '#figures/save/offer-file.ts';
import { exportFileName } from '#storage/export.ts';
import type { Work } from '#storage/work.ts';
import { course } from '../../../course.config.ts';

/** The title of this course: it stands in every export. */
export const COURSE = course.title;

/** Hands everything that is kept to the reader as one file. Gives the file's name. */
export function downloadWork(work: Work): string {
  const at = new Date();
  const name = exportFileName(COURSE, at);
  offerFile(name, work.exportAll(COURSE, at), 'application/json');
  return name;
}
