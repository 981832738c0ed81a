import type { Deed } from './deed.ts';
import { pairsOf } from './network.ts';
import type { Session } from './session.ts';
import { hostNames, type Setup } from './setup.ts';

/** Are the hosts there that a deed names, and its link? */
export function makesSense(deed: Deed, setup: Setup): boolean {
  const names: readonly string[] = hostNames(setup);
  const hosts = [
    ...('host' in deed ? [deed.host] : []),
    ...('to' in deed ? [deed.to] : []),
    ...(deed.do === 'old' ? [deed.from] : []),
  ];
  if (!hosts.every((host) => names.includes(host))) return false;
  if (!('between' in deed)) return true;
  return pairsOf(setup).some((pair) => pair.join() === deed.between.join());
}

/** The session on another road or with other hosts, without the deeds that make no sense there. */
export function moved(session: Session, setup: Setup): Session {
  return { setup, deeds: session.deeds.filter(({ deed }) => makesSense(deed, setup)) };
}
