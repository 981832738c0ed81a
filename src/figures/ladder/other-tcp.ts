import type { Scenario } from '#scenario/scenario.ts';
import type { Messages } from '#text/text.ts';
import type { Trace } from '#trace/trace.ts';
import type { Mark } from './names.ts';
import type { Said } from './said.ts';

/** A run of a figure's scenario, with all that is to be said of it. */
export interface Replayed {
  readonly trace: Trace;
  /** The list under "Text", as HTML. */
  readonly list: string;
  /** What is said at each time; `null` for a run that is told moment by moment. */
  readonly said: Said | null;
  /** The drawing in short, for those who do not see it. */
  readonly description: string;
  /** Plain sentences for the reader. */
  readonly outcome: string;
  /** States to be framed. */
  readonly marks: readonly Mark[];
  /** Texts of the rules that the trace names, as far as the figure may not have them yet. */
  readonly texts?: Messages;
}

/** What is asked of another TCP. */
export interface PlayedBy {
  readonly scenario: Scenario;
  readonly lose: readonly string[];
  /** The hosts that it plays. */
  readonly hosts: readonly string[];
}

/** What the other TCP made of it; a `string` says why there is nothing to be seen at all. */
export type OtherRun = (request: PlayedBy) => Promise<Replayed | string>;

/** The texts of the switch, in the reader's language. */
export interface OtherTexts {
  /** Who plays the figure: the name of the choice. */
  readonly legend: string;
  readonly reference: string;
  readonly other: string;
  /** The name of the choice of ends, and each host's name. */
  readonly ends: string;
  readonly host: (title: string) => string;
  readonly busy: string;
}

/**
 * Another TCP that a figure can be played with. It comes from outside: a figure knows no code but
 * the reference.
 */
export interface OtherTcp {
  readonly texts: OtherTexts;
  /** The sides that it plays unless the reader chooses: `client`, `server`. */
  readonly sides: readonly string[];
  readonly run: OtherRun;
}
