import { head, headBack, line, type LinePen } from './ladder/heads.ts';

/** The key of a pen: a short line with its head. Decoration: the word stands beside it. */
export function keySvg(
  pen: LinePen,
  options: { chevron?: boolean; width?: number; again?: boolean } = {},
): string {
  const { chevron = false, width = 34, again = false } = options;
  const tip = width - 2;
  const start = again ? '<circle class="ring" cx="6" cy="8" r="4"/>' : '';
  const stroke = line(pen, `M${again ? 10 : 2} 8H${tip - headBack(pen)}`);
  const point = `<g transform="translate(${tip} 8)">${head(pen, chevron)}</g>`;
  return `<svg class="key seg ${pen}" width="${width}" height="16" viewBox="0 0 ${width} 16" aria-hidden="true">${stroke}${start}${point}</svg>`;
}

/** The key of a lost segment: the pen lifts at a cross, dots go on. */
export function lostKeySvg(width = 84): string {
  const x = width * 0.54;
  return `<svg class="key seg ack" width="${width}" height="16" viewBox="0 0 ${width} 16" aria-hidden="true"><path class="pen" d="M2 8H${x - 9}"/><path class="ghost" d="M${x + 9} 8H${width - 2}"/><path class="lost" d="M${x - 6} 2l12 12m0-12-12 12"/></svg>`;
}
