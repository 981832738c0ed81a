import { draftsOf, hash, type OlderDraft } from './draft.ts';
import { historyName } from './entry.ts';
import { addAttempt, lastGreenOf, oldestToSpare } from './history.ts';
import { putAwayDraft } from './merge.ts';
import { parseAttempt, type Attempt } from './kept.ts';
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
}

export function openWork(store: Store): Work {
  const history = (lab: string) => readHistory(store, lab);
  const keep = (lab: string, attempt: Attempt): Saved => {
    const before = history(lab);
    const after = addAttempt(before, attempt);
    return after === before ? 'saved' : store.set(historyName(lab), after);
  };
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
  };
}

/** The attempts of a lab that can be read, newest first. */
export function readHistory(store: Store, lab: string): readonly Attempt[] {
  const value = store.get(historyName(lab));
  return Array.isArray(value) ? value.flatMap((each) => parseAttempt(each) ?? []) : [];
}
