import { runScenario } from '#scenario/run.ts';
import type { Scenario } from '#scenario/scenario.ts';
import type { Translator } from '#text/text.ts';
import type { StepEntry, Trace, TransitEntry } from '#trace/trace.ts';
import { MOMENT } from '#trace/moment.ts';
import { fail, type Asked } from './problem.ts';

/** A scenario as it was played for an exercise. */
export interface Play {
  readonly scenario: Scenario;
  readonly trace: Trace;
}

/** Plays a scenario. `lose`: segments to lose besides those that it loses. Stops the build if it cannot be played. */
export function play(asked: Asked, scenario: Scenario, lose: readonly string[] = []): Play {
  const trace = runScenario(scenario, { lose });
  for (const name of lose) segmentCalled(asked, { scenario, trace }, name);
  return { scenario, trace };
}

/** A host by its letter and what it is: `B, the server,`. */
export function named({ scenario }: Play, host: string, t: Translator): string {
  const title = scenario.hosts.find(({ name }) => name === host)?.title;
  if (title === undefined) return host;
  return t('exercise.named', { host, what: t(`host.${title}.the`) });
}

/** Everything that travelled as a segment, in the order in which it was sent. */
export function transits({ entries }: Trace): readonly TransitEntry[] {
  return entries.filter((entry) => entry.kind === 'transit');
}

/** The segment of a name, as figures have it: `B1` is the first that B sends. Stops the build if there is none. */
export function segmentCalled(asked: Asked, { scenario, trace }: Play, name: string): TransitEntry {
  const all = transits(trace);
  const found = all.find((transit) => transit.name === name);
  if (found !== undefined) return found;
  const known = all.map((transit) => transit.name).join(', ');
  return fail(
    asked,
    `no segment of “${scenario.id}” is called ${name}.`,
    `It has ${known === '' ? 'none' : known}.`,
  );
}

/** The step by which a host sent a segment; `null` of one that was put on the wire by nobody who is here. */
export function causeOf(trace: Trace, { from, t, n }: TransitEntry): StepEntry | null {
  const step = trace.entries.findLast(
    (entry): entry is StepEntry => entry.kind === 'step' && entry.n < n && entry.host === from,
  );
  if (step === undefined || Math.abs(step.t - t) > MOMENT) return null;
  return step.effects.some(({ type }) => type === 'send') ? step : null;
}

/** The segments that reached a host before something was sent or at a time, the latest last. */
export function arrivedAt(trace: Trace, host: string, before: number): readonly TransitEntry[] {
  const arrived = new Map(transits(trace).map((transit) => [transit.id, transit]));
  return trace.entries.flatMap((entry) => {
    if (entry.kind !== 'step' || entry.host !== host || entry.n >= before) return [];
    const transit = entry.transit === undefined ? undefined : arrived.get(entry.transit);
    return transit ?? [];
  });
}
