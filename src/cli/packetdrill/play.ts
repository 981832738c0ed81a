import type { HostStep } from '#network/host.ts';
import { PktError, type Place, type Script } from '#scenario/packetdrill/ast.ts';
import { playPkt } from '#scenario/packetdrill/live/play.ts';
import { Skip } from '#scenario/packetdrill/live/skip.ts';
import type { Origin } from '#scenario/packetdrill/numbers.ts';
import { parsePkt } from '#scenario/packetdrill/parse.ts';
import { reference, type Config, type Engine, type ProfileName } from '#tcp';
import { headerFrom } from './header.ts';
import { preprocess } from './preprocess.ts';
import { planFor, type Plan } from './setup.ts';

/**
 * Zero, the two edges of signed 32-bit numbers, the last number before the wrap, and one from which
 * text and windows lie across it.
 */
export const ISNS: readonly number[] = [0, 1, 0x7fff_ffff, 0xffff_ffff, 0xffff_fff0];

export interface PlayOptions {
  readonly profile: ProfileName;
  /** Maximum segment lifetime, ms; `null`: the profile's. A script that pins its own keeps it. */
  readonly msl: number | null;
  /** Our initial sequence numbers, one run each. */
  readonly isns: readonly number[];
  readonly engine: Engine;
  /** Is told of every step that the host takes. */
  onStep?(step: HostStep): void;
}

export const DEFAULTS: PlayOptions = {
  profile: 'rfc9293',
  msl: null,
  isns: ISNS,
  engine: reference,
};

/** Something that is wrong with a script, or with what the engine did. */
export interface Failure {
  /** `null` if the script cannot be played at all. */
  readonly place: Place | null;
  /** `expected …, found …`, or why the script cannot be played. */
  readonly message: string;
  /** What the script wants and what came instead, in the script's own numbers. */
  readonly expected: string | null;
  readonly found: string | null;
  /** The line of the script. */
  readonly line: string | null;
  /** Our initial sequence number in the run that failed; `null` if it failed before any run. */
  readonly isn: number | null;
}

export type Outcome =
  | { readonly verdict: 'passed'; readonly notes: readonly string[] }
  | {
      readonly verdict: 'failed';
      readonly failures: readonly Failure[];
      readonly notes: readonly string[];
    }
  | { readonly verdict: 'skipped'; readonly reason: string };

/**
 * Plays a script against the engine, once for each initial sequence number, strictly: what the
 * script does not expect is a failure. Only the first run that fails is told of. A public script that
 * fails is tried as an earlier version of the system would have it; a note says if that is why it passed.
 */
export function play(source: string, options: PlayOptions = DEFAULTS): Outcome {
  const outcome = attempt(source, options, {});
  if (outcome.verdict !== 'failed' || outcome.failures[0]?.expected === null) return outcome;
  for (const { config, note, pinned } of VERSIONS[options.profile] ?? []) {
    if (source.includes(pinned) || isOurs(source)) continue;
    const other = attempt(source, options, config);
    if (other.verdict === 'passed') return { ...other, notes: [...other.notes, note] };
  }
  return outcome;
}

/** What earlier versions of a system did otherwise; public scripts do not say which they are for. */
const VERSIONS: Readonly<
  Partial<Record<ProfileName, readonly { config: Partial<Config>; note: string; pinned: string }[]>>
> = {
  freebsd: [
    {
      config: { rtoInitial: 3_000 },
      note: 'passed with an initial RTO of 3 s, as FreeBSD had before it took 1 s (RFC 6298)',
      pinned: 'net.inet.tcp.rexmit_initial',
    },
  ],
};

const isOurs = (source: string): boolean => /^\/\/ rfc: /m.test(source);

function attempt(source: string, options: PlayOptions, variant: Partial<Config>): Outcome {
  const { profile, msl, isns, engine, onStep } = options;
  let notes: readonly string[] = [];
  let isn: number | null = null;
  try {
    const script = scriptFrom(source, profile);
    const { profiles } = headerFrom(script.header);
    if (profiles !== null && !profiles.includes(profile)) {
      return {
        verdict: 'skipped',
        reason: `written for ${profiles.join(', ')}, not for ${profile}`,
      };
    }
    const plan = planFor(script, profile, msl, variant);
    notes = plan.notes;
    for (const origin of origins(isns)) {
      isn = origin.ours;
      const { problem, notes: more, steps } = playPkt(script, plan.setup(engine, origin));
      if (onStep !== undefined) for (const step of steps) onStep(step);
      notes = [...new Set([...notes, ...more])];
      requireUnneeded(plan.without, steps);
      if (problem !== null) {
        const { place, message, expected, found } = problem;
        const line = lineAt(source, place);
        return {
          verdict: 'failed',
          failures: [{ place, message, expected, found, line, isn }],
          notes,
        };
      }
    }
    return { verdict: 'passed', notes };
  } catch (error) {
    if (error instanceof Skip) {
      return { verdict: 'skipped', reason: `line ${error.place.line}: ${error.message}` };
    }
    return { verdict: 'failed', failures: [refusal(error, source, isn)], notes };
  }
}

/** TIME-WAIT ignores resets, whatever rule the others are judged by (RFC 1337). @throws Skip */
function requireUnneeded(without: Plan['without'], steps: readonly HostStep[]): void {
  for (const { rule, reason, place } of without) {
    const isNeeded = steps.some(
      ({ before, effects }) =>
        before !== 'TIME-WAIT' &&
        effects.some((effect) => effect.type === 'drop' && effect.rule === rule),
    );
    if (isNeeded) throw new Skip(place, reason);
  }
}

/** Reads a script as a profile sees it. @throws PktError, Error */
export function scriptFrom(source: string, profile: ProfileName): Script {
  const { source: plain, define } = preprocess(source, profile);
  const script = parsePkt(plain, define);
  if (script.lines.length === 0) throw new Error('there is no line to play');
  return script;
}

/** Each number is ours once and the peer's once; they differ, so that sides mixed up show. */
function origins(isns: readonly number[]): readonly Origin[] {
  return isns.map((ours, i) => ({ ours, peer: isns[(i + 1) % isns.length] ?? ours }));
}

function lineAt(source: string, { line }: Place): string | null {
  return source.split('\n')[line - 1]?.trim() ?? null;
}

function refusal(error: unknown, source: string, isn: number | null): Failure {
  const nothing = { expected: null, found: null };
  if (error instanceof PktError) {
    const message = error.message.replace(/^line \d+, column \d+: /, '');
    return {
      ...nothing,
      place: error.place,
      message,
      line: lineAt(source, error.place),
      isn: null,
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { ...nothing, place: null, message, line: null, isn };
}
