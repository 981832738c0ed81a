import type { IcmpLine } from './ast.ts';
import { nameOf, type Cursor } from './cursor.ts';

/** `[1:1461(1460)]`: the sequence numbers of the segment that an ICMP message quotes. */
export function parseQuote(tokens: Cursor): number {
  tokens.expect('[', 'the direction');
  if (!['number'].includes(tokens.peek().kind)) {
    tokens.fail('only a quoted TCP segment can be read: [<first>:<end>(<octets>)]');
  }
  const seq = tokens.integer('a sequence number');
  tokens.expect(':', 'the first sequence number');
  const end = tokens.integer('the end of the sequence numbers');
  tokens.expect('(', 'the end of the sequence numbers');
  const length = tokens.integer('the number of octets');
  tokens.expect(')', 'the number of octets');
  if ((seq + length) >>> 0 !== end) {
    tokens.fail(`${seq}:${end} are not ${length} octets; the second number is the end`);
  }
  tokens.expect(']', 'the quoted segment');
  return seq;
}

/**
 * `icmp unreachable frag_needed mtu 1200 [1:1461(1460)]`; the quoted segment may stand before `icmp`,
 * too. Without one the message quotes the segment with number 0, the SYN.
 */
export function parseIcmp(tokens: Cursor, direction: 'in' | 'out', quote: number | null): IcmpLine {
  tokens.expect('icmp', 'the quoted segment');
  const type = tokens.next();
  if (type.kind !== 'word') tokens.fail(`expected a type of ICMP, found ${nameOf(type)}`, type);
  let code: string | null = null;
  if (tokens.peek().kind === 'word' && !tokens.at('mtu') && !tokens.at('id')) {
    code = tokens.next().text;
  }
  const mtu = tokens.take('mtu') ? tokens.integer('an MTU') : null;
  if (tokens.take('id')) tokens.integer('an identifier');
  const seq = quote ?? (tokens.at('[') ? parseQuote(tokens) : 0);
  return { kind: 'icmp', direction, type: type.text, code, mtu, seq };
}
