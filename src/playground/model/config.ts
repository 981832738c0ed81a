import { type Config, PROFILES } from '#tcp';
import type { HostSetup } from './setup.ts';

/** The settings of a host's TCP that differ from the RFC's. */
export function configOf(host: HostSetup): Partial<Config> {
  const { msl, rtoInitial, rtoMin, delayedAck, rfc1337, reopen } = host;
  const tuned: Partial<Config> = {
    ...(msl !== null && { msl }),
    ...(rtoInitial !== null && { rtoInitial }),
    ...(rtoMin !== null && { rtoMin }),
    ...(delayedAck !== null && { delayedAck }),
    ...(rfc1337 !== null && { resetInTimeWait: rfc1337 ? 'ignore' : 'delete' }),
    ...(reopen !== null && { reopen }),
  };
  const wanted: Config = { ...PROFILES[host.profile], ...tuned };
  const plain = new Map<string, unknown>(Object.entries(PROFILES.rfc9293));
  const differs = ([key, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(plain.get(key));
  return Object.fromEntries(Object.entries(wanted).filter(differs));
}

/** A host's settings with everything in them. */
export function wholeConfig(host: HostSetup): Config {
  return { ...PROFILES.rfc9293, ...configOf(host) };
}
