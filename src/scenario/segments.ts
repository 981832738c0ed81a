import { ctl, type Ctl, NO_DATA, type Segment } from '#tcp';
import { ScenarioError } from './call.ts';
import type { OldSegment, Scenario } from './scenario.ts';

const BITS: Readonly<Record<OldSegment['flags'], Partial<Ctl>>> = {
  SYN: { syn: true },
  ACK: { ack: true },
  RST: { rst: true },
  'FIN,ACK': { fin: true, ack: true },
};

/** The segment of an earlier incarnation that a scenario lets turn up. Throws ScenarioError. */
export function oldSegment(old: OldSegment, scenario: Scenario): Segment {
  const [a, b] = scenario.hosts;
  const hostCalled = (name: string) => {
    const host = scenario.hosts.find((one) => one.name === name);
    if (host === undefined) throw new ScenarioError(`${scenario.id}: there is no host ${name}`);
    return host;
  };
  const from = hostCalled(old.from);
  const to = hostCalled(old.to ?? (old.from === a.name ? b.name : a.name));
  return {
    src: { address: from.address, port: old.fromPort },
    dst: { address: to.address, port: old.toPort },
    seq: old.seq,
    ack: old.ack ?? 0,
    ctl: ctl(BITS[old.flags]),
    wnd: 65_535,
    up: 0,
    data: NO_DATA,
    options: {},
  };
}
