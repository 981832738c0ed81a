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
 * The rule at which a plank and the reference part. It is the one that the reference followed, unless
 * the plank's host gave up at an earlier check of the same section: then that check went wrong.
 * `null` if nothing names one.
 */
export function ruleOf(
  ours: Reasons,
  theirs: Reasons | undefined,
  what: Divergence['what'],
): RuleId | null {
  const rule = followed(ours, what);
  const other = theirs === undefined ? null : followed(theirs, what);
  if (rule === null || other === null) return rule;
  const [check, earlier] = [checkOf(rule), checkOf(other)];
  return check.section === earlier.section && earlier.step < check.step ? other : rule;
}

/** Which step of a section's checks a rule is: `3.10.7.4/5`. */
function checkOf(rule: RuleId): { readonly section: string; readonly step: number } {
  const [section = '', step] = rule.split('/');
  return { section, step: /^3\.10\.7\./.test(section) ? Number(step) : Number.NaN };
}

/** The rule of the effect in which two hosts differ, or of what one of them did instead. */
function followed({ effects, cites = [] }: Reasons, what: Divergence['what']): RuleId | null {
  const own = effects.filter(({ type }) => type === EFFECT_OF[what]);
  const instead = effects.filter(({ type }) => type === 'drop' || type === 'state');
  const rules = [...own, ...instead].flatMap(({ rule }) => rule ?? []);
  // A timer follows from what was done; its rule says nothing of why that was done.
  const others = effects.filter(({ type, rule }) => type !== 'timer' && rule !== null);
  return rules[0] ?? cites.at(-1) ?? others[0]?.rule ?? null;
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
export function brokenIn(run: Run, { outcome, divergence }: Failure): string {
  if (isCalls(run) || divergence === null) return '';
  const entry = entryAt(run, divergence);
  const { record } = outcome;
  const theirs = 'entries' in record ? record.entries[divergence.theirsAt ?? -1] : undefined;
  const rule = entry === undefined ? null : ruleOf(entry, theirs, divergence.what);
  return rule === null ? '' : placeOf(rule);
}

function entryAt(run: HostRun, { referenceAt }: Divergence) {
  return replay(reference, run, undefined, { diffs: false }).entries[referenceAt ?? -1];
}
