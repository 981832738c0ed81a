import type { Translator } from '#text/text.ts';
import type { Numbers } from './number.ts';

/** What a drawing says things with: texts by key, and numbers as the reader wants them. */
export interface Speech {
  readonly t: Translator;
  readonly numbers: Numbers;
}
