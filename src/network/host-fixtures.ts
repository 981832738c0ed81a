/* A host and what comes to it, for tests. */
import {
  type Config,
  ctl,
  type Ctl,
  type Endpoint,
  NO_DATA,
  reference,
  RFC9293,
  type Segment,
} from '#tcp';
import { createHost, type Host, type HostStep } from './host.ts';
import { isnFrom } from './isn.ts';

export const HERE = '192.0.2.1';
export const THERE = '192.0.2.2';
export const us: Endpoint = { address: HERE, port: 80 };
/** A socket of the peer. */
export const peer = (port: number): Endpoint => ({ address: THERE, port });

/** A segment to our port 80. */
export const segment = (
  from: Endpoint,
  on: Partial<Ctl>,
  fields: Partial<Segment> = {},
): Segment => ({
  src: from,
  dst: us,
  seq: 0,
  ack: 0,
  ctl: ctl(on),
  wnd: 65_535,
  up: 0,
  data: NO_DATA,
  options: {},
  ...fields,
});

export const ISS = 500;
/** A host whose connections all begin at ISS. */
export const hostWith = (over: Partial<Config> = {}): Host =>
  createHost({
    engine: reference,
    config: { ...RFC9293, ...over },
    isn: isnFrom([ISS]),
    addresses: [HERE],
  });

/** A host that listens on port 80. */
export const listening = (backlog: number | null, over: Partial<Config> = {}): Host => {
  const host = hostWith(over);
  host.call('l', { type: 'OPEN', mode: 'passive', local: us }, 0);
  if (backlog !== null) host.setBacklog('l', backlog);
  return host;
};

/** The peer calls. */
export const syn = (port: number) => segment(peer(port), { syn: true }, { seq: 100 });
/** The peer's ACK of our SYN. */
export const third = (port: number, fields: Partial<Segment> = {}) =>
  segment(peer(port), { ack: true }, { seq: 101, ack: ISS + 1, ...fields });
/** What a step sent. */
export const sent = (step: HostStep) =>
  step.effects.flatMap((effect) => (effect.type === 'send' ? [effect.seg] : []));
/** The control bits of what a step sent. */
export const bits = (step: HostStep) =>
  sent(step).map(({ ctl: on }) =>
    Object.entries(on)
      .filter(([, isSet]) => isSet)
      .map(([bit]) => bit)
      .join(),
  );

/** A connection of a listener, from its SYN to the end of its handshake. */
export const enter = (host: Host, port: number, now = 0) => {
  host.receive(syn(port), now);
  return host.receive(third(port), now);
};
