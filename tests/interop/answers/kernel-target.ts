import { setTimeout as sleep } from 'node:timers/promises';
import type { Segment } from '#tcp';
import { segmentFromDatagram, segmentToDatagram } from '#wire/segment.ts';
import { endsOf } from '../world/addresses.ts';
import { createKernelEnd, type KernelListener } from '../world/kernel-end.ts';
import type { Link } from '../world/link.ts';
import { snapshot, ssKey } from '../world/ss.ts';
import type { Target } from './target.ts';

/** The kernel as a target, at the `n`th pair of ends. It gets `patience` ms to do what it does. */
export function kernelTarget(link: Link, n: number, patience: number): Target {
  const { kernel: local, engine: peer } = endsOf(n, 4);
  const programs = createKernelEnd(local, peer);
  const sent: Segment[] = [];
  link.attach(peer.address, (packet) => {
    const seg = segmentFromDatagram(packet);
    if (seg.ok) sent.push(seg.value);
  });
  let listener: KernelListener | null = null;
  let caller: ReturnType<typeof programs.connect> | null = null;
  return {
    local,
    peer,
    async listen() {
      listener = await programs.listen();
    },
    connect() {
      caller = programs.connect();
    },
    async finish() {
      const socket = caller ?? (await listener?.accept());
      socket?.finish();
    },
    give: (seg) => link.send(segmentToDatagram(seg)),
    sent: () => sent,
    settle: () => sleep(patience),
    state: async () => (await snapshot()).get(ssKey(local, peer)) ?? 'CLOSED',
    end() {
      programs.stop();
      link.detach(peer.address);
    },
  };
}
