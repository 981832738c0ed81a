import type { OldSegment, Scenario, ScenarioHost, ScriptLine } from '#scenario/scenario.ts';
import { configOf } from './config.ts';
import type { OldDeed, TimedDeed } from './deed.ts';
import { addressOf, isLeft, networkOf, traitsOf } from './network.ts';
import type { Session } from './session.ts';
import { hostNames, type HostName, type Setup } from './setup.ts';

/** So many initial sequence numbers a host has; each opening takes one. */
const NUMBERS = 24;
/** How far apart those are that nobody named. */
const APART = 1_000;

/** Before time 0 those listen that do so from the beginning. */
const STAGE = -1;

/**
 * A session as a scenario, up to `until` (ms): the playground has no other way to run anything, so
 * what a reader saved for a chapter is what they saw.
 */
export function toScenario({ setup, deeds }: Session, until: number): Scenario {
  const names = hostNames(setup);
  const [a, b, ...more] = names.map((name) => hostOf(name, setup));
  if (a === undefined || b === undefined) throw new RangeError('a playground needs two hosts');
  const { road, seed } = setup;
  const isPlain = names.length === 2 && road.routers === 0 && !road.nat;
  const { loss, ...link } = traitsOf(road);
  const old = deeds.flatMap(({ at, deed }) => (deed.do === 'old' ? [oldOf(at, deed, setup)] : []));
  return {
    id: 'playground',
    hosts: [a, b, ...more],
    delay: road.delay,
    ...(isPlain && Object.keys(link).length > 0 && { link }),
    ...(isPlain && loss !== undefined && { loss }),
    ...(!isPlain && { network: networkOf(setup) }),
    script: [...listeners(setup), ...deeds.flatMap(lineOf)],
    ...(old.length > 0 && { old }),
    ...(seed !== 1 && { seed }),
    until,
  };
}

function hostOf(name: HostName, setup: Setup): ScenarioHost {
  const host = setup.hosts[hostNames(setup).indexOf(name)];
  if (host === undefined) throw new RangeError(`there is no host ${name}`);
  const config = configOf(host);
  return {
    name,
    title: isLeft(name) ? 'client' : 'server',
    address: addressOf(name, setup),
    isn: numbersFrom(host.isn),
    ...(Object.keys(config).length > 0 && { config }),
    ...(host.ttl !== 64 && { ttl: host.ttl }),
  };
}

/** The numbers that were named, and some more: nobody sees the same one twice. */
function numbersFrom(named: readonly number[]): readonly number[] {
  const last = named.at(-1) ?? 0;
  const more = Array.from({ length: NUMBERS - named.length }, (_, i) => last + (i + 1) * APART);
  return [...named, ...more.map((n) => n >>> 0)];
}

function listeners(setup: Setup): readonly ScriptLine[] {
  return hostNames(setup).flatMap((host, i): ScriptLine[] => {
    const port = setup.hosts[i]?.listens ?? null;
    return port === null ? [] : [{ at: STAGE, host, do: 'listen', port }];
  });
}

function lineOf({ at, deed }: TimedDeed): readonly ScriptLine[] {
  switch (deed.do) {
    case 'open': {
      const { host, to, port, from } = deed;
      return [{ at, host, do: 'connect', to: `${to}:${port}`, from }];
    }
    case 'leave': {
      const { host, conn } = deed;
      return [{ at, host, conn, do: 'close', halfDuplex: true }];
    }
    // It stands among those of earlier connections.
    case 'old':
      return [];
    default:
      return [{ at, ...deed }];
  }
}

/** A scenario names the time at which it arrives on a plain way. */
function oldOf(at: number, deed: OldDeed, { road }: Setup): OldSegment {
  const { do: _do, ack, ...segment } = deed;
  return { at: at + road.delay, ...segment, ...(ack > 0 && { ack }) };
}
