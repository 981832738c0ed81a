import { PktError } from '#scenario/packetdrill/ast.ts';
import type { ProfileName } from '#tcp';

/** What `#ifdef` finds defined in each profile, in the spelling of the public suites. */
const DEFINED: Readonly<Record<ProfileName, readonly string[]>> = {
  rfc9293: ['STANDARD'],
  linux: ['linux', 'Linux', 'LINUX', '__linux__'],
  freebsd: ['FreeBSD', 'FREEBSD', '__FreeBSD__'],
};

/** A script without its directives. Lines keep their places. */
export interface Preprocessed {
  readonly source: string;
  /** What `#define` gave another meaning. */
  readonly define: Readonly<Record<string, string>>;
}

const DIRECTIVE = /^\s*#\s*(ifdef|ifndef|else|endif|define|undef)\b[ \t]*(.*?)\s*$/;
/** Looks like a directive, and is none that is known here: no comment begins so. */
const STRANGE = /^\s*#(if|elif|el|end|def|undef|include|error|pragma)/;

/**
 * Follows `#ifdef`, `#ifndef`, `#else`, `#endif`, `#define NAME value` and `#undef`, as the C
 * preprocessor does that the public suites are run through.
 * @throws PktError
 */
export function preprocess(source: string, profile: ProfileName): Preprocessed {
  const defined = new Map<string, string>(DEFINED[profile].map((name) => [name, '']));
  const open: { readonly line: number; taken: boolean; hasElse: boolean }[] = [];
  const lines = source.split('\n').map((text, index) => {
    const fail = (message: string): never => {
      throw new PktError({ line: index + 1, column: text.search(/\S/) + 1 }, message);
    };
    const found = DIRECTIVE.exec(text);
    const isTaken = open.every((each) => each.taken);
    if (found === null) {
      if (STRANGE.test(text)) {
        fail(
          `cannot read ${JSON.stringify(text.trim())}; #ifdef, #ifndef, #else, #endif, #define and #undef can be`,
        );
      }
      return isTaken ? text : '';
    }
    const [, directive, rest = ''] = found;
    const [name = '', ...value] = rest
      .replace(/\/\/.*$/, '')
      .trim()
      .split(/\s+/);
    const inner = open.at(-1);
    switch (directive) {
      case 'ifdef':
      case 'ifndef':
        if (name === '') fail(`#${directive} needs a name`);
        open.push({
          line: index + 1,
          taken: defined.has(name) === (directive === 'ifdef'),
          hasElse: false,
        });
        break;
      case 'else':
        if (inner === undefined || inner.hasElse) return fail('#else without #ifdef');
        inner.taken = !inner.taken;
        inner.hasElse = true;
        break;
      case 'endif':
        if (open.pop() === undefined) fail('#endif without #ifdef');
        break;
      case 'define':
        if (name === '') fail('#define needs a name');
        if (isTaken) defined.set(name, value.join(' '));
        break;
      default:
        if (isTaken) defined.delete(name);
    }
    return '';
  });
  const [unclosed] = open;
  if (unclosed !== undefined) {
    throw new PktError({ line: unclosed.line, column: 1 }, '#ifdef without #endif');
  }
  const words = [...defined].filter(([, value]) => value !== '');
  return { source: lines.join('\n'), define: Object.fromEntries(words) };
}
