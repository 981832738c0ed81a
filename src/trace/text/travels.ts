import type { IcmpEntry, Trace, TraceEntry, TransitEntry } from '../trace.ts';
import { nameText, readName, readNumber, WordError } from './words.ts';

/** What travels and can be named by an entry that sent or received it. */
export type Travelling = TransitEntry | IcmpEntry;

/** Finds what travels by its name, or by its number where several have one name. */
export interface Travels {
  /** `A1`, or `#3`; `null` if there is none of this number. */
  nameOf(id: number): string | null;
  /** What `nameOf` wrote. Throws WordError if there is none. */
  find(word: string): Travelling;
  get(id: number): Travelling | undefined;
  /** What left a host at a time. */
  leaving(host: string, t: number): readonly Travelling[];
}

/** What travels in a trace. */
export function travelsOf(entries: Trace['entries']): Travels {
  const all = entries.filter(isTravelling);
  const byName = new Map<string, Travelling | null>();
  const byId = new Map<number, Travelling | null>();
  const departures = new Map<string, Travelling[]>();
  for (const each of all) {
    byName.set(each.name, byName.has(each.name) ? null : each);
    byId.set(each.id, byId.has(each.id) ? null : each);
    const key = `${each.t} ${each.from}`;
    departures.set(key, [...(departures.get(key) ?? []), each]);
  }
  const isOwn = (each: Travelling) => byName.get(each.name) === each && !each.name.startsWith('#');
  return {
    leaving: (host, t) => departures.get(`${t} ${host}`) ?? [],
    get: (id) => byId.get(id) ?? undefined,
    nameOf(id) {
      const found = byId.get(id);
      if (found === undefined || found === null) return null;
      return isOwn(found) ? nameText(found.name) : `#${id}`;
    },
    find(word) {
      const found = word.startsWith('#')
        ? byId.get(readNumber(word.slice(1), 'the number of a transit'))
        : byName.get(readName(word));
      if (found === undefined || found === null) {
        throw new WordError(`${word} is the name of nothing that travels`);
      }
      return found;
    },
  };
}

/** Does the entry tell of something that travels? */
export function isTravelling(entry: TraceEntry): entry is Travelling {
  return entry.kind === 'transit' || entry.kind === 'icmp';
}
