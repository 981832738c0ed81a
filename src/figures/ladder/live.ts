import type { Scenario } from '#scenario/scenario.ts';
import type { Translator } from '#text/text.ts';
import type { Run } from './run.ts';
import type { View } from './view.ts';

/** A ladder that is alive, as its own parts see it. */
export interface Live {
  readonly root: HTMLElement;
  readonly scenario: Scenario;
  readonly lang: string;
  readonly t: Translator;
  /** Brings what the page does not: the words of the tools, and those that tell another run. */
  bringTexts(): Promise<void>;
  /** Tells this figure from the others on the page. */
  readonly id: string;
  readonly run: Run;
  /** Where the caret stands, ms. */
  readonly now: number;
  readonly view: View;
  /**
   * Puts the caret to a time, as near as the run allows, and keeps it in sight: if `isGentle`, only as
   * long as the reader has not scrolled away from it.
   */
  move(to: number, isGentle?: boolean): void;
  /** Looks at the run otherwise. */
  look(view: Partial<View>): void;
  /** Shows another run, all in ink. */
  show(run: Run): void;
  /** The drawing that is shown, all of it drawn. */
  drawing(): SVGSVGElement | null;
  /** Hears of each change of caret, run or view, after it is drawn. */
  onChange(hear: () => void): void;
}
