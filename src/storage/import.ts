import { ASIDE, readEntry, type Entry } from './entry.ts';
import { EXERCISES } from './exercises.ts';
import { FORMAT } from './export.ts';
import { isRecord, isTime } from './kept.ts';
import { mergeEntry, putAside } from './merge.ts';
import { migrate, VERSION, VERSION_NAME } from './migrate.ts';
import type { Entries } from './shelf.ts';
import type { Saved, Store } from './store.ts';

/** Longer texts are no export: a browser keeps about five million characters. */
export const LONGEST_IMPORT = 20_000_000;

/** Why a file is not imported. */
export type ImportProblem =
  | {
      readonly kind: 'problem';
      readonly problem: 'too large' | 'not json' | 'cut short' | 'not ours';
    }
  | { readonly kind: 'problem'; readonly problem: 'damaged'; readonly where: string }
  | { readonly kind: 'problem'; readonly problem: 'newer'; readonly version: number }
  /** May be imported all the same: `planImport(…, { otherCourse: true })`. */
  | { readonly kind: 'problem'; readonly problem: 'other course'; readonly course: string };

/** What an import would do. Nothing is lost by it: see `mergeEntry`. */
export interface ImportPlan {
  readonly kind: 'plan';
  readonly course: string;
  readonly base: string;
  /** When the file was made (ISO 8601). */
  readonly exported: string;
  /** Drafts of labs that have none here. */
  readonly drafts: number;
  /** Drafts that are newer than the one here, which goes into the history. */
  readonly replaced: number;
  /** Drafts that are older than the one here: they go into the history. */
  readonly older: number;
  readonly attempts: number;
  readonly planks: number;
  readonly chapters: number;
  /** Exercises that were not answered here, or not as lately. */
  readonly exercises: number;
  /** Scripts of the reader's own, and the like. */
  readonly others: number;
  /** Are there settings in it, and none here? */
  readonly settings: boolean;
  /** Things that cannot be read and are put aside. */
  readonly aside: number;
  /** Does it: all of it or, where there is no room, nothing. */
  apply(): Saved;
}

export type ImportResult =
  | ImportProblem
  | { readonly kind: 'imported'; readonly plan: ImportPlan }
  | {
      readonly kind: 'not kept';
      readonly saved: Exclude<Saved, 'saved'>;
      readonly plan: ImportPlan;
    };

/** For which course, when, and how willingly a file is imported. */
export interface ImportOptions {
  /** The title of this course. */
  readonly course: string;
  readonly at: Date;
  /** Take a file of a course with another title, too. */
  readonly otherCourse?: boolean;
}

/** Reads an export and says what importing it would do. Changes nothing yet. */
export function planImport(
  store: Store,
  text: string,
  options: ImportOptions,
): ImportPlan | ImportProblem {
  if (text.length > LONGEST_IMPORT) return { kind: 'problem', problem: 'too large' };
  const file = parseFile(text);
  if (file.kind === 'problem') return file;
  if (file.course !== options.course && !options.otherCourse) {
    return { kind: 'problem', problem: 'other course', course: file.course };
  }
  const merged = (before: Entries): Entries => {
    const after = new Map(before);
    for (const [name, value] of file.entries) {
      mergeEntry(after, name, notAhead(name, value, options.at));
    }
    return after;
  };
  const before = store.entries();
  const { course, base, exported } = file;
  return {
    ...{ kind: 'plan', course, base, exported },
    ...differences(before, merged(before), file.entries),
    // Another tab may have kept something since the reader was told: that stays as well.
    apply: () => store.replace(merged(store.entries())),
  };
}

interface ImportedFile {
  readonly kind: 'file';
  readonly course: string;
  readonly base: string;
  readonly exported: string;
  /** In today's form. */
  readonly entries: Entries;
}

