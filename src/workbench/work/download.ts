import { exportFileName } from '#storage/export.ts';
import type { Work } from '#storage/work.ts';
import { course } from '../../../course.config.ts';

/** The title of this course: it stands in every export. */
export const COURSE = course.title;

/** Hands everything that is kept to the reader as one file. Gives the file's name. */
export function downloadWork(work: Work): string {
  const at = new Date();
  const name = exportFileName(COURSE, at);
  const file = new Blob([work.exportAll(COURSE, at)], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser reads the file after the click; long before this it has begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return name;
}
