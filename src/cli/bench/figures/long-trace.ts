import { runScenario } from '#scenario/run.ts';
import type { HostLine, Scenario } from '#scenario/scenario.ts';
import type { Trace } from '#trace/trace.ts';

/** Somebody sends so often, ms. */
const PERIOD = 20;
/** At the least so many entries come of one SEND, on the average: now and then one segment carries two. */
const ENTRIES_PER_SEND = 2.5;

/** After so many SENDs both read what has come. */
const READ = 20;

const read = (at: number, host: string): HostLine => ({ at, host, do: 'receive', max: 65_535 });

/**
 * A talk that goes on and on: both sides send in turn, now and then both at once, and a segment in
 * thirty is lost.
 */
function talk(sends: number): Scenario {
  const lines = Array.from({ length: sends }, (_, i): readonly HostLine[] => {
    const at = 200 + i * PERIOD;
    const send: HostLine = { at, host: i % 3 === 0 ? 'B' : 'A', do: 'send', text: `word ${i}` };
    return i % READ === 0 ? [send, read(at, 'A'), read(at, 'B')] : [send];
  }).flat();
  return {
    id: 'talk',
    hosts: [
      { name: 'A', title: 'client', address: '10.77.0.1', isn: [2_895_331_004] },
      { name: 'B', title: 'server', address: '10.77.0.2', isn: [4_294_900_000] },
    ],
    delay: 8,
    loss: 1 / 30,
    seed: 7,
    script: [
      { at: -1, host: 'B', do: 'listen', port: 8001 },
      { at: 0, host: 'A', do: 'connect', to: 'B:8001', from: 40001 },
      ...lines,
    ],
    until: 400 + sends * PERIOD,
  };
}

/** A scenario, and its Trace cut after exactly so many entries. Throws RangeError if it has fewer. */
export function longTrace(entries: number): { scenario: Scenario; trace: Trace } {
  const scenario = talk(Math.ceil(entries / ENTRIES_PER_SEND));
  const trace = runScenario(scenario);
  if (trace.entries.length < entries) {
    throw new RangeError(`the talk has ${trace.entries.length} entries, not ${entries}`);
  }
  const kept = trace.entries.slice(0, entries);
  return { scenario, trace: { ...trace, entries: kept, end: kept.at(-1)?.t ?? 0 } };
}
