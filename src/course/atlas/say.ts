import { colourWords } from '#figures/ladder/colour-words.ts';
import { escapeText } from '#figures/ladder/svg.ts';

/** A text as HTML: `code` between backticks, events in their colours, states in their lettering. */
export function say(text: string): string {
  return text
    .split('`')
    .map((run, i) => (i % 2 === 1 ? `<code>${escapeText(run)}</code>` : colourWords(run)))
    .join('');
}
