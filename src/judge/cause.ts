import { eventOf, replay, type HostRun } from '#network/replay.ts';
import { differingFields, flagsOf } from '#scenario/packetdrill/segment-line.ts';
import { isCalls, type Outcome, type Run } from '#sandbox/sandbox.ts';
import { reference, type Segment } from '#tcp';
import type { Failure } from './print.ts';
import type { Divergence, Observed } from './report.ts';

/**
 * Of what kind a failure is: what was going on, and what differs how. The text holds no absolute
 * number: the same mistake, seen in another case or elsewhere on the ring, leaves the same text.
 */
export function causeOf(run: Run, { outcome, divergence }: Failure): string {
  if (isCalls(run)) return `${run.call} ${outcome.kind} ${messageKind(outcome)}`;
  if (divergence === null) return `${outcome.kind} ${messageKind(outcome)}`;
  return `${eventKind(run, divergence)}: ${differenceKind(divergence)}`;
}

/** The same message, whatever numbers and names it quotes. */
function messageKind(outcome: Outcome): string {
  return 'message' in outcome ? outcome.message.replaceAll(/\d+/g, '#') : '';
}

/** The state in which the reference took the event, and the event's kind. */
function eventKind(run: HostRun, { cause, referenceAt }: Divergence): string {
  const entry = replay(reference, run).entries[referenceAt ?? -1];
  const state = entry?.before ?? '';
  if (cause === null || 'call' in cause) return state;
  if ('timer' in cause) return `${state} ${cause.timer}`;
  const input = run.inputs[cause.input];
  return `${state} ${(input && eventOf(input)?.type) ?? ''}`;
}

function differenceKind({ what, expected, actual }: Divergence): string {
  if (expected === null || actual === null) {
    const [whose, side] = expected === null ? ['theirs', actual] : ['ours', expected];
    return `only ${whose} ${side === null ? '' : sentKind(side.sent)}`;
  }
  switch (what) {
    case 'event':
    case 'segments':
      return segmentsKind(expected.sent, actual.sent);
    case 'state':
      return `${actual.after} for ${expected.after}`;
    case 'signals':
      return `tells ${toldKind(actual)} for ${toldKind(expected)}`;
    case 'octets':
      return octetsKind(expected, actual);
  }
}

function sentKind(sent: readonly Segment[]): string {
  return sent.length === 0 ? 'nothing' : sent.map(({ ctl }) => flagsOf(ctl)).join(' ');
}

/** Which segments stand for which, or what is wrong with the first that is not as it should be. */
function segmentsKind(expected: readonly Segment[], actual: readonly Segment[]): string {
  const [want, have] = [sentKind(expected), sentKind(actual)];
  if (want !== have) return `sends ${have} for ${want}`;
  const wrong = expected.flatMap((seg, i) => {
    const other = actual[i];
    return other === undefined ? [] : [differingFields(other, seg)];
  });
  return `sends ${want} with another ${wrong.find((fields) => fields.length > 0)?.join() ?? ''}`;
}

function toldKind({ signals }: Observed): string {
  return signals.join() || 'nothing';
}

function octetsKind(expected: Observed, actual: Observed): string {
  const more = actual.delivered.length - expected.delivered.length;
  return `${more === 0 ? 'other' : more > 0 ? 'more' : 'fewer'} octets`;
}
