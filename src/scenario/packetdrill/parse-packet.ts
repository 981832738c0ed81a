import { ctl, type Ctl } from '#tcp';
import type { PacketLine } from './ast.ts';
import { nameOf, type Cursor } from './cursor.ts';

const FLAGS: Readonly<Record<string, keyof Ctl>> = {
  S: 'syn',
  F: 'fin',
  R: 'rst',
  P: 'psh',
  U: 'urg',
  E: 'ece',
  W: 'cwr',
};

/** `< S 0:0(0) win 65535 <mss 1460>`, `> 8080 > 40001 R. 0:0(0) ack 1`; the direction comes first. */
export function parsePacket(tokens: Cursor): PacketLine {
  const direction = tokens.next().text === '<' ? 'in' : 'out';
  const ports = parsePorts(tokens);
  const flags = parseFlags(tokens);
  const start = tokens.peek();
  const seq = tokens.integer('a sequence number');
  tokens.expect(':', 'the first sequence number');
  const end = tokens.integer('the end of the sequence numbers');
  tokens.expect('(', 'the end of the sequence numbers');
  const length = tokens.integer('the number of octets');
  tokens.expect(')', 'the number of octets');
  if ((seq + length) >>> 0 !== end) {
    tokens.fail(`${seq}:${end} are not ${length} octets; the second number is the end`, start);
  }
  const ack = tokens.take('ack') ? tokens.integer('an acknowledgment number') : null;
  if (flags.ack !== (ack !== null)) {
    tokens.fail(flags.ack ? 'flag "." needs "ack <number>"' : '"ack" needs the flag "."', start);
  }
  const win = tokens.take('win') ? tokens.integer('a window') : null;
  const urg = tokens.take('urg') ? tokens.integer('an urgent pointer') : null;
  if (flags.urg !== (urg !== null)) {
    tokens.fail(flags.urg ? 'flag "U" needs "urg <number>"' : '"urg" needs the flag "U"', start);
  }
  const rest = { ctl: flags, seq, length, ack, win, urg, options: parseOptions(tokens, direction) };
  return { kind: 'packet', direction, ports, ...rest };
}

function parsePorts(tokens: Cursor): PacketLine['ports'] {
  if (tokens.peek().kind !== 'number') return null;
  const src = parsePort(tokens);
  tokens.expect('>', 'the source port');
  return { src, dst: parsePort(tokens) };
}

function parsePort(tokens: Cursor): number {
  const token = tokens.peek();
  const port = tokens.integer('a port');
  if (port < 1 || port > 65535) tokens.fail('a port lies between 1 and 65535', token);
  return port;
}

/** `S`, `S.`, `FP.`, `.`; `-` for none. The dot is the ACK bit and comes last. */
function parseFlags(tokens: Cursor): Ctl {
  if (tokens.take('-')) return ctl({});
  const token = tokens.peek();
  const on: Partial<Record<keyof Ctl, boolean>> = {};
  if (token.kind === 'word') {
    tokens.next();
    for (const letter of token.text) {
      const name = FLAGS[letter];
      if (name === undefined)
        tokens.fail(`"${letter}" is no flag; S F R P U E W and "." are`, token);
      else if (on[name] === true) tokens.fail(`flag "${letter}" stands twice`, token);
      else on[name] = true;
    }
    if (tokens.peek().tight && tokens.take('.')) on.ack = true;
    return ctl(on);
  }
  if (tokens.take('.')) return ctl({ ack: true });
  return tokens.fail(`expected flags such as S, S. or -, found ${nameOf(token)}`, token);
}

function parseOptions(tokens: Cursor, direction: 'in' | 'out'): PacketLine['options'] {
  const options: { mss?: number } = {};
  const open = tokens.peek();
  if (!tokens.take('<')) return options;
  if (tokens.take('...')) {
    if (direction === 'in') tokens.fail('<...> only makes sense in an expected segment', open);
    tokens.expect('>', '"..."');
    return 'any';
  }
  for (;;) {
    const name = tokens.next();
    if (name.text === 'mss') options.mss = tokens.integer('a segment size');
    else if (name.text !== 'nop' && name.text !== 'eol') {
      tokens.fail(`option "${name.text}" is not known; mss, nop and eol are`, name);
    }
    if (tokens.take('>')) return options;
    tokens.expect(',', 'an option');
  }
}
