import type { Segment } from '#tcp';
import { seededRandom } from '#network/random.ts';
import { segmentToDatagram } from '#wire/segment.ts';
import type { Link } from './link.ts';
import { segmentText } from './packet-text.ts';

export type Direction = 'to kernel' | 'to engine';
export type Match = (seg: Segment) => boolean;

/** What may happen to a packet on its way. Shares from 0 to 1, times in ms. */
export interface Weather {
  readonly seed: number;
  readonly loss: number;
  readonly duplication: number;
  /** Each packet takes between `delay` and `delay + jitter` ms; jitter lets one overtake another. */
  readonly delay: number;
  readonly jitter: number;
}

/** A rule for packets that match, in force until it is ended. */
export interface Rule {
  /** The first packet it met; waits for it. */
  readonly met: Promise<Segment>;
  /** How many packets it met. */
  count(): number;
  /**
   * Ends it. A rule that holds packets back waits for the first one and lets it go on; copies of it
   * stay lost.
   */
  end(): Promise<void>;
}

/** The way between kernel and engine, with all that happens on it. */
export interface Path {
  carry(seg: Segment, direction: Direction): void;
  /** Hands the kernel a packet that is no segment. */
  inject(packet: Uint8Array, what: string): void;
  note(direction: Direction, what: string): void;
  /** The time to live of what we send from now on. */
  setTtl(ttl: number): void;
  /** Loses what matches, `most` packets of it if given. */
  lose(direction: Direction, match: Match, most?: number): Rule;
  /** Keeps back what matches: the first packet waits, further ones are lost. */
  hold(direction: Direction, match: Match): Rule;
  /** Every segment that was sent, whatever became of it. */
  sent(direction: Direction): readonly Segment[];
  /** The packets so far, one line each. */
  log(): readonly string[];
}

interface ActiveRule {
  readonly direction: Direction;
  readonly match: Match;
  take(seg: Segment): void;
  readonly fate: string;
}

/** Makes the way. `toEngine` takes what the kernel sent. */
export function createPath(
  link: Link,
  toEngine: (seg: Segment) => void,
  weather: Weather | null,
): Path {
  const start = performance.now();
  const lines: string[] = [];
  let ttl = 64;
  const rules = new Set<ActiveRule>();
  const segments: Record<Direction, Segment[]> = { 'to kernel': [], 'to engine': [] };
  const fates = {
    'to kernel': seededRandom(weather?.seed ?? 0),
    'to engine': seededRandom((weather?.seed ?? 0) + 1),
  };

  const note = (direction: Direction, what: string) => {
    const t = (performance.now() - start).toFixed(1).padStart(9);
    lines.push(`${t} ms  ${direction}  ${what}`);
  };

  const deliver = (seg: Segment, direction: Direction) => {
    if (direction === 'to kernel') link.send(segmentToDatagram(seg, { ttl }));
    else toEngine(seg);
  };

  /** The `n`th packet of a direction always draws the same numbers: four each. */
  const weatherFor = (direction: Direction) => {
    if (weather === null) return { copies: 1, delays: [0, 0] };
    const [lost = 0, twice = 0, first = 0, second = 0] = [1, 2, 3, 4].map(() => fates[direction]());
    const copies = lost < weather.loss ? 0 : twice < weather.duplication ? 2 : 1;
    return {
      copies,
      delays: [first, second].map((share) => weather.delay + share * weather.jitter),
    };
  };

  const send = (seg: Segment, direction: Direction) => {
    const { copies, delays } = weatherFor(direction);
    const fate = ['  LOST', '', '  TWICE'][copies] ?? '';
    note(direction, `${segmentText(seg)}${fate}`);
    for (const delay of delays.slice(0, copies)) {
      if (delay === 0) deliver(seg, direction);
      else setTimeout(() => deliver(seg, direction), delay);
    }
  };

  const addRule = (direction: Direction, match: Match, holds: boolean, most: number): Rule => {
    const met = Promise.withResolvers<Segment>();
    let count = 0;
    let kept: Segment | null = null;
    const rule: ActiveRule = {
      direction,
      match,
      fate: holds ? 'HELD' : 'LOST',
      take(seg) {
        count += 1;
        if (count === most) rules.delete(rule);
        if (count > 1) return;
        if (holds) kept = seg;
        met.resolve(seg);
      },
    };
    rules.add(rule);
    return {
      met: met.promise,
      count: () => count,
      async end() {
        if (holds) await met.promise;
        rules.delete(rule);
        if (kept === null) return;
        note(direction, `${segmentText(kept)}  RELEASED`);
        deliver(kept, direction);
        kept = null;
      },
    };
  };

  return {
    carry(seg, direction) {
      segments[direction].push(seg);
      const rule = [...rules].find((one) => one.direction === direction && one.match(seg));
      if (rule === undefined) return send(seg, direction);
      note(direction, `${segmentText(seg)}  ${rule.fate}`);
      rule.take(seg);
    },
    inject(packet, what) {
      note('to kernel', what);
      link.send(packet);
    },
    note,
    setTtl: (value) => (ttl = value),
    lose: (direction, match, most = Infinity) => addRule(direction, match, false, most),
    hold: (direction, match) => addRule(direction, match, true, Infinity),
    sent: (direction) => segments[direction],
    log: () => lines,
  };
}
