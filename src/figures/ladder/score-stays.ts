import type { State } from '#tcp';
import type { SeenEntry, StepEntry, Trace } from '#trace/trace.ts';
import type { Stay } from './score.ts';

/** A host's state before the first entry; `null` if nobody knows it. */
export function initialState({ hosts }: Trace, name: string): State | null {
  const host = hosts.find((each) => each.name === name);
  return host === undefined ? 'CLOSED' : host.initial;
}

type Track = { -readonly [K in keyof Stay]: Stay[K] }[];

/**
 * The states of a host, lane by lane. A connection goes on in the lane in which nothing goes on: the
 * listener's own first of all, since in the RFC's words it is the listener that becomes a connection.
 */
export function readStays(trace: Trace, host: string, end: number): Stay[] {
  const state = initialState(trace, host);
  const first = { host, conn: '', track: 0, state, from: -Infinity, to: end, n: null, mine: false };
  const tracks: Track[] = [[first]];
  const places = new Map<string, number>();
  let isKnown = trace.hosts.some(({ name, initial }) => name === host && initial !== null);

  const trackOf = (entry: StepEntry | SeenEntry): number => {
    const known = places.get(entry.conn);
    if (known !== undefined) return known;
    const free = tracks.findIndex((track, i) => isFree(track, i === 0) || goesOn(track, entry));
    const place = free < 0 ? tracks.length : free;
    const last = tracks[place]?.at(-1);
    // What was there before the first entry bears no name until then.
    if (last?.conn === '') last.conn = entry.conn;
    places.set(entry.conn, place);
    return place;
  };

  for (const entry of trace.entries) {
    if (entry.kind === 'crash' && entry.host === host) {
      isKnown = true;
      tracks.forEach((track, i) => enter(track, i, { ...entry, conn: '', after: 'CLOSED' }, end));
      places.clear();
    }
    if ((entry.kind !== 'step' && entry.kind !== 'seen') || entry.host !== host) continue;
    isKnown = true;
    const place = trackOf(entry);
    const track = (tracks[place] ??= []);
    const last = track[track.length - 1];
    if (last !== undefined) {
      last.mine ||= entry.kind === 'step' && entry.by === 'learner' && entry.before === last.state;
    }
    // A listener that ends does not end what became of it.
    const isOwn = last === undefined || last.conn === entry.conn || isFree(track, place === 0);
    if (entry.before !== entry.after && isOwn) enter(track, place, entry, end);
    if (entry.after === 'CLOSED') places.delete(entry.conn);
  }
  return isKnown ? tracks.flat() : [];
}

function isFree(track: Track, isFirst: boolean): boolean {
  const last = track[track.length - 1];
  if (last === undefined) return true;
  const { state } = last;
  return state === 'CLOSED' || (isFirst && (state === 'LISTEN' || state === null));
}

/** Whether a connection was open before the first entry, and is the one that the host began with. */
function goesOn(track: Track, { before }: StepEntry | SeenEntry): boolean {
  const last = track[track.length - 1];
  return last?.conn === '' && last.state === before;
}

function enter(
  track: Track,
  place: number,
  {
    host,
    conn,
    t,
    n,
    after,
  }: Pick<StepEntry, 'host' | 'conn' | 't' | 'n'> & { after: State | null },
  end: number,
): void {
  const last = track[track.length - 1];
  if (last !== undefined) {
    if (last.state === after) return;
    last.to = t;
  }
  track.push({ host, conn, track: place, state: after, from: t, to: end, n, mine: false });
}
