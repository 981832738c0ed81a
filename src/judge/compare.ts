import type { HostRecord } from '#network/replay.ts';
import { observe, type Observation } from '#sandbox/observe.ts';
import { difference, sameEvent } from './observe.ts';
import type { Divergence } from './report.ts';

/** The first event at which two hosts part, or `null` if nobody could tell them apart. */
export function compare(actual: HostRecord, expected: HostRecord): Divergence | null {
  const theirs = observe(actual);
  const ours = observe(expected);
  for (let i = 0; i < Math.max(theirs.length, ours.length); i++) {
    const [a, b] = [theirs[i], ours[i]];
    if (a === undefined || b === undefined || !sameEvent(a, b)) return oneSided(a, b);
    const what = difference(a, b);
    if (what !== null) return parted(what, a, b, a);
  }
  return null;
}

/** An event that only one of them knew: whichever came first. */
function oneSided(a: Observation | undefined, b: Observation | undefined): Divergence {
  if (b === undefined || (a !== undefined && isEarlier(a, b)))
    return parted('event', a, undefined, a);
  return parted('event', undefined, b, b);
}

function isEarlier(a: Observation, b: Observation): boolean {
  return a.t < b.t || (a.t === b.t && 'input' in a.cause);
}

function parted(
  what: Divergence['what'],
  actual: Observation | undefined,
  expected: Observation | undefined,
  at: Observation | undefined,
): Divergence {
  return {
    t: at?.t ?? 0,
    cause: at?.cause ?? null,
    conn: at?.conn ?? '',
    what,
    expected: expected === undefined ? null : observed(expected),
    actual: actual === undefined ? null : observed(actual),
    theirsAt: actual?.entry ?? null,
    referenceAt: expected?.entry ?? null,
  };
}

function observed({ after, sent, signals, delivered }: Observation): Divergence['expected'] {
  return { after, sent, signals, delivered };
}
