import { PROFILES, type Config, type Endpoint, type PortTable, type PortUse } from '#tcp';
import type { Case } from './case.ts';

const HERE = '192.0.2.1';
const here = (port: number): Endpoint => ({ address: HERE, port });
const server = (port: number): Endpoint => ({ address: '192.0.2.99', port });

/** Linux with three ports. */
const few: Config = { ...PROFILES.linux, ephemeralPorts: [40_000, 40_002] };
const request = { local: here(0), reuse: false };

const use = (over: Partial<PortUse>): PortUse => ({
  local: here(5000),
  remote: null,
  state: 'CLOSED',
  bound: true,
  reuse: false,
  timestampAt: null,
  ...over,
});

const table = (uses: readonly PortUse[]): PortTable => ({
  addresses: [HERE],
  offset: 0,
  between: (local, remote) =>
    uses.find(
      (one) =>
        one.local.port === local.port &&
        one.remote?.port === remote.port &&
        one.remote.address === remote.address,
    ) ?? null,
  on: (port) => uses.filter(({ local }) => local.port === port),
});

const allWaiting = (timestampAt: number | null) =>
  table(
    [40_000, 40_001, 40_002].map((port) =>
      use({
        local: here(port),
        remote: server(80),
        state: 'TIME-WAIT',
        bound: false,
        timestampAt,
      }),
    ),
  );

export const portCases: readonly Case[] = [
  {
    name: 'ports run out towards one destination only',
    holds: ({ functions: { allocatePort } }) =>
      allocatePort(request, server(80), allWaiting(null), 0, few) === 'EADDRNOTAVAIL' &&
      allocatePort(request, server(81), allWaiting(null), 0, few) === 40_000,
  },
  {
    name: 'a TIME-WAIT keeps its port',
    holds: ({ functions: { allocatePort } }) =>
      allocatePort(request, server(80), allWaiting(0), 60_000, few) === 'EADDRNOTAVAIL' &&
      allocatePort(request, server(80), allWaiting(0), 1_000, {
        ...few,
        reuseTimeWait: 'always',
      }) === 'EADDRNOTAVAIL',
  },
  {
    name: 'reserved ports are not given out',
    holds: ({ functions: { allocatePort } }) =>
      allocatePort(request, server(80), table([]), 0, { ...few, reservedPorts: [40_000] }) ===
      40_001,
  },
  {
    name: 'SO_REUSEADDR does not push a listener aside',
    holds: ({ functions: { mayBind } }) =>
      Object.values(PROFILES).every(
        (config) =>
          mayBind(
            { local: here(5000), reuse: true },
            table([use({ state: 'LISTEN', reuse: true })]),
            config,
          ) === 'EADDRINUSE',
      ),
  },
  {
    name: 'Linux asks both sides for SO_REUSEADDR',
    holds({ functions: { mayBind } }) {
      const bind = (reuse: boolean) =>
        mayBind(
          { local: here(5000), reuse: true },
          table([use({ remote: server(40_000), state: 'TIME-WAIT', bound: false, reuse })]),
          PROFILES.linux,
        );
      return bind(false) === 'EADDRINUSE' && bind(true) === null;
    },
  },
];
