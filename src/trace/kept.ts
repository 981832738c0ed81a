import type { Diff, Endpoint } from '#tcp';
import type { KeptConnection, StepEntry } from './trace.ts';

/** As much of a step as changes what a host has. */
type Step = Pick<StepEntry, 'conn' | 'event' | 'before' | 'after' | 'diff'>;

interface Ends {
  readonly local: Endpoint;
  readonly remote: Endpoint | null;
}

/** What changed by two steps, one after the other. */
export function bothDiffs(first: Diff, second: Diff): Diff {
  const both = { ...first };
  for (const [path, [before, after]] of Object.entries(second)) {
    both[path] = [first[path]?.[0] ?? before, after];
  }
  return both;
}

/** The connections and listeners of a host after a step, given those before it. */
export function keepStep(kept: readonly KeptConnection[], step: Step): readonly KeptConnection[] {
  const known = kept.find(({ conn }) => conn === step.conn);
  const others = kept.filter((one) => one !== known);
  if (isGone(step, known)) return others;
  if (known !== undefined) {
    const changed = { ...known, diff: bothDiffs(known.diff, step.diff) };
    return kept.map((one) => (one === known ? changed : one));
  }
  const ends = endsOf(step);
  // Nobody told how it came to be.
  if (ends === null) return others;
  const listener = kept.find(({ conn }) => conn === step.conn.replace(/\.\d+$/, ''));
  const diff = listener === undefined ? step.diff : bothDiffs(listener.diff, step.diff);
  const free = others.filter((one) => !isBetween(one, ends));
  return [...free, { conn: step.conn, ...ends, diff }];
}

/** A connection that is closed is gone; so is one that goes back to its listener, which stays. */
function isGone({ event, before, after }: Step, known: KeptConnection | undefined): boolean {
  if (after === 'CLOSED') return true;
  const isListener = event.type === 'OPEN' || (known !== undefined && before === 'LISTEN');
  return after === 'LISTEN' && !isListener;
}

/** The sockets of a connection that begins with this step; `null` if none does. */
function endsOf({ event, before }: Step): Ends | null {
  if (event.type === 'OPEN' && before === 'CLOSED') {
    return { local: event.local, remote: event.mode === 'active' ? event.remote : null };
  }
  if (event.type !== 'SEGMENT-ARRIVES' || before !== 'LISTEN') return null;
  return { local: event.seg.dst, remote: event.seg.src };
}

/** A connection whose place in TIME-WAIT another takes ends without a step of its own. */
function isBetween(one: Ends, other: Ends): boolean {
  return isSame(one.local, other.local) && isSame(one.remote, other.remote);
}

function isSame(a: Endpoint | null, b: Endpoint | null): boolean {
  return a?.address === b?.address && a?.port === b?.port;
}
