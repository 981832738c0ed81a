import {
  parseDraft,
  parseHistory,
  parsePlanks,
  parseScript,
  parseNames,
  parseResults,
  parseSettings,
  isCount,
  isLabId,
  type Attempt,
  type Draft,
  type Progress,
  type Results,
  type Script,
  type SettingValues,
} from './kept.ts';

/** Under this and the old name lies what could not be read, text for text. */
export const ASIDE = 'aside:';
const HISTORY = 'history:';

/** An entry by its name, with its value read. */
export type Entry =
  | {
      readonly kind: 'draft';
      readonly lab: string;
      readonly starter: string;
      readonly value: Draft;
    }
  | { readonly kind: 'history'; readonly lab: string; readonly value: readonly Attempt[] }
  | { readonly kind: 'planks'; readonly value: Progress }
  | { readonly kind: 'exercises'; readonly value: Results }
  | { readonly kind: 'read'; readonly value: readonly string[] }
  | { readonly kind: 'settings'; readonly value: SettingValues }
  /** Names of what was put aside and the reader knows of. */
  | { readonly kind: 'told'; readonly value: readonly string[] }
  | { readonly kind: 'script'; readonly value: Script }
  /** How many hints of a lab were asked for. */
  | { readonly kind: 'hints'; readonly value: number }
  /** A value that only whoever keeps it can judge. */
  | { readonly kind: 'other'; readonly value: unknown }
  /** Put aside earlier. */
  | { readonly kind: 'aside'; readonly value: string }
  /** A name of ours, and a text that is no value for it. */
  | { readonly kind: 'unreadable' }
  /** A name that this course gives to nothing. */
  | { readonly kind: 'unknown' };

/** The name under which the history of a lab is kept. */
export function historyName(lab: string): string {
  return HISTORY + lab;
}

/** The name under which a draft is kept. `starter`: the hash of the starter it was written for. */
export function draftName(lab: string, starter: string): string {
  return `draft:${lab}:${starter}`;
}

/** Reads what lies under a name. */
export function readEntry(name: string, text: string): Entry {
  if (name.startsWith(ASIDE)) return { kind: 'aside', value: text };
  const [kind, lab = '', starter = '', ...more] = name.split(':');
  const value = parse(text);
  const of = <T>(read: T | null, entry: (read: T) => Entry): Entry =>
    read === null ? { kind: 'unreadable' } : entry(read);
  if (kind === 'draft' && isLabId(lab) && /^[0-9a-z]{1,7}$/.test(starter) && !more.length) {
    return of(parseDraft(value), (draft) => ({ kind: 'draft', lab, starter, value: draft }));
  }
  if (kind === 'history' && name === HISTORY + lab && isLabId(lab)) {
    return of(parseHistory(value), (history) => ({ kind: 'history', lab, value: history }));
  }
  if (name === 'planks') return of(parsePlanks(value), (v) => ({ kind: 'planks', value: v }));
  if (name === 'exercises')
    return of(parseResults(value), (v) => ({ kind: 'exercises', value: v }));
  if (name === 'read') return of(parseNames(value), (v) => ({ kind: 'read', value: v }));
  if (name === 'told') return of(parseNames(value), (v) => ({ kind: 'told', value: v }));
  if (name === 'settings') return of(parseSettings(value), (v) => ({ kind: 'settings', value: v }));
  if (kind === 'scratch' && name === `scratch:${lab}`) {
    return of(parseScript(value), (script) => ({ kind: 'script', value: script }));
  }
  if (kind === 'hints' && name === `hints:${lab}`) {
    return of(isCount(value) ? value : null, (hints) => ({ kind: 'hints', value: hints }));
  }
  if (!/^[a-z][a-z0-9-]{0,63}(:[a-z0-9-]{1,64}){0,2}$/.test(name)) return { kind: 'unknown' };
  return value === undefined ? { kind: 'unreadable' } : { kind: 'other', value };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
