import { PLAIN_ROAD, PLAIN_SETUP, plainHost, type RoadSetup, type Setup } from '../model/setup.ts';
import { OPENS } from './figures.ts';
import type { Preset } from './preset.ts';

const along = (road: Partial<RoadSetup>, more: Partial<Setup> = {}): Setup => ({
  ...PLAIN_SETUP,
  ...more,
  road: { ...PLAIN_ROAD, ...road },
});

/** What routers and NATs do, and what a lossy road does. */
export const ROADS: readonly Preset[] = [
  {
    id: 'ttl',
    kind: 'road',
    session: {
      setup: along(
        { delay: 60, routers: 2 },
        { hosts: [{ ...plainHost(0), ttl: 2 }, plainHost(1)] },
      ),
      deeds: [OPENS],
    },
    now: 50,
    shows: { A: 'SYN-SENT' },
  },
  {
    id: 'nat',
    kind: 'road',
    session: {
      setup: along(
        { delay: 60, nat: true, routers: 1 },
        { hosts: [plainHost(0), plainHost(1), plainHost(2)] },
      ),
      deeds: [
        OPENS,
        { at: 200, deed: { host: 'C', do: 'open', to: 'B', port: 8001, from: 40_001 } },
      ],
    },
    now: 380,
    shows: { A: 'ESTABLISHED', C: 'ESTABLISHED' },
  },
  {
    id: 'loss',
    kind: 'road',
    session: {
      setup: PLAIN_SETUP,
      deeds: [OPENS, { at: 20, deed: { do: 'drop', segment: 'A1' } }],
    },
    now: 1_120,
    shows: { A: 'ESTABLISHED', B: 'ESTABLISHED' },
  },
];
