import { draftsOf, hash, type OlderDraft } from './draft.ts';
import { ASIDE, historyName } from './entry.ts';
import { exportStore } from './export.ts';
import { addAttempt, lastGreenOf, oldestToSpare } from './history.ts';
import {
  planImport,
  type ImportOptions,
  type ImportPlan,
  type ImportProblem,
  type ImportResult,
} from './import.ts';
import { putAwayDraft } from './merge.ts';
import { parseAttempt, parseNames, type Attempt } from './kept.ts';
import { readProgress } from './progress.ts';
import { openSettings, type Settings } from './settings.ts';
import type { Saved, Store } from './store.ts';

export type { Attempt } from './kept.ts';

/** A run of the whole suite, or of a part of it. */
export interface RunRecord {
  readonly code: string;
  readonly at: Date;
  /** What the judge said of the whole suite; `null` if only a part of it was run. */
  readonly verdict: string | null;
  /** Cases that passed, of how many; 0 and 0 if the code did not compile. */
  readonly passed: number;
  readonly total: number;
  /** The lab's starter, whole. */
  readonly starter: string;
}

/** A laid plank with the code that laid it last. */
export interface FinishedPlank {
  readonly lab: string;
  readonly code: string;
  /** When that code passed (ISO 8601). */
  readonly at: string;
}

/** What a reader has done in the labs: everything of it that is kept in this browser. */
export interface Work {
  readonly store: Store;
  readonly settings: Settings;
  /** The newest code that passed, under any starter; `null` if none is known. */
  lastGreen(lab: string): { readonly code: string; readonly at: string } | null;
  /** Attempts, newest first. */
  history(lab: string): readonly Attempt[];
  /** All drafts of a lab, newest first. */
  drafts(lab: string): readonly OlderDraft[];
  /** Labs of which anything is kept. */
  labs(): readonly string[];
  /** Keeps what was run. Laying the plank is `layPlank`’s. */
  recordRun(lab: string, run: RunRecord): Saved;
  /** Puts a text into the history that another takes the place of. `starter`: the lab's, whole. */
  putAway(lab: string, code: string, at: Date, starter: string): Saved;
  /**
   * The laid planks whose code is known, in the order in which they were laid. A plank that was
   * laid before there was a history has none until it passes again.
   */
  finishedPlanks(): readonly FinishedPlank[];
  /** How many attempts could be dropped for room; the last green of each lab is not among them. */
  spareAttempts(): number;
  /**
   * Drops the older half of the attempts that can be spared, then tries again to keep what is not
   * kept yet. Only for a reader who was told and agreed. Gives how many went.
   */
  makeRoom(): { readonly dropped: number; readonly saved: Saved };
  /** What could not be read, text for text, by the names it had. */
  aside(): ReadonlyMap<string, string>;
  /** Names of what was put aside and the reader has not been told of. */
  untold(): readonly string[];
  /** The reader has been told of all that was put aside. */
  markTold(): void;
  /** Everything as the text of one file. `course`: the course's title. */
  exportAll(course: string, at: Date): string;
  /** What importing a file would do; `planImport` says more. */
  planImport(text: string, options: ImportOptions): ImportPlan | ImportProblem;
  /** Imports a file without asking. */
  importAll(text: string, options: ImportOptions): ImportResult;
  /** Forgets everything of this course in this browser. */
  forgetAll(): void;
}

const TOLD = 'told';

/** The work that `store` keeps. */
export function openWork(store: Store): Work {
  const history = (lab: string) => readHistory(store, lab);
  const keep = (lab: string, attempt: Attempt): Saved =>
    store.set(historyName(lab), addAttempt(history(lab), attempt));
  const aside = () =>
    new Map(
      [...store.entries()].flatMap(([name, text]) =>
        name.startsWith(ASIDE) ? [[name.slice(ASIDE.length), text] as const] : [],
      ),
    );
  const labsWithHistory = () =>
    store.names().flatMap((name) => /^history:([^:]+)$/.exec(name)?.[1] ?? []);

  return {
    store,
    settings: openSettings(store),
    history,
    lastGreen: (lab) => lastGreenOf(history(lab)),
    drafts: (lab) => draftsOf(store, lab),
    labs() {
      const drafted = store.names().flatMap((name) => /^draft:([^:]+):/.exec(name)?.[1] ?? []);
      const laid = Object.keys(readProgress(store));
      return [...new Set([...drafted, ...labsWithHistory(), ...laid])];
    },
    recordRun: (lab, { at, starter, ...run }) =>
      keep(lab, { ...run, at: at.toISOString(), starter: hash(starter) }),
    putAway: (lab, code, at, starter) =>
      keep(lab, putAwayDraft({ code, at: at.toISOString() }, hash(starter))),
    finishedPlanks() {
      return Object.entries(readProgress(store))
        .sort(([, a], [, b]) => Date.parse(a) - Date.parse(b))
        .flatMap(([lab]) => {
          const green = lastGreenOf(history(lab));
          return green ? [{ lab, code: green.code, at: green.at }] : [];
        });
    },
    spareAttempts: () =>
      labsWithHistory().reduce((sum, lab) => {
        const all = history(lab);
        return sum + all.length - (lastGreenOf(all) ? 1 : 0);
      }, 0),
    makeRoom() {
      let dropped = 0;
      for (const lab of labsWithHistory()) {
        let all = history(lab);
        const spare = Math.ceil((all.length - (lastGreenOf(all) ? 1 : 0)) / 2);
        for (let n = 0; n < spare; n++) {
          const victim = oldestToSpare(all);
          all = all.filter((each) => each !== victim);
          dropped++;
        }
        if (spare > 0) store.set(historyName(lab), all);
      }
      return { dropped, saved: store.retry() };
    },
    aside,
    untold() {
      const told = parseNames(store.get(TOLD)) ?? [];
      return [...aside().keys()].filter((name) => !told.includes(name));
    },
    markTold: () => void store.set(TOLD, [...aside().keys()]),
    exportAll: (course, at) => exportStore(store, course, at),
    planImport: (text, options) => planImport(store, text, options),
    importAll(text, options) {
      const plan = planImport(store, text, options);
      if (plan.kind === 'problem') return plan;
      const saved = plan.apply();
      return saved === 'saved' ? { kind: 'imported', plan } : { kind: 'not kept', saved, plan };
    },
    forgetAll: () => store.clear(),
  };
}

/** The attempts of a lab that can be read, newest first. */
function readHistory(store: Store, lab: string): readonly Attempt[] {
  const value = store.get(historyName(lab));
  return Array.isArray(value) ? value.flatMap((each) => parseAttempt(each) ?? []) : [];
}
