import { step, type Endpoint, type Engine } from '#tcp';
import { arrival, env, from, inState, PEER, US } from '#tcp/fixtures.ts';
import type { Case } from './case.ts';

/** Does a listener say nothing to a SYN between these two, and stay what it is? */
function isSilent(engine: Engine, src: Endpoint, dst: Endpoint): boolean {
  const syn = from({ syn: true }, { src, dst, ack: 0 });
  const { tcb, effects } = step(engine, inState('LISTEN'), arrival(syn), env);
  return tcb?.state === 'LISTEN' && effects.every(({ type }) => type !== 'send');
}

/** What packetdrill cannot say: it has one address at each end. */
export const addressCases: readonly Case[] = [
  {
    name: 'a SYN to many hosts is not answered',
    holds: (engine) =>
      ['224.0.0.1', '239.255.255.255', '255.255.255.255', 'ff02::1'].every((address) =>
        isSilent(engine, PEER, { ...US, address }),
      ) && !isSilent(engine, PEER, US),
  },
  {
    name: 'a SYN from no single host is not answered',
    holds: (engine) =>
      ['224.0.0.1', '255.255.255.255', '0.0.0.0', '::', 'ff02::1'].every((address) =>
        isSilent(engine, { ...PEER, address }, US),
      ) && !isSilent(engine, PEER, US),
  },
];
