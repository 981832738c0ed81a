import type { IcmpEntry, TraceEntry, TransitEntry } from '#trace/trace.ts';

/** Something on its way, as the Trace shows it. */
export type TravelEntry = TransitEntry | IcmpEntry;

type WithoutPlace<T> = T extends unknown ? Omit<T, 'n'> : never;

/** How far something has come since it was noted. */
export type Progress = Partial<
  Pick<TravelEntry, 'until' | 'fate' | 'lost' | 'hops'> & Pick<TransitEntry, 'corrupted'>
>;

/** Writes the entries of a Trace. */
export interface Recorder {
  add(entry: WithoutPlace<TraceEntry>): void;
  /** Tells how the traveller `id` fared. */
  change(id: number, progress: Progress): void;
  /** Time 0 is reached: of what happened before only what is still on its way stays. */
  begin(): void;
  /** The hops of the traveller `id` so far. */
  hops(id: number): TravelEntry['hops'];
}

const travels = (entry: TraceEntry): entry is TravelEntry =>
  entry.kind === 'transit' || entry.kind === 'icmp';

/** A recorder that writes to `entries`. */
export function createRecorder(entries: TraceEntry[]): Recorder {
  /** Where those stand that are still on their way. */
  const places = new Map<number, number>();
  const note = (entry: TraceEntry) => {
    if (travels(entry) && entry.fate === 'on its way') places.set(entry.id, entry.n);
  };
  entries.forEach(note);

  const at = (id: number): TravelEntry | null => {
    const entry = entries[places.get(id) ?? -1];
    return entry !== undefined && travels(entry) ? entry : null;
  };

  return {
    add(entry) {
      const placed: TraceEntry = { ...entry, n: entries.length };
      entries.push(placed);
      note(placed);
    },
    change(id, progress) {
      const entry = at(id);
      if (entry === null) return;
      entries[entry.n] = { ...entry, ...progress };
      if (progress.fate !== undefined && progress.fate !== 'on its way') places.delete(id);
    },
    begin() {
      const still = entries.filter((entry) => travels(entry) && entry.until >= 0);
      entries.length = 0;
      places.clear();
      for (const entry of still) this.add(entry);
    },
    hops: (id) => at(id)?.hops,
  };
}

/** A recorder for a world that keeps no Trace. */
export const NO_RECORD: Recorder = {
  add() {},
  change() {},
  begin() {},
  hops: () => undefined,
};