function parseFile(text: string): ImportedFile | ImportProblem {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    const ours = text.slice(0, 200).includes(FORMAT);
    return { kind: 'problem', problem: ours ? 'cut short' : 'not json' };
  }
  if (!isRecord(file) || file.format !== FORMAT) return { kind: 'problem', problem: 'not ours' };
  const { version, course, base, exported, kept, aside } = file;
  const damaged = (where: string) => ({ kind: 'problem', problem: 'damaged', where }) as const;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return damaged('version');
  }
  if (version > VERSION) return { kind: 'problem', problem: 'newer', version };
  if (typeof course !== 'string') return damaged('course');
  if (typeof base !== 'string') return damaged('base');
  if (!isTime(exported)) return damaged('exported');
  if (!isRecord(kept)) return damaged('kept');
  if (!isRecord(aside)) return damaged('aside');
  const entries = new Map<string, string>();
  for (const [name, value] of Object.entries(kept)) {
    const written = write(value);
    if (written === null) return damaged(name);
    // A name that is not ours would be in the way of nobody, and of use to nobody.
    if (name === VERSION_NAME || readEntry(name, written).kind === 'unknown') {
      putAside(entries, name, written);
    } else entries.set(name, written);
  }
  for (const [name, value] of Object.entries(aside)) {
    if (typeof value !== 'string') return damaged(name);
    putAside(entries, name, value);
  }
  const today = new Map(migrate(entries));
  today.delete(VERSION_NAME);
  return { kind: 'file', course, base, exported, entries: today };
}

/** A value as text; `null` if it is nested deeper than anything of ours. */
function write(value: unknown): string | null {
  try {
    return JSON.stringify(value);
  } catch {
    return null;
  }
}

/** The same text without times that are still to come: a clock that was wrong is not to win for ever. */
function notAhead(name: string, text: string, now: Date): string {
  const past = <T extends { readonly at: string }>(each: T): T =>
    Date.parse(each.at) > now.getTime() ? { ...each, at: now.toISOString() } : each;
  const entry = readEntry(name, text);
  if (entry.kind === 'draft' || entry.kind === 'script') return JSON.stringify(past(entry.value));
  if (entry.kind === 'exercises') {
    const all = Object.entries(entry.value).map(([key, one]) => {
      const since = Date.parse(one.since) > now.getTime() ? now.toISOString() : one.since;
      return [key, past({ ...one, since })] as const;
    });
    return JSON.stringify(Object.fromEntries(all));
  }
  return entry.kind === 'history' ? JSON.stringify(entry.value.map(past)) : text;
}

const OTHERS: readonly Entry['kind'][] = ['script', 'hints', 'other'];

function differences(before: Entries, after: Entries, file: Entries) {
  const drafts = [...file].flatMap(([name, text]) => {
    const draft = readEntry(name, text);
    if (draft.kind !== 'draft') return [];
    const was = codeOf(before, name);
    if (was === null) return ['drafts' as const];
    if (was === draft.value.code) return [];
    return [codeOf(after, name) === was ? ('older' as const) : ('replaced' as const)];
  });
  const many = (which: 'drafts' | 'older' | 'replaced') => drafts.filter((d) => d === which).length;
  const more = (size: (entry: Entry) => number) => total(after, size) - total(before, size);
  return {
    drafts: many('drafts'),
    replaced: many('replaced'),
    older: many('older'),
    attempts: more((entry) => (entry.kind === 'history' ? entry.value.length : 0)),
    planks: more((entry) => (entry.kind === 'planks' ? Object.keys(entry.value).length : 0)),
    chapters: more((entry) => (entry.kind === 'read' ? entry.value.length : 0)),
    exercises: otherResults(before, after),
    others: [...after].filter(([name, text]) => {
      return OTHERS.includes(readEntry(name, text).kind) && before.get(name) !== text;
    }).length,
    settings: more((entry) => (entry.kind === 'settings' ? 1 : 0)) > 0,
    aside: [...after.keys()].filter((name) => name.startsWith(ASIDE) && !before.has(name)).length,
  };
}

/** How many results are others after than before. */
function otherResults(before: Entries, after: Entries): number {
  const [was, is] = [before, after].map((entries) => {
    const text = entries.get(EXERCISES);
    const entry = text === undefined ? null : readEntry(EXERCISES, text);
    return entry?.kind === 'exercises' ? entry.value : {};
  });
  return Object.entries(is ?? {}).filter(([key, one]) => was?.[key]?.at !== one.at).length;
}

function codeOf(entries: Entries, name: string): string | null {
  const text = entries.get(name);
  const entry = text === undefined ? null : readEntry(name, text);
  return entry?.kind === 'draft' ? entry.value.code : null;
}

function total(entries: Entries, size: (entry: Entry) => number): number {
  return [...entries].reduce((sum, [name, text]) => sum + size(readEntry(name, text)), 0);
}
