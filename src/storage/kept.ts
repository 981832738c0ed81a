/*
 * The values that are kept, and how each is read. Whatever comes from a browser's storage or from
 * a file may be anything; reading gives the value, or `null`, and never throws.
 */

/** What a reader wrote for a lab, and when it was kept last (ISO 8601). */
export interface Draft {
  readonly code: string;
  readonly at: string;
}

/** A text that was run, or that was put away for another. */
export interface Attempt {
  readonly code: string;
  /** When (ISO 8601). */
  readonly at: string;
  /** What the judge said of the whole suite: `passed`, `wrong`, …; `null` if it was not asked. */
  readonly verdict: string | null;
  /** Cases that passed, of how many; both 0 where there was no verdict on the suite. */
  readonly passed: number;
  readonly total: number;
  /** The hash of the starter that the lab had. */
  readonly starter: string;
}

/** A learner's own script for a lab. */
export interface Script {
  readonly text: string;
  /** When it was kept last (ISO 8601). */
  readonly at: string;
  /** The learner has changed it: what came from a case or a link is no loss. */
  readonly own: boolean;
  /** Scripts that another took the place of, newest first. */
  readonly before: readonly { readonly text: string; readonly at: string }[];
}

/** The planks that are the reader's: by lab id, when each was laid (ISO 8601). */
export type Progress = Readonly<Record<string, string>>;

/** What became of an exercise. */
export interface ExerciseResult {
  /** Was the last answer right? */
  readonly right: boolean;
  /** When that was (ISO 8601). */
  readonly at: string;
  /** The box that it waits in to be asked again, from 1; 0 if it need not be. */
  readonly box: number;
  /** Since when it is in that box (ISO 8601). */
  readonly since: string;
}

/** Results by exercise: `handshake/three-way#two-messages`. */
export type Results = Readonly<Record<string, ExerciseResult>>;

/** What a reader has chosen. */
export interface SettingValues {
  /** `null`: whatever suits the device. */
  readonly editor: 'full' | 'light' | null;
  readonly vim: boolean;
  /** Whose other planks stand around the one that is being written. */
  readonly ship: 'reference' | 'mine';
  /** Are types checked before a run? */
  readonly typeCheck: boolean;
}

export const DEFAULT_SETTINGS: SettingValues = {
  editor: null,
  vim: false,
  ship: 'reference',
  typeCheck: true,
};

/** `null` if it is no draft. */
export function parseDraft(value: unknown): Draft | null {
  if (!isRecord(value)) return null;
  const { code, at } = value;
  return typeof code === 'string' && isTime(at) ? { code, at } : null;
}

/** `null` if it is no attempt. */
export function parseAttempt(value: unknown): Attempt | null {
  if (!isRecord(value)) return null;
  const { code, at, verdict, passed, total, starter } = value;
  if (typeof code !== 'string' || !isTime(at) || typeof starter !== 'string') return null;
  if (verdict !== null && typeof verdict !== 'string') return null;
  if (!isCount(passed) || !isCount(total)) return null;
  return { code, at, verdict, passed, total, starter };
}

/** A history: every attempt in it must be one. */
export function parseHistory(value: unknown): readonly Attempt[] | null {
  return parseList(value, parseAttempt);
}

/** A learner's script; what cannot be read among its earlier ones is left out. */
export function parseScript(value: unknown): Script | null {
  if (!isRecord(value)) return null;
  const { text, at, own, before } = value;
  if (typeof text !== 'string' || !isTime(at)) return null;
  const earlier = Array.isArray(before) ? before.flatMap((each) => parseEarlier(each) ?? []) : [];
  return { text, at, own: own !== false, before: earlier };
}

function parseEarlier(value: unknown): Script['before'][number] | null {
  if (!isRecord(value)) return null;
  const { text, at } = value;
  return typeof text === 'string' && isTime(at) ? { text, at } : null;
}

/** Laid planks: each must be one, or it gives `null`. */
export function parsePlanks(value: unknown): Progress | null {
  if (!isRecord(value)) return null;
  const planks = Object.entries(value);
  return planks.every(([lab, at]) => isLabId(lab) && isTime(at)) ? (value as Progress) : null;
}

/** Results of exercises: each must be one, or it gives `null`. */
export function parseResults(value: unknown): Results | null {
  if (!isRecord(value)) return null;
  const all = Object.entries(value);
  return all.every(([key, one]) => isExerciseKey(key) && isResult(one)) ? (value as Results) : null;
}

export function isResult(value: unknown): value is ExerciseResult {
  if (!isRecord(value)) return false;
  const { right, at, box, since } = value;
  return typeof right === 'boolean' && isTime(at) && isTime(since) && isCount(box) && box <= 5;
}

/** A list of names: of chapters that were read, or of entries. */
export function parseNames(value: unknown): readonly string[] | null {
  return parseList(value, (id) => (typeof id === 'string' ? id : null));
}

/** Each setting that has a known value; the others are as they are by default. */
export function parseSettings(value: unknown): SettingValues | null {
  if (!isRecord(value)) return null;
  const { editor, vim, ship, typeCheck } = value;
  return {
    editor: editor === 'full' || editor === 'light' ? editor : DEFAULT_SETTINGS.editor,
    vim: typeof vim === 'boolean' ? vim : DEFAULT_SETTINGS.vim,
    ship: ship === 'mine' ? ship : DEFAULT_SETTINGS.ship,
    typeCheck: typeof typeCheck === 'boolean' ? typeCheck : DEFAULT_SETTINGS.typeCheck,
  };
}

/** Is this the name of a lab's folder? Names of `Object.prototype` with capitals or `_` are not. */
export function isLabId(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9][a-z0-9-]{0,63}$/.test(value);
}

/** Is this the name of an exercise: its page, `#`, its id? Names of `Object.prototype` are not. */
export function isExerciseKey(key: string): boolean {
  return /^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)*#[a-z0-9][a-z0-9-]{0,63}$/.test(key);
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A time as it is kept, ISO 8601. */
export function isTime(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

/** A whole number, 0 or more. */
export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function parseList<T>(value: unknown, parse: (each: unknown) => T | null): readonly T[] | null {
  if (!Array.isArray(value)) return null;
  const all = value.map(parse);
  return all.every((each) => each !== null) ? all : null;
}
