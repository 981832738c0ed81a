import { replay, type HostRun } from '#network/replay.ts';
import { isCalls, type Run } from '#sandbox/sandbox.ts';
import { reference, type Effect, type RuleId } from '#tcp';
import type { Failure } from './print.ts';
import type { Divergence } from './report.ts';

/** What a step did and why, as a record or a trace holds it. */
interface Reasons {
  readonly effects: readonly Effect[];
  readonly cites?: readonly RuleId[];
}

const EFFECT_OF: Readonly<Record<Divergence['what'], Effect['type']>> = {
  event: 'send',
  segments: 'send',
  state: 'state',
  signals: 'signal',
  octets: 'deliver',
};

/**
 * The rule that the reference followed where a plank did otherwise: that of the effect in which they
 * differ, or of what it did instead. `null` if it names none.
 */
export function ruleOf({ effects, cites = [] }: Reasons, what: Divergence['what']): RuleId | null {
  const own = effects.filter(({ type }) => type === EFFECT_OF[what]);
  const instead = effects.filter(({ type }) => type === 'drop' || type === 'state');
  const rules = [...own, ...instead].flatMap(({ rule }) => rule ?? []);
  return rules[0] ?? cites.at(-1) ?? effects.find(({ rule }) => rule !== null)?.rule ?? null;
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];

/** Where a rule stands, as the first line of a script says it: `3.10.7.2, third`; `RFC 6298, 5.1`. */
export function placeOf(rule: RuleId): string {
  const [section = '', step] = rule.split('/');
  const rfc = /^RFC(\d+)$/.exec(section)?.[1];
  if (rfc !== undefined) return step === undefined ? `RFC ${rfc}` : `RFC ${rfc}, ${step}`;
  const ordinal = ORDINALS[Number(step) - 1];
  return ordinal === undefined ? section : `${section}, ${ordinal}`;
}

/** The place in the RFC that a run is about which failed: empty if nothing names one. */
export function brokenIn(run: Run, { divergence }: Failure): string {
  if (isCalls(run) || divergence === null) return '';
  const entry = entryAt(run, divergence);
  const rule = entry === undefined ? null : ruleOf(entry, divergence.what);
  return rule === null ? '' : placeOf(rule);
}

function entryAt(run: HostRun, { referenceAt }: Divergence) {
  return replay(reference, run, undefined, { diffs: false }).entries[referenceAt ?? -1];
}
