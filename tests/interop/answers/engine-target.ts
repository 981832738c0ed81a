import { PROFILES, reference, type Segment } from '#tcp';
import { createHost } from '#network/host.ts';
import type { HostStep } from '#network/host-types.ts';
import { endsOf } from '../world/addresses.ts';
import { MOST_READ, wantsReceive } from '../world/reading.ts';
import { KERNEL_WINDOW } from './reach.ts';
import type { Target } from './target.ts';

const LISTENER = 'listener';
const CALLER = 'caller';

/** As long as the kernel gets, in virtual time. */
const SETTLED = 70;

/** The engine in profile `linux` as a target, in virtual time. */
export function engineTarget(): Target {
  // The kernel's place in the world is the engine's here: it is the target.
  const { kernel: local, engine: peer } = endsOf(0, 4);
  const host = createHost({
    engine: reference,
    config: { ...PROFILES.linux, rcvBuf: KERNEL_WINDOW },
  });
  const sent: Segment[] = [];
  let now = 1_000;
  let child = '';

  const note = ({ conn, effects }: HostStep) => {
    if (conn.startsWith(`${LISTENER}.`)) child = conn;
    for (const effect of effects) if (effect.type === 'send') sent.push(effect.seg);
    if (wantsReceive(host.tcb(conn))) {
      note(host.call(conn, { type: 'RECEIVE', max: MOST_READ }, now));
    }
  };
  const name = () => (host.tcb(CALLER) === null ? child : CALLER);

  return {
    local,
    peer,
    listen() {
      note(host.call(LISTENER, { type: 'OPEN', mode: 'passive', local }, now));
      return Promise.resolve();
    },
    connect: () =>
      note(host.call(CALLER, { type: 'OPEN', mode: 'active', local, remote: peer }, now)),
    finish() {
      note(host.call(name(), { type: 'CLOSE' }, now));
      return Promise.resolve();
    },
    give: (seg) => note(host.receive(seg, now)),
    sent: () => sent,
    settle() {
      const end = now + SETTLED;
      for (let due = host.nextTimer(); due !== null && due.at <= end; due = host.nextTimer()) {
        now = Math.max(now, due.at);
        note(host.fire(due, now));
      }
      now = end;
      return Promise.resolve();
    },
    state: () => Promise.resolve(host.tcb(name())?.state ?? 'CLOSED'),
    end: () => {},
  };
}
