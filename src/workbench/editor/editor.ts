import type { Translator } from '#text/text.ts';
import type { Arrived } from './download.ts';

/** A mistake that stops a run, with its place counted from 1. */
export interface Problem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/**
 * What became of the code: a program that can run, or the mistakes that keep it from it. `checked`
 * says whether its types were looked at. `cancelled`: the learner did not want to wait.
 */
export type Compiled =
  | { readonly kind: 'program'; readonly js: string; readonly checked: boolean }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'cancelled' };

/** The type checker is on its way, or did not arrive, and what can be done about it. */
export interface Fetching {
  readonly arrived: Arrived;
  readonly failed: boolean;
  retry(): void;
  /** Goes on without a type check. */
  skip(): void;
  /** Gives up the run. */
  cancel(): void;
}

/** `full`: Monaco. `light`: CodeMirror, for touch screens, slow links and screen readers. */
export type EditorKind = 'full' | 'light';

/** What another editor needs to go on where this one is. Offsets are in UTF-16 units. */
export interface View {
  readonly code: string;
  readonly anchor: number;
  readonly head: number;
}

/** An editor as the workbench knows it, whoever made it. */
export interface Editor {
  code(): string;
  /** Replaces the whole text; one undo brings the old one back. */
  replace(code: string): void;
  onChange(listener: () => void): void;
  /**
   * Checks syntax and types and, if they are right, compiles. If the type checker has to be fetched
   * first, `onFetching` hears how far it has come, and decides whether to wait for it.
   */
  compile(onFetching?: (fetching: Fetching) => void): Promise<Compiled>;
  /** Makes the first run quick, if that fetches nothing. */
  warm(): void;
  /** Compares the text, which can still be edited, with `other`; `null` ends that. */
  showDiff(other: string | null): Promise<void>;
  /** Puts the caret there, in view. */
  goTo(line: number, column: number): void;
  focus(): void;
  dispose(): void;
}

/** One of the two editors, as the pane that swaps them knows it. */
export interface OneEditor extends Editor {
  /** Told when Tab begins or ceases to leave the editor. */
  onTabLeaves(listener: (leaves: boolean) => void): void;
  /** Formats the text; without TypeScript at hand, its indentation only. */
  format(): Promise<void>;
  /** Told of the errors of syntax that were found while typing. Never told by the full editor. */
  onSyntax(listener: (problems: readonly Problem[]) => void): void;
  setVim(on: boolean): Promise<void>;
  view(): View;
  /** Takes over from another editor: one undo brings the own text back. */
  adopt(view: View): void;
  /** How far below the window's top the caret stands, in px; `null` if it is out of sight. */
  caretTop(): number | null;
}

export interface EditorOptions {
  readonly host: HTMLElement;
  readonly code: string;
  /** Name of the file, without a folder: `listen.ts`. */
  readonly file: string;
  /** What a screen reader says on entering. */
  readonly label: string;
  /** Whether types are checked at Run where that needs a download. */
  readonly types: {
    /** Asked at each run. */
    wanted(): boolean;
    /** The learner has chosen to run without. */
    refuse(): void;
  };
  readonly t: Translator;
}
