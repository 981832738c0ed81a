import { runScenario } from '#scenario/run.ts';
import type { Scenario } from '#scenario/scenario.ts';

import { quantile } from './statistics.ts';

/** A connection is opened and closed again, both ways: seven segments. */
const OPEN_AND_CLOSE: Scenario = {
  id: 'bench',
  hosts: [
    { name: 'A', title: 'client', address: '10.77.0.1', isn: [100] },
    { name: 'B', title: 'server', address: '10.77.0.2', isn: [300] },
  ],
  delay: 1,
  script: [
    { at: 0, host: 'B', do: 'listen', port: 8001 },
    { at: 1, host: 'A', do: 'connect', to: 'B:8001', from: 40001 },
    { at: 10, host: 'A', do: 'close' },
    { at: 20, host: 'B', do: 'close' },
  ],
  until: 1_000,
};

const ROUNDS = 30;
const PER_ROUND = 100;

/** Connections opened and closed per second, Trace included: the median of several rounds. */
export function connectionsPerSecond(): number {
  for (let n = 0; n < PER_ROUND; n += 1) runScenario(OPEN_AND_CLOSE);
  const rates = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    for (let n = 0; n < PER_ROUND; n += 1) runScenario(OPEN_AND_CLOSE);
    return (PER_ROUND * 1000) / (performance.now() - start);
  });
  return quantile(rates, 0.5);
}
