import type { Forged, Grip } from '#network/world.ts';
import { ctl, type Ctl, NO_CTL, NO_DATA, type Segment } from '#tcp';
import { ScenarioError } from './call.ts';
import type { Forgery, OldSegment, Scenario, SegmentLine } from './scenario.ts';

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
    data: old.text === undefined ? NO_DATA : new TextEncoder().encode(old.text),
    options: old.ts === undefined ? {} : { ts: old.ts },
  };
}

/** A line of the script about a segment as what the network does with it. Throws ScenarioError. */
export function gripOf(line: SegmentLine): Grip {
  switch (line.do) {
    case 'drop':
      return { do: 'drop' };
    case 'delay':
    case 'duplicate':
      return { do: line.do, by: line.by };
    case 'swap':
      return { do: 'swap', with: line.with };
    case 'edit':
      return { do: 'edit', forged: forgedBy(line.forgery) };
  }
}

function forgedBy({ seq, ack, wnd, flags, text }: Forgery): Forged {
  return {
    ...(seq === undefined ? {} : { seq }),
    ...(ack === undefined ? {} : { ack }),
    ...(wnd === undefined ? {} : { wnd }),
    ...(flags === undefined ? {} : { ctl: ctlNamed(flags) }),
    ...(text === undefined ? {} : { data: new TextEncoder().encode(text) }),
  };
}

/** The control bits that a script names: `SYN,ACK`. */
function ctlNamed(flags: string): Ctl {
  const names = flags === '' ? [] : flags.toLowerCase().split(',');
  for (const name of names) {
    if (!Object.hasOwn(NO_CTL, name)) {
      throw new ScenarioError(`a forged segment names '${name}', which is no control bit`);
    }
  }
  return ctl(Object.fromEntries(names.map((name) => [name, true])));
}
