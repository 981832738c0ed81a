import { type Ctl, ctl } from '#tcp';
import type { Packet } from './packet.ts';
import { WorldError } from './world-error.ts';

/** What is to become of a transmission: it vanishes, arrives twice, damaged, or later by so many ms. */
export type Fate = 'drop' | 'duplicate' | 'corrupt' | { readonly late: number };

/**
 * A fate, and whom it strikes: all that fits all that is given. "The second FIN of A" is
 * `{ from: 'A', flags: 'FIN', nth: 2, fate: 'drop' }`.
 */
export interface ScriptedFate {
  /** The stable name of a transmission: `A1`, `B2`, `R1`; of a copy `A1'`. */
  readonly name?: string;
  /** Who sends it. */
  readonly from?: string;
  /** Control bits that are set, as `SYN,ACK`; others may be set besides. */
  readonly flags?: string;
  /** No others are set, but perhaps PSH. */
  readonly exactly?: boolean;
  /** Does it carry text? */
  readonly text?: boolean;
  /** Was it sent before? */
  readonly again?: boolean;
  /** Only the first, second … of those that fit. */
  readonly nth?: number;
  /** The link where it is struck, by its two nodes; the first of its way unless given. */
  readonly on?: readonly [string, string];
  readonly fate: Fate;
}

/** What the script wants of one crossing of one link. */
export interface Wanted {
  readonly drop: boolean;
  readonly corrupt: boolean;
  readonly copies: number;
  /** ms on top of the link's delay. */
  readonly late: number;
}

/** A packet that is about to cross a link. */
export interface Crossing {
  readonly packet: Packet;
  /** The link by its nodes, and whether it is the first of the packet's way. */
  readonly link: readonly [string, string];
  readonly isFirst: boolean;
}

const NOTHING: Wanted = { drop: false, corrupt: false, copies: 0, late: 0 };
const BITS = Object.keys(ctl({})) as (keyof Ctl)[];

type Matcher = (crossing: Crossing) => boolean;

/**
 * Asks the script about each crossing. `counts` says of each fate how many it has fitted so far; it
 * is written to. Throws WorldError on flags that are none.
 */
export function createFates(
  script: readonly ScriptedFate[],
  counts: number[],
): (crossing: Crossing) => Wanted {
  if (script.length === 0) return () => NOTHING;
  const fates = script.map((one) => ({ one, fits: matcherOf(one) }));
  return (crossing) => {
    const wanted = { ...NOTHING };
    fates.forEach(({ one, fits }, i) => {
      if (!fits(crossing)) return;
      const count = (counts[i] ?? 0) + 1;
      counts[i] = count;
      if (one.nth !== undefined && one.nth !== count) return;
      if (one.fate === 'drop') wanted.drop = true;
      else if (one.fate === 'corrupt') wanted.corrupt = true;
      else if (one.fate === 'duplicate') wanted.copies += 1;
      else wanted.late += one.fate.late;
    });
    return wanted;
  };
}

function matcherOf({ name, from, flags, exactly, text, again, on }: ScriptedFate): Matcher {
  const bits = flags === undefined ? [] : bitsOf(flags);
  const others = exactly === true ? BITS.filter((bit) => bit !== 'psh' && !bits.includes(bit)) : [];
  const isDescribed = flags !== undefined || exactly !== undefined || text !== undefined;
  return ({ packet, link, isFirst }) => {
    if (on === undefined ? !isFirst : !isSame(on, link)) return false;
    if (name !== undefined && name !== packet.name) return false;
    if (from !== undefined && from !== packet.from) return false;
    if (again !== undefined && again !== packet.again) return false;
    const { seg } = packet;
    if (seg === null) return !isDescribed;
    if (text !== undefined && text !== seg.data.length > 0) return false;
    return bits.every((bit) => seg.ctl[bit]) && !others.some((bit) => seg.ctl[bit]);
  };
}

const isSame = (one: readonly [string, string], other: readonly [string, string]): boolean =>
  one.every((node) => other.includes(node));

function bitsOf(flags: string): readonly (keyof Ctl)[] {
  return flags.split(',').map((name) => {
    const bit = BITS.find((known) => known === name.trim().toLowerCase());
    if (bit === undefined) throw new WorldError(`a fate names '${name}', which is no control bit`);
    return bit;
  });
}
