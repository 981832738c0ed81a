import type { TimedDeed } from '../model/deed.ts';
import { MOST_DEEDS } from '../model/limits.ts';
import { makesSense } from '../model/sense.ts';
import type { Session } from '../model/session.ts';
import type { Setup } from '../model/setup.ts';
import { presetCalled } from '../presets/presets.ts';
import { bad, fieldsOf, numberOf } from './fields.ts';
import { readDeed } from './read-deed.ts';
import { readHost, readSettings } from './read-setup.ts';
import { writeAddress } from './write.ts';

/** What an address brings, or why it brings nothing. */
export type Address =
  | { readonly kind: 'none' }
  | { readonly kind: 'session'; readonly session: Session; readonly now: number }
  /** `newer`: a later version of the playground wrote it. */
  | { readonly kind: 'bad'; readonly why: 'too long' | 'newer' | 'unknown' | 'broken' };

/** No address of ours is longer. */
export const LONGEST = 12_000;

/** Begins the address of a preset. */
export const SHOW = '#show=';

/**
 * What a fragment brings. Anybody can write one: whatever it holds, nothing is thrown, and what comes
 * out is a session within the limits, spelled just as we spell it, or nothing at all.
 */
export function readAddress(hash: string): Address {
  if (hash === '' || hash === '#' || hash === '#_top') return { kind: 'none' };
  if (hash.length > LONGEST) return { kind: 'bad', why: 'too long' };
  const text = decoded(hash);
  if (text.startsWith(SHOW)) {
    const preset = presetCalled(text.slice(SHOW.length));
    if (preset === null) return { kind: 'bad', why: 'unknown' };
    return { kind: 'session', session: preset.session, now: preset.now };
  }
  if (/^#p([2-9]|[1-9]\d{1,3})(~|$)/.test(text)) return { kind: 'bad', why: 'newer' };
  try {
    const found = read(text);
    if (writeAddress(found.session, found.now) !== text) return { kind: 'bad', why: 'broken' };
    return { kind: 'session', ...found };
  } catch (error) {
    if (error instanceof RangeError) return { kind: 'bad', why: 'broken' };
    throw error;
  }
}

function read(text: string): { readonly session: Session; readonly now: number } {
  const [begin, ...parts] = text.split('~');
  if (begin !== '#p1') bad('no address of a playground');
  const settings = parts.find((part) => part.startsWith('s'))?.slice(1) ?? '';
  let setup: Setup = readSettings(settings);
  let now = 0;
  const deeds: TimedDeed[] = [];
  for (const part of parts) {
    const rest = part.slice(1);
    if (part[0] === 'h') setup = readHost(rest, setup);
    else if (part[0] === 'n') now = numberOf(rest, 'time');
    else if (part[0] === 'd') deeds.push(readDeed(fieldsOf(rest)));
    else if (part[0] !== 's') bad(`no part: ${part}`);
  }
  requireSense(deeds, setup);
  return { session: { setup, deeds }, now };
}

function requireSense(deeds: readonly TimedDeed[], setup: Setup): void {
  if (deeds.length > MOST_DEEDS) bad('too many deeds');
  deeds.forEach(({ at, deed }, i) => {
    if (at <= (deeds[i - 1]?.at ?? -1)) bad('deeds are in no order');
    if (!makesSense(deed, setup)) bad('a host or a link that is not there');
  });
}

/** Programs that pass links on like to escape them. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
