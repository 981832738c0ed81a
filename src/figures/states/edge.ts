import type { RuleId } from '#tcp';
import type { State } from '#tcp/state.ts';

/** Who goes along an edge in the usual life of a connection: whoever opens or closes first, or who answers. */
export type Way = 'first' | 'answers' | 'rare';

/** Where an edge stands: printed in Figure 5, in its note 2, or left out by it, by what happens. */
export type Group = 'figure' | 'note2' | 'rst' | 'abort' | 'timeout' | 'more';

/** What makes a connection go along an edge: a user call, what arrives, or time. */
export type Cause =
  'OPEN' | 'SEND' | 'CLOSE' | 'ABORT' | 'SYN' | 'ACK' | 'FIN' | 'RST' | 'TEXT' | 'TIMEOUT';

/** A transition between two states of RFC 9293. */
export interface Edge {
  /** Its name, for good: `<from> <to>`, with the cause behind it if Figure 5 leaves the edge out. */
  readonly id: string;
  readonly from: State;
  readonly to: State;
  readonly group: Group;
  readonly way: Way;
  readonly causes: readonly Cause[];
  /** The plank of the engine that takes it; `null` where no plank can be replaced. */
  readonly plank: string | null;
  /** The rules that ask for it: the first is shown, and the engine names one of them when it takes the edge. */
  readonly rules: readonly [RuleId, ...RuleId[]];
  /** Keys of what happens, what is done, and of a remark. */
  readonly event: string;
  readonly action: string;
  readonly remark: string | null;
}
