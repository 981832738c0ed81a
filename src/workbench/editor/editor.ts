/** A mistake that stops a run, with its place counted from 1. */
export interface Problem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** What became of the code: a program that can run, or the mistakes that keep it from it. */
export type Compiled =
  | { readonly kind: 'program'; readonly js: string }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

/** An editor as the workbench knows it, whoever made it. */
export interface Editor {
  code(): string;
  /** Replaces the whole text; one undo brings the old one back. */
  replace(code: string): void;
  onChange(listener: () => void): void;
  /** Told when Tab begins or ceases to leave the editor. */
  onTabLeaves(listener: (leaves: boolean) => void): void;
  /** Checks syntax and types and, if they are right, compiles. */
  compile(): Promise<Compiled>;
  /** Puts the caret there, in view. */
  goTo(line: number, column: number): void;
  focus(): void;
  dispose(): void;
}

export interface EditorOptions {
  readonly host: HTMLElement;
  readonly code: string;
  /** Name of the file, without a folder: `listen.ts`. */
  readonly file: string;
  /** What a screen reader says on entering. */
  readonly label: string;
}
