import type { Scenario } from '#scenario/scenario.ts';
import { play, segmentCalled } from './play.ts';
import type { Asked } from './problem.ts';

/** An exercise of no page, for the tests. */
export const ASKED: Asked = { page: 'a/page', id: 'it', kind: 'Predict' };

const MSL = { msl: 30_000 };

/** A connection from its opening to its end, with the RFC’s numbers and five octets of data. */
export const LIFE: Scenario = {
  id: 'life',
  hosts: [
    { name: 'A', title: 'client', address: '10.77.0.1', isn: [100], config: MSL },
    { name: 'B', title: 'server', address: '10.77.0.2', isn: [300], config: MSL },
  ],
  delay: 40,
  script: [
    { at: -1, host: 'B', do: 'listen', port: 8001 },
    { at: 0, host: 'A', do: 'connect', to: 'B:8001', from: 40001 },
    { at: 160, host: 'A', do: 'send', text: 'hello' },
    { at: 320, host: 'A', do: 'close' },
    { at: 440, host: 'B', do: 'close' },
  ],
  until: 200_000,
};

/** Only its opening. */
export const OPENING: Scenario = { ...LIFE, id: 'opening', script: LIFE.script.slice(0, 2) };

/** Nobody listens. */
export const REFUSED: Scenario = { ...LIFE, id: 'refused', script: LIFE.script.slice(1, 2) };

/** An old SYN comes first, and a reset answers what it brings about. */
export const OLD_SYN: Scenario = {
  ...OPENING,
  id: 'old-syn',
  late: { A1: 100 },
  old: [{ at: 60, from: 'A', fromPort: 40001, toPort: 8001, flags: 'SYN', seq: 90 }],
};

/** A segment of a play. */
export function sentIn(scenario: Scenario, name: string, lose: readonly string[] = []) {
  const run = play(ASKED, scenario, lose);
  return { run, sent: segmentCalled(ASKED, run, name) };
}
