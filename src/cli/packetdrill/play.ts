import { replay } from '#network/replay.ts';
import { PktError, type Place } from '#scenario/packetdrill/ast.ts';
import { checkPkt } from '#scenario/packetdrill/check.ts';
import type { Origin } from '#scenario/packetdrill/numbers.ts';
import { parsePkt } from '#scenario/packetdrill/parse.ts';
import { pktToRun } from '#scenario/packetdrill/run.ts';
import { reference, RFC9293, type Config, type Engine } from '#tcp';

/** The profiles that an engine can be run in. */
export const PROFILES = ['rfc9293'] as const;
export type Profile = (typeof PROFILES)[number];

/** Zero, the two edges of signed 32-bit numbers, and the last number before the wrap. */
export const ISNS: readonly number[] = [0, 1, 0x7fff_ffff, 0xffff_ffff];

export interface PlayOptions {
  readonly profile: Profile;
  /** Maximum segment lifetime, ms. */
  readonly msl: number;
  /** Our initial sequence numbers, one run each. */
  readonly isns: readonly number[];
  readonly engine: Engine;
}

export const DEFAULTS: PlayOptions = {
  profile: 'rfc9293',
  msl: RFC9293.msl,
  isns: ISNS,
  engine: reference,
};

/** Something that is wrong with a script, or with what the engine did. */
export interface Failure {
  /** `null` if the script cannot be played at all. */
  readonly place: Place | null;
  readonly message: string;
  /** Our initial sequence number in the run that failed; `null` if it failed before any run. */
  readonly isn: number | null;
}

export type Outcome =
  | { readonly verdict: 'passed' }
  | { readonly verdict: 'failed'; readonly failures: readonly Failure[] }
  | { readonly verdict: 'skipped'; readonly reason: string };

/**
 * Plays a script against the engine, once for each initial sequence number, strictly: what the
 * script does not expect is a failure. Only the first run that fails is told of.
 */
export function play(source: string, options: PlayOptions = DEFAULTS): Outcome {
  try {
    const script = parsePkt(source);
    if (script.lines.length === 0) throw new Error('there is no line to play');
    const profiles = script.header['profiles'];
    if (profiles !== undefined && !profiles.split(/[\s,]+/).includes(options.profile)) {
      return { verdict: 'skipped', reason: `written for ${profiles}, not for ${options.profile}` };
    }
    const config: Config = { ...RFC9293, msl: options.msl };
    for (const origin of origins(options.isns)) {
      const made = pktToRun(script, { origin, config });
      const problems = checkPkt(made, replay(options.engine, made.run));
      if (problems.length > 0) {
        return {
          verdict: 'failed',
          failures: problems.map((problem) => ({ ...problem, isn: origin.ours })),
        };
      }
    }
    return { verdict: 'passed' };
  } catch (error) {
    return { verdict: 'failed', failures: [refusal(error)] };
  }
}

/** Each number is ours once and the peer's once; they differ, so that sides mixed up show. */
function origins(isns: readonly number[]): readonly Origin[] {
  return isns.map((ours, i) => ({ ours, peer: isns[(i + 1) % isns.length] ?? ours }));
}

function refusal(error: unknown): Failure {
  if (error instanceof PktError) {
    const message = error.message.replace(/^line \d+, column \d+: /, '');
    return { place: error.place, message, isn: null };
  }
  return {
    place: null,
    message: error instanceof Error ? error.message : String(error),
    isn: null,
  };
}
