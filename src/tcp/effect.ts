import type { Segment } from './segment.ts';
import type { State } from './state.ts';
import type { Timer } from './tcb.ts';

/** What TCP tells its user, in the RFC's words (§3.9.1, §3.10). */
export const SIGNALS = [
  'ok',
  'connection established',
  'connection closing',
  'connection reset',
  'connection refused',
  'connection aborted due to user timeout',
  'connection already exists',
  'connection does not exist',
  'connection illegal for this process',
  'remote socket unspecified',
  'insufficient resources',
  'remote socket invalid',
  'soft error',
  'no answer for long',
] as const;
export type Signal = (typeof SIGNALS)[number];

/** Names what in the standards asks for an effect: `3.10.7.2/1`, `MUST-13`, `RFC6298/5.1`. */
export type RuleId = string;

/** What a step did, in order. All of it is observable in a Trace. */
export type Effect =
  | {
      readonly type: 'send';
      readonly seg: Segment;
      /** The segment was sent before and takes the same numbers. */
      readonly again: boolean;
      readonly rule: RuleId | null;
    }
  | {
      readonly type: 'state';
      readonly from: State;
      readonly to: State;
      readonly rule: RuleId | null;
    }
  | {
      readonly type: 'timer';
      readonly timer: Timer;
      /** When it will expire, in ms; `null` when it was stopped. */
      readonly at: number | null;
      readonly rule: RuleId | null;
    }
  | { readonly type: 'signal'; readonly signal: Signal; readonly rule: RuleId | null }
  | { readonly type: 'deliver'; readonly data: Uint8Array; readonly rule: RuleId | null }
  | { readonly type: 'drop'; readonly why: string; readonly rule: RuleId | null };
