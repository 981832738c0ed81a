import { STATES, type State } from '#tcp/state.ts';
import { prefixed } from '../links.ts';
import { pageOf } from './states.ts';

/** Inside of these a name stays a name: headings, what is pressed or followed already, drawings, and figures that a script writes anew. */
const PLAIN =
  /^(a|h[1-6]|button|label|summary|legend|title|svg|tcp-ladder|tcp-ring|tcp-routers|tcp-bytes)$/;
/** What stands in these is no markup. */
const RAW = /^(script|style|template|textarea)$/;
/** What is chosen as a whole holds nothing to be followed. */
const OPTION = / role="option"/;
/** A tag, whose attributes may hold a `>`; or a comment, in which nothing is a tag. */
const TAG = /<!--[\s\S]*?-->|<(\/?)([a-z][a-z0-9-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi;
/** Classes behind it are Astro's, for scoped styles. */
const MENTION = /^<span class="state(?: [^"]*)?"[^>]*>([A-Z0-9-]+)<\/span>/;

/**
 * Lets every mention of a state in a page, `<span class="state">TIME-WAIT</span>`, lead to the state's
 * page, under the site's base path. A page does not lead to itself: `path` is its own, below the base.
 */
export function linkStates(html: string, base: string, path: string): string {
  const parts: string[] = [];
  let from = 0;
  let plain = 0;
  TAG.lastIndex = 0;
  for (let match = TAG.exec(html); match !== null; match = TAG.exec(html)) {
    const [tag, slash, rawName = '', rest = ''] = match;
    const name = rawName.toLowerCase();
    if (slash === '' && (RAW.test(name) || OPTION.test(rest))) {
      const end = html.indexOf(`</${name}`, TAG.lastIndex);
      if (end > 0) TAG.lastIndex = end;
    } else if (PLAIN.test(name) && !rest.endsWith('/')) {
      plain = Math.max(0, plain + (slash === '' ? 1 : -1));
    } else if (name === 'span' && plain === 0 && tag.startsWith('<span class="state')) {
      const [whole, state] = MENTION.exec(html.slice(match.index, match.index + 200)) ?? [];
      if (whole === undefined || !isState(state) || pageOf(state) === path) continue;
      parts.push(html.slice(from, match.index), linkTo(state, base));
      from = match.index + whole.length;
      TAG.lastIndex = from;
    }
  }
  return parts.join('') + html.slice(from);
}

const isState = (name: string | undefined): name is State => STATES.some((state) => state === name);

const linkTo = (state: State, base: string): string =>
  `<a class="state term" href="${prefixed(pageOf(state), base)}">${state}</a>`;
