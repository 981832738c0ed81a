import { ASIDE, historyName, readEntry } from './entry.ts';
import { unite } from './history.ts';
import type { Attempt, Draft, Results, Script } from './kept.ts';

/**
 * Brings an entry into what is kept already, and loses neither: of two drafts the newer stays and
 * the other goes into the history; histories, planks, chapters and scripts are united; a plank
 * keeps its first day, an exercise its latest answer; what cannot be read is put aside. Settings that are kept stay as they are.
 */
export function mergeEntry(into: Map<string, string>, name: string, text: string): void {
  const theirs = readEntry(name, text);
  const present = into.get(name);
  if (present === text) return;
  const put = (value: unknown) => into.set(name, JSON.stringify(value));
  if (theirs.kind === 'unreadable') return putAside(into, name, text);
  if (theirs.kind === 'history') return keepAttempts(into, theirs.lab, theirs.value);
  if (present === undefined) return void into.set(name, text);
  const ours = readEntry(name, present);
  if (ours.kind === 'unreadable') {
    putAside(into, name, present);
    into.set(name, text);
  } else if (theirs.kind === 'draft' && ours.kind === 'draft') {
    const [winner, loser] = newerFirst(ours.value, theirs.value);
    put(winner);
    if (loser.code !== winner.code) {
      keepAttempts(into, theirs.lab, [putAwayDraft(loser, theirs.starter)]);
    }
  } else if (theirs.kind === 'planks' && ours.kind === 'planks') {
    const both = new Map(Object.entries(ours.value));
    for (const [lab, at] of Object.entries(theirs.value)) {
      const first = both.get(lab);
      if (first === undefined || Date.parse(at) < Date.parse(first)) both.set(lab, at);
    }
    put(Object.fromEntries(both));
  } else if (theirs.kind === 'exercises' && ours.kind === 'exercises') {
    put(mergeResults(ours.value, theirs.value));
  } else if (theirs.kind === 'read' && ours.kind === 'read') {
    put([...new Set([...ours.value, ...theirs.value])]);
  } else if (theirs.kind === 'script' && ours.kind === 'script') {
    put(mergeScripts(ours.value, theirs.value));
  } else if (theirs.kind === 'hints' && ours.kind === 'hints') {
    put(Math.max(ours.value, theirs.value));
  } else if (theirs.kind === 'aside') {
    putAside(into, name.slice(ASIDE.length), text);
  } else if (theirs.kind === 'unknown' || theirs.kind === 'other') {
    putAside(into, name, text);
  }
}

/** Keeps a text that nobody could read under a name of its own. */
export function putAside(into: Map<string, string>, name: string, text: string): void {
  let free = ASIDE + name;
  for (let n = 2; into.has(free) && into.get(free) !== text; n++) free = `${ASIDE}${name}~${n}`;
  into.set(free, text);
}

/** A draft that another took the place of, as an attempt that nobody ran. */
export function putAwayDraft(draft: Draft, starter: string): Attempt {
  return { ...draft, verdict: null, passed: 0, total: 0, starter };
}

function keepAttempts(into: Map<string, string>, lab: string, more: readonly Attempt[]): void {
  const name = historyName(lab);
  const before = into.get(name);
  const entry = before === undefined ? null : readEntry(name, before);
  if (before !== undefined && entry?.kind !== 'history') putAside(into, name, before);
  const history = entry?.kind === 'history' ? entry.value : [];
  into.set(name, JSON.stringify(unite([...history, ...more])));
}

function mergeResults(ours: Results, theirs: Results): Results {
  const both = new Map(Object.entries(ours));
  for (const [key, result] of Object.entries(theirs)) {
    const mine = both.get(key);
    both.set(key, mine === undefined ? result : newerFirst(mine, result)[0]);
  }
  return Object.fromEntries(both);
}

function mergeScripts(a: Script, b: Script): Script {
  const [winner, loser] = newerFirst(a, b);
  const lost = loser.own ? [{ text: loser.text, at: loser.at }] : [];
  const texts = new Map([...winner.before, ...loser.before, ...lost].map((s) => [s.text, s]));
  texts.delete(winner.text);
  const before = [...texts.values()].sort((s, t) => Date.parse(t.at) - Date.parse(s.at));
  return { ...winner, before };
}

function newerFirst<T extends { readonly at: string }>(a: T, b: T): readonly [T, T] {
  return Date.parse(b.at) > Date.parse(a.at) ? [b, a] : [a, b];
}
