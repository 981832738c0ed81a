import { ASIDE, readEntry } from './entry.ts';
import { VERSION, VERSION_NAME } from './migrate.ts';
import type { Store } from './store.ts';

/** Says that a file is an export of ours. */
export const FORMAT = 'tcp-course-work';

/** The file that an export is: JSON that a person can read, too. */
export interface ExportFile {
  readonly format: typeof FORMAT;
  /** The form of what is in `kept`. */
  readonly version: number;
  /** The course's title, and the base path under which it was served. */
  readonly course: string;
  readonly base: string;
  /** When (ISO 8601). */
  readonly exported: string;
  /** Drafts, attempts, planks, scripts, settings …, by the names under which they are kept. */
  readonly kept: Readonly<Record<string, unknown>>;
  /** What this release could not read, text for text. */
  readonly aside: Readonly<Record<string, string>>;
}

/** Everything that is kept, as the text of one file. */
export function exportStore(store: Store, course: string, at: Date): string {
  const kept: [string, unknown][] = [];
  const aside: [string, string][] = [];
  for (const [name, text] of store.entries()) {
    const entry = readEntry(name, text);
    if (name === VERSION_NAME || entry.kind === 'told') continue;
    if (entry.kind === 'aside') aside.push([name.slice(ASIDE.length), text]);
    else if ('value' in entry) kept.push([name, entry.value]);
    else aside.push([name, text]);
  }
  // What a later release wrote counts for nothing here; it goes along untouched.
  if (store.trouble === 'newer') aside.push(...store.everything());
  const file: ExportFile = {
    format: FORMAT,
    version: VERSION,
    ...{ course, base: store.base, exported: at.toISOString() },
    kept: Object.fromEntries(kept.sort(byName)),
    aside: Object.fromEntries(aside.sort(byName)),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** A name for the file: the course and the day, `tcp-plank-by-plank-2026-03-01.json`. */
export function exportFileName(course: string, at: Date): string {
  const words = course.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['course'];
  const two = (n: number) => String(n).padStart(2, '0');
  const day = [String(at.getFullYear()), two(at.getMonth() + 1), two(at.getDate())];
  return `${[...words, ...day].join('-')}.json`;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : Number(a > b);
}
