/** A run of text, and whether it stood between backticks. */
export interface Run {
  readonly text: string;
  readonly isCode: boolean;
}

/** Parts a definition at its backticks. */
export function inCode(text: string): readonly Run[] {
  return text
    .split('`')
    .map((run, i) => ({ text: run, isCode: i % 2 === 1 }))
    .filter((run) => run.text !== '');
}
