import { isRecord, isTime } from '#storage/kept.ts';
import type { Saved, Store } from '#storage/store.ts';

/** A script that the learner wrote and that another took the place of. */
export interface EarlierScript {
  readonly text: string;
  /** When it was put away (ISO 8601). */
  readonly at: string;
}

interface Kept {
  readonly text: string;
  readonly at: string;
  /** The learner has changed it: what came from a case or a link is no loss. */
  readonly own: boolean;
  /** Newest first. */
  readonly before: readonly EarlierScript[];
}

/** Earlier scripts that are kept for each lab. */
export const MOST_EARLIER = 20;

/** The learner's own script for one lab. */
export interface ScratchDraft {
  /** `null` before there was one. */
  text(): string | null;
  earlier(): readonly EarlierScript[];
  /** Keeps what was typed. If another tab has kept a text meanwhile, that one goes to the earlier ones. */
  write(text: string, at: Date): Saved;
  /** Puts another script in the place of the learner's, which goes to the earlier ones. */
  put(text: string, at: Date): Saved;
}

/** The script for `lab` that `store` keeps. */
export function openScratchDraft(store: Store, lab: string): ScratchDraft {
  const name = `scratch:${lab}`;
  let seen = parse(store.get(name));

  const keep = (now: Kept | null, next: Pick<Kept, 'text' | 'own'>, at: Date): Saved => {
    seen = { ...next, at: at.toISOString(), before: now?.before ?? [] };
    return store.set(name, seen);
  };
  const withEarlier = (now: Kept): Kept => {
    const others = now.before.filter(({ text }) => text !== now.text);
    return { ...now, before: [{ text: now.text, at: now.at }, ...others].slice(0, MOST_EARLIER) };
  };

  return {
    text: () => seen?.text ?? null,
    earlier: () => parse(store.get(name))?.before ?? [],
    write(text, at) {
      const now = parse(store.get(name));
      const isOther = now !== null && now.own && now.text !== seen?.text && now.text !== text;
      return keep(isOther ? withEarlier(now) : now, { text, own: true }, at);
    },
    put(text, at) {
      const now = parse(store.get(name));
      const isLost = now !== null && now.own && now.text !== text && now.text.trim() !== '';
      // A text that was the learner's own stays theirs when it is taken again.
      const own = now?.before.some((each) => each.text === text) ?? false;
      return keep(isLost ? withEarlier(now) : now, { text, own }, at);
    },
  };
}

function parse(value: unknown): Kept | null {
  if (!isRecord(value)) return null;
  const { text, at, own, before } = value;
  if (typeof text !== 'string' || !isTime(at)) return null;
  const scripts = Array.isArray(before) ? before.flatMap(earlierOf) : [];
  return { text, at, own: own !== false, before: scripts };
}

function earlierOf(value: unknown): readonly EarlierScript[] {
  if (!isRecord(value)) return [];
  const { text, at } = value;
  return typeof text === 'string' && isTime(at) ? [{ text, at }] : [];
}
