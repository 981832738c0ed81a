import { statesAt } from '#trace/states-at.ts';
import type { Trace } from '#trace/trace.ts';
import type { Voyage } from './voyages.ts';

/** How far a connection got, read from its Trace. */
export interface Landing {
  /** Both ends were ESTABLISHED, or past it. */
  readonly isOpen: boolean;
  /** Each end's user was given the other's octets: all of them, each once, in order. */
  readonly isWhole: boolean;
  /** Both ends are CLOSED: TIME-WAIT is over as well. */
  readonly isClosed: boolean;
  /** So many segments left, and so many of them were lost. */
  readonly segments: number;
  readonly lost: number;
  /** Virtual time from the first segment to the end, ms. */
  readonly took: number;
}

/** What became of a voyage. */
export function landingOf(trace: Trace, { sent }: Voyage): Landing {
  const steps = trace.entries.filter((entry) => entry.kind === 'step');
  const transits = trace.entries.filter((entry) => entry.kind === 'transit');
  const toldOpen = (host: string) =>
    steps.some(
      (step) =>
        step.host === host &&
        step.effects.some((e) => e.type === 'signal' && e.signal === 'connection established'),
    );
  // What is sent on a voyage is ASCII: an octet is a letter, wherever segments are cut.
  const given = (host: string) =>
    steps
      .filter((step) => step.host === host)
      .flatMap(({ effects }) => effects.flatMap((e) => (e.type === 'deliver' ? [e.data] : [])))
      .map((data) => new TextDecoder().decode(data))
      .join('');
  const states = Object.values(statesAt(trace, Number.POSITIVE_INFINITY));
  return {
    isOpen: toldOpen('A') && toldOpen('B'),
    isWhole: given('A') === sent.B && given('B') === sent.A,
    isClosed: states.every((state) => state === 'CLOSED'),
    segments: transits.length,
    lost: transits.filter(({ fate }) => fate === 'lost').length,
    took: trace.end,
  };
}
