import type { HostStep } from './host-types.ts';
import type { Actor } from './world-types.ts';
import type { HostEntry, HostRecord, Input } from './replay.ts';

/** What is known of a host that runs elsewhere: what it was given, and what it did. */
export interface Known {
  readonly inputs: readonly Input[];
  /** Its steps, those of timers that nothing came before included. */
  readonly record: HostRecord;
  /** Where its code failed, if it did: there is nothing in the record from then on. */
  readonly fails: FailsAt | null;
}

/** The input, by its place, or the timer (ms) that a host did not survive. */
export type FailsAt = { readonly input: number } | { readonly t: number };

/** Thrown where the world gives a host something that its record does not know yet. */
export class Unasked extends Error {
  override readonly name = 'Unasked';
  readonly host: string;
  readonly input: Input;

  constructor(host: string, input: Input) {
    super(`${host}: the record does not know what comes of an input at ${input.at} ms`);
    this.host = host;
    this.input = input;
  }
}

/** Why a host cannot go on: its code failed; its record has a hole; there is no end to what it does. */
export type Halt = 'failed' | 'gap' | 'endless';

/** Thrown where the world comes to an event from which a host does not go on. */
export class Halted extends Error {
  override readonly name = 'Halted';
  readonly host: string;
  readonly why: Halt;
  /** Virtual time, ms. */
  readonly t: number;

  constructor(host: string, why: Halt, t: number) {
    super(`${host} stops at ${t} ms: ${why}`);
    this.host = host;
    this.why = why;
    this.t = t;
  }
}

/** Nobody looks at a run in which one host does more than this. */
const MOST_EFFECTS = 300;

/** A host that does in a world what it was recorded to do. */
export interface RecordedHost extends Actor {
  /** The steps that the world has seen so far, in order. */
  readonly taken: readonly HostEntry[];
  /** How many inputs it has taken. */
  readonly answered: number;
}

/**
 * A host that plays back what one like it did when it was run by itself, on the same inputs, in
 * another place. It throws Unasked for an input that goes beyond them: who runs the world then asks
 * for a longer record, and runs the world again. Throws Halted.
 */
export function recordedHost(name: string, known: Known): RecordedHost {
  const { inputs, record, fails } = known;
  const { entries } = record;
  const taken: HostEntry[] = [];
  const living = new Set<string>();
  let given = 0;
  let effects = 0;

  const next = () => entries[taken.length];
  const take = (entry: HostEntry): HostStep => {
    taken.push(entry);
    effects += entry.effects.length;
    if (effects > MOST_EFFECTS) throw new Halted(name, 'endless', entry.t);
    const { conn, before, after } = entry;
    // A listener's child that comes back to LISTEN is gone; the listener never left.
    const isOver = after === 'CLOSED' || (after === 'LISTEN' && before === 'SYN-RECEIVED');
    if (isOver) living.delete(conn);
    else living.add(conn);
    return entry;
  };

  /** The step that an input led to; `null`: none. */
  const give = (input: Input): HostStep | null => {
    const place = given;
    if (place === inputs.length) throw new Unasked(name, input);
    if (fails !== null && 'input' in fails && fails.input === place) {
      throw new Halted(name, 'failed', input.at);
    }
    given++;
    const entry = next();
    const isIts = entry !== undefined && 'input' in entry.cause && entry.cause.input === place;
    if (!isIts) return null;
    if (entry.t !== input.at) throw new Halted(name, 'gap', input.at);
    return take(entry);
  };
  const mustGive = (input: Input): HostStep => {
    const step = give(input);
    if (step === null) throw new Halted(name, 'gap', input.at);
    return step;
  };

  /** The timer that goes off next, as far as nothing comes before it. */
  const pending = () => {
    const entry = next();
    if (entry !== undefined) {
      return 'timer' in entry.cause
        ? { at: entry.t, conn: entry.conn, timer: entry.cause.timer }
        : null;
    }
    const isDue = fails !== null && 't' in fails && given === inputs.length;
    return isDue ? { at: fails.t, conn: '', timer: 'RETRANSMISSION' as const } : null;
  };

  return {
    taken,
    get answered() {
      return given;
    },
    call: (conn, call, at) => mustGive({ kind: 'call', at, conn, call }),
    receive: (seg, at) => mustGive({ kind: 'segment', at, seg }),
    icmp: (message, at) => give({ kind: 'icmp', at, message }),
    nextDue: () => pending()?.at ?? Number.POSITIVE_INFINITY,
    nextTimer: pending,
    fire(_pending, now) {
      const entry = next();
      if (entry === undefined) throw new Halted(name, 'failed', now);
      if (!('timer' in entry.cause)) throw new Halted(name, 'gap', now);
      return take(entry);
    },
    names: () => [...living],
    crash(now) {
      give({ kind: 'crash', at: now });
      living.clear();
    },
  };
}
