import type { IcmpEntry, StepEntry, TraceEntry, TransitEntry } from '#trace/trace.ts';
import type { HostStep } from './host-types.ts';

/** Something on its way, as the Trace shows it. */
export type TravelEntry = TransitEntry | IcmpEntry;

/** How far something has come since it was noted. */
export type Progress = Partial<
  Pick<TravelEntry, 'until' | 'fate' | 'lost' | 'hops'> & Pick<TransitEntry, 'corrupted'>
>;

/** Writes the entries of a Trace. */
export interface Recorder {
  /** Is there a Trace at all? Who writes much asks first. */
  readonly isOn: boolean;
  /** The place of the next entry. */
  readonly next: number;
  /** Adds an entry, whose `n` is `next`. */
  add(entry: TraceEntry): void;
  /** Tells how the traveller `id` fared. */
  change(id: number, progress: Progress): void;
  /** The traveller `id`, however it fared. */
  traveller(id: number): TravelEntry | undefined;
  /** Tells otherwise how the traveller `id` fared: what was foreseen does not happen. */
  revise(id: number, progress: Progress): void;
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

  const placeOf = (id: number): number =>
    entries.findLastIndex((entry) => travels(entry) && entry.id === id);
  const traveller = (id: number): TravelEntry | undefined => {
    const entry = entries[placeOf(id)];
    return entry !== undefined && travels(entry) ? entry : undefined;
  };

  return {
    isOn: true,
    get next() {
      return entries.length;
    },
    add(entry) {
      entries.push(entry);
      note(entry);
    },
    change(id, progress) {
      const entry = at(id);
      if (entry === null) return;
      entries[entry.n] = { ...entry, ...progress };
      if (progress.fate !== undefined && progress.fate !== 'on its way') places.delete(id);
    },
    traveller,
    revise(id, progress) {
      const entry = traveller(id);
      if (entry === undefined) return;
      entries[entry.n] = { ...entry, ...progress };
      if (progress.fate === 'lost') places.delete(id);
    },
    begin() {
      const still = entries.filter((entry) => travels(entry) && entry.until >= 0);
      entries.length = 0;
      places.clear();
      still.forEach((entry, n) => this.add({ ...entry, n }));
    },
    hops: (id) => at(id)?.hops,
  };
}

/** A host's step as an entry of the Trace. `transit`: what brought the event. */
export function stepEntry(
  n: number,
  t: number,
  host: string,
  step: HostStep,
  transit: number | undefined,
): StepEntry {
  const { conn, by, before, after, event, effects, diff, cites } = step;
  const entry: { -readonly [K in keyof StepEntry]: StepEntry[K] } = {
    kind: 'step',
    n,
    t,
    host,
    conn,
    by,
    before,
    after,
    event,
    effects,
    diff,
  };
  if (cites !== undefined) entry.cites = cites;
  if (transit !== undefined) entry.transit = transit;
  return entry;
}

/** A recorder for a world that keeps no Trace. */
export const NO_RECORD: Recorder = {
  isOn: false,
  next: 0,
  add() {},
  change() {},
  traveller: () => undefined,
  revise() {},
  begin() {},
  hops: () => undefined,
};
