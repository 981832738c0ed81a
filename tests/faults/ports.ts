import { PROFILES, reference } from '#tcp';
import type { Fault } from './fault.ts';

const { allocatePort, mayBind } = reference.functions;

/** The port clerk (lab 22). */
export const ports: readonly Fault[] = [
  {
    name: 'ports-counted-without-destination',
    says: 'A port that is in use towards one destination is not given out towards another.',
    source: 'Lab 22; behaviour 128; RFC 6056 §3',
    planks: {
      allocatePort: (request, remote, table, now, config) =>
        allocatePort(
          request,
          remote,
          {
            ...table,
            between: ({ port }) => [...table.on(port)].find((use) => use.remote !== null) ?? null,
          },
          now,
          config,
        ),
    },
    killedBy: 'case: ports run out towards one destination only',
  },
  {
    name: 'time-wait-taken-over-at-once',
    says: 'A port whose connection is in TIME-WAIT is given out again at once.',
    source: 'Lab 22; behaviour 128',
    planks: {
      allocatePort: (request, remote, table, now, config) =>
        allocatePort(request, remote, table, now + 3_600_000, {
          ...config,
          reuseTimeWait: 'always',
        }),
    },
    killedBy: 'case: a TIME-WAIT keeps its port',
  },
  {
    name: 'time-wait-taken-over-anywhere',
    says: 'Under tcp_tw_reuse=2 a TIME-WAIT towards another host is taken over.',
    source: 'Lab 22',
    planks: {
      allocatePort: (request, remote, table, now, config) =>
        allocatePort(request, remote, table, now, {
          ...config,
          reuseTimeWait: config.reuseTimeWait === 'never' ? 'never' : 'always',
        }),
    },
    killedBy: 'case: a TIME-WAIT keeps its port',
  },
  {
    name: 'reserved-ports-given-out',
    says: 'Ports that are reserved are given out.',
    source: 'Lab 22',
    planks: {
      allocatePort: (request, remote, table, now, config) =>
        allocatePort(request, remote, table, now, { ...config, reservedPorts: [] }),
    },
    killedBy: 'case: reserved ports are not given out',
  },
  {
    name: 'wrong-error-without-ports',
    says: 'connect() without a free port says EADDRINUSE.',
    source: 'Lab 22',
    planks: {
      allocatePort(...args) {
        const port = allocatePort(...args);
        return port === 'EADDRNOTAVAIL' ? 'EADDRINUSE' : port;
      },
    },
    killedBy: 'case: ports run out towards one destination only',
  },
  {
    name: 'listener-pushed-aside',
    says: 'SO_REUSEADDR lets a program take the port of one that listens.',
    source: 'Lab 22',
    planks: {
      mayBind(request, table, config) {
        const on = (port: number) =>
          [...table.on(port)].filter(({ state }) => !request.reuse || state !== 'LISTEN');
        return mayBind(request, { ...table, on }, config);
      },
    },
    killedBy: 'case: SO_REUSEADDR does not push a listener aside',
  },
  {
    name: 'reuse-asked-of-one-side',
    says: 'On Linux SO_REUSEADDR of the newcomer is enough.',
    source: 'Lab 22',
    planks: {
      mayBind: (request, table, config) =>
        mayBind(request, table, { ...config, reuseAddress: PROFILES.freebsd.reuseAddress }),
    },
    killedBy: 'case: Linux asks both sides for SO_REUSEADDR',
  },
];
