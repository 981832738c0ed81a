import { agree, fail, type Asked } from './problem.ts';

/** An option of a question as it stands in the page. */
interface Written {
  readonly text: string;
  readonly isRight: boolean;
  readonly hasWhy: boolean;
}

const OPTION =
  /<details class="option( right)?"[^>]*>\s*<summary[^>]*>([\s\S]*?)<\/summary>\s*<div class="why"[^>]*>\s*<b[^>]*>[\s\S]*?<\/b>([\s\S]*?)<\/div>\s*<\/details>/g;

/** The options in the HTML of a question. */
export function optionsIn(html: string): readonly Written[] {
  return [...html.matchAll(OPTION)].map(([, right, text = '', why = '']) => ({
    text: plain(text),
    isRight: right !== undefined,
    hasWhy: plain(why) !== '',
  }));
}

/**
 * Stops the build unless a question has two options or more, all different, each with its why, and
 * exactly one of them right; and, if the engine was asked, right by its word.
 */
export function checkOptions(asked: Asked, html: string, engine?: string): void {
  const options = optionsIn(html);
  if (options.length < 2)
    fail(asked, 'it has fewer than two options.', 'Add some: <Option text="…">why</Option>.');
  const right = options.filter(({ isRight }) => isRight);
  if (right.length !== 1)
    fail(asked, `${right.length} of its options are right.`, 'Mark exactly one of them.');
  const texts = options.map(({ text }) => text);
  const twice = texts.find((text, i) => texts.indexOf(text) < i);
  if (twice !== undefined) fail(asked, `two options say “${twice}”.`, 'Leave one out.');
  const bare = options.find(({ hasWhy }) => !hasWhy);
  if (bare !== undefined)
    fail(asked, `nothing says why “${bare.text}” is right or wrong.`, 'Write it between its tags.');
  if (engine !== undefined) agree(asked, 'the right option', right[0]?.text, engine);
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** The text of a piece of HTML, without its tags. */
function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi,
      (whole, dec?: string, hex?: string, name = '') => {
        if (dec !== undefined) return String.fromCodePoint(Number(dec));
        if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
        return NAMED[name] ?? whole;
      },
    )
    .replace(/\s+/g, ' ')
    .trim();
}
