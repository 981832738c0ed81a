import type { LineOptions } from './ast.ts';
import { nameOf, type Cursor } from './cursor.ts';

/** Options that can be read, and that this TCP does not have. */
const OTHERS: Readonly<Record<string, string>> = {
  FO: 'TCP Fast Open (RFC 7413)',
  FOEXP: 'TCP Fast Open (RFC 7413)',
  md5: 'MD5 signatures (RFC 2385)',
  ECN: 'Accurate ECN',
  AccECN: 'Accurate ECN',
  edo: 'extended data offsets',
  edoOK: 'extended data offsets',
  exp: 'experimental options (RFC 6994)',
  EXP: 'experimental options (RFC 6994)',
};

const KNOWN = 'mss, nop, eol, wscale, sackOK, sack, TS, FO, FOEXP, md5 and exp are';

/** `<mss 1460,sackOK,TS val 100 ecr 0,nop,wscale 7>`, `<...>`, or nothing at all. */
export function parseOptions(tokens: Cursor, direction: 'in' | 'out'): LineOptions | 'any' {
  const open = tokens.peek();
  if (!tokens.take('<')) return {};
  if (tokens.take('...')) {
    if (direction === 'in') tokens.fail('<...> only makes sense in an expected segment', open);
    tokens.expect('>', '"..."');
    return 'any';
  }
  let options: LineOptions = {};
  for (;;) {
    options = { ...options, ...parseOption(tokens, options) };
    if (tokens.take('>')) return options;
    tokens.expect(',', 'an option');
  }
}

function parseOption(tokens: Cursor, sofar: LineOptions): LineOptions {
  const name = tokens.next();
  switch (name.text) {
    case 'nop':
    case 'eol':
      return {};
    case 'mss':
      return { mss: within(tokens, 'a segment size', 0xffff) };
    case 'wscale':
      return { wscale: within(tokens, 'a window scale', 0xff) };
    case 'sackOK':
      return { sackPermitted: true };
    case 'sack':
      return { sack: parseBlocks(tokens) };
    case 'TS': {
      tokens.expect('val', '"TS"');
      const val = tokens.integer('a timestamp');
      tokens.expect('ecr', 'the timestamp');
      return { ts: { val, ecr: tokens.integer('an echoed timestamp') } };
    }
    default: {
      const other = OTHERS[name.text];
      if (other === undefined || name.kind !== 'word') {
        return tokens.fail(`option ${nameOf(name)} is not known; ${KNOWN}`, name);
      }
      skipBlob(tokens);
      return { others: [...(sofar.others ?? []), other] };
    }
  }
}

function within(tokens: Cursor, what: string, most: number): number {
  const token = tokens.peek();
  const value = tokens.integer(what);
  if (value > most) tokens.fail(`${what} is at most ${most}`, token);
  return value;
}

/** `sack 1:1001 2001:3001` */
function parseBlocks(tokens: Cursor): { left: number; right: number }[] {
  const blocks: { left: number; right: number }[] = [];
  do {
    const left = tokens.integer('the left edge of a SACK block');
    tokens.expect(':', 'the left edge');
    blocks.push({ left, right: tokens.integer('the right edge of a SACK block') });
  } while (tokens.peek().kind === 'number');
  return blocks;
}

/** What such an option carries: hexadecimal digits, or words and numbers. */
function skipBlob(tokens: Cursor): void {
  while (['word', 'number', 'text'].includes(tokens.peek().kind) || tokens.at(':')) tokens.next();
}
