import { ctl, type Ctl } from '#tcp';
import type { IcmpLine, PacketLine } from './ast.ts';
import { nameOf, type Cursor } from './cursor.ts';
import { parseIcmp, parseQuote } from './parse-icmp.ts';
import { parseOptions } from './parse-options.ts';

const FLAGS: Readonly<Record<string, keyof Ctl>> = {
  S: 'syn',
  F: 'fin',
  R: 'rst',
  P: 'psh',
  U: 'urg',
  E: 'ece',
  W: 'cwr',
};

/** What packetdrill can write besides TCP and ICMP: such a line is read, and cannot be played. */
const OTHER_PROTOCOLS: Readonly<Record<string, string>> = {
  udp: 'UDP',
  udplite: 'UDP-Lite',
  sctp: 'SCTP',
  ipv4: 'packets within packets (ipv4)',
  ipv6: 'packets within packets (ipv6)',
  gre: 'packets within packets (gre)',
  GREv0: 'packets within packets (gre)',
  mpls: 'packets within packets (mpls)',
  raw: 'raw packets',
};

/** Takes the line up to the next that begins with a time or a command. */
function skipOther(tokens: Cursor, direction: 'in' | 'out', what: string): PacketLine {
  let { line } = tokens.peek().place;
  for (;;) {
    const next = tokens.peek();
    const isNew = next.place.line > line;
    const begins = next.kind === 'number' || next.kind === 'command' || /^[+*]$/.test(next.text);
    if (next.kind === 'end' || (isNew && begins)) break;
    ({ line } = next.place);
    tokens.next();
  }
  const numbers = { seq: 0, seqIs: 'any', length: 0, ack: null, ackIs: 'counted' } as const;
  const rest = { win: null, urg: null, options: 'any', needs: [what] } as const;
  return { kind: 'packet', direction, ports: null, ctl: ctl({}), ...numbers, ...rest };
}

const ECN_FIELDS = ['ect0', 'ect1', 'ect01', 'ce'];

/**
 * `< S 0:0(0) win 65535 <mss 1460>`, `> 8080 > 40001 R. 0:0(0) ack 1`, `< icmp unreachable …`; the
 * direction comes first.
 */
export function parsePacket(tokens: Cursor): PacketLine | IcmpLine {
  const direction = tokens.next().text === '<' ? 'in' : 'out';
  const fields = parseIpFields(tokens);
  const quote = tokens.at('[') ? parseQuote(tokens) : null;
  if (tokens.at('icmp') || quote !== null) return parseIcmp(tokens, direction, quote);
  const other = OTHER_PROTOCOLS[tokens.peek().text];
  if (other !== undefined) return skipOther(tokens, direction, other);
  const ports = parsePorts(tokens);
  const { flags, accurate } = parseFlags(tokens);
  const start = tokens.peek();
  const { seq, seqIs, length } = parseSeq(tokens);
  const { ack, ackIs } = parseAck(tokens);
  if (flags.ack && ack === null) tokens.fail('flag "." needs "ack <number>"', start);
  const win = tokens.take('win') ? parseShort(tokens, 'a window') : null;
  const urg = tokens.take('urg') ? parseShort(tokens, 'an urgent pointer') : null;
  if (flags.urg !== (urg !== null)) {
    tokens.fail(flags.urg ? 'flag "U" needs "urg <number>"' : '"urg" needs the flag "U"', start);
  }
  const options = parseOptions(tokens, direction);
  const others = options === 'any' ? [] : (options.others ?? []);
  const marks = direction === 'out' && (flags.ece || flags.cwr || fields.isMarked);
  const needs = [
    ...(accurate ? ['Accurate ECN'] : []),
    ...(parseMutations(tokens) ? ['packets that are damaged on purpose'] : []),
    ...(parseOuterUdp(tokens) ? ['TCP within UDP'] : []),
    ...(marks ? ['ECN (RFC 3168)'] : []),
    ...(fields.other !== null && direction === 'out' ? [`a look at ${fields.other} of IP`] : []),
    ...others,
  ];
  const numbers = { seq, seqIs, length, ack, ackIs };
  return { kind: 'packet', direction, ports, ctl: flags, ...numbers, win, urg, options, needs };
}

/** `[ect0]`, `(tos 0x10)`, `[ttl 255]` before the ports: fields of IP. */
function parseIpFields(tokens: Cursor): { isMarked: boolean; other: string | null } {
  const close = tokens.at('(') ? ')' : ']';
  const inside = tokens.peek(1);
  if (!(tokens.at('(') || tokens.at('[')) || inside.kind !== 'word') {
    return { isMarked: false, other: null };
  }
  tokens.next();
  let isMarked = false;
  let other: string | null = null;
  while (!tokens.take(close)) {
    const token = tokens.next();
    if (ECN_FIELDS.includes(token.text)) isMarked = true;
    else if (['tos', 'ttl', 'flowlabel'].includes(token.text)) {
      other = token.text;
      tokens.integer(`a number after "${token.text}"`);
    } else if (token.text !== 'noecn' && token.text !== ',') {
      tokens.fail(
        `${nameOf(token)} is no field of IP; noecn, ect0, ect1, ect01, ce, tos, ttl are`,
        token,
      );
    }
  }
  return { isMarked, other };
}

/** `{ mut tcp mss; ins ipv4 34 2 }`: what packetdrill's fuzzing does to the packet. */
function parseMutations(tokens: Cursor): boolean {
  if (!tokens.take('{')) return false;
  while (!tokens.take('}')) {
    const token = tokens.next();
    if (!['word', 'number'].includes(token.kind) && !/^[-;,]$/.test(token.text)) {
      tokens.fail(`expected "}" after the changes to the packet, found ${nameOf(token)}`, token);
    }
  }
  return true;
}

/** `/udp(9811 > 1)`: the segment travels within UDP. */
function parseOuterUdp(tokens: Cursor): boolean {
  if (!tokens.take('/')) return false;
  tokens.expect('udp', '"/"');
  tokens.expect('(', '"udp"');
  parsePort(tokens);
  tokens.expect('>', 'the source port');
  parsePort(tokens);
  tokens.expect(')', 'the ports');
  return true;
}

function parsePorts(tokens: Cursor): PacketLine['ports'] {
  if (tokens.peek().kind !== 'number' || tokens.peek(1).text !== '>') return null;
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

function parseShort(tokens: Cursor, what: string): number {
  const token = tokens.peek();
  const value = tokens.integer(what);
  if (value > 65_535) tokens.fail(`${what} is at most 65535`, token);
  return value;
}

/** `S`, `S.`, `FP.`, `.`; `-` for none. The dot is the ACK bit and comes last. */
function parseFlags(tokens: Cursor): { flags: Ctl; accurate: boolean } {
  if (tokens.take('-')) return { flags: ctl({}), accurate: false };
  const token = tokens.peek();
  const on: Partial<Record<keyof Ctl, boolean>> = {};
  let accurate = false;
  if (token.kind === 'word') {
    tokens.next();
    for (const letter of token.text) {
      const name = FLAGS[letter];
      if (letter === 'A' || /[0-7]/.test(letter)) accurate = true;
      else if (name === undefined) {
        tokens.fail(`"${letter}" is no flag; S F R P U E W A and "." are`, token);
      } else if (on[name] === true) tokens.fail(`flag "${letter}" stands twice`, token);
      else on[name] = true;
    }
    if (tokens.peek().tight && tokens.take('.')) on.ack = true;
    else accurate = takeAce(tokens, on) || accurate;
    return { flags: ctl(on), accurate };
  }
  if (tokens.take('.')) return { flags: ctl({ ack: true }), accurate };
  if (takeAce(tokens, on)) return { flags: ctl(on), accurate: true };
  return tokens.fail(`expected flags such as S, S. or -, found ${nameOf(token)}`, token);
}

/** `.5`: the ACK bit with the three-bit counter of Accurate ECN. */
function takeAce(tokens: Cursor, on: Partial<Record<keyof Ctl, boolean>>): boolean {
  if (!/^\.[0-7]$/.test(tokens.peek().text)) return false;
  tokens.next();
  on.ack = true;
  return true;
}

/** `1:1001(1000)`, `5!:5!(0)` or `5:5(0)!` on the wire, `...(0)` for any number. */
function parseSeq(tokens: Cursor): Pick<PacketLine, 'seq' | 'seqIs' | 'length'> {
  const start = tokens.peek();
  const isAny = tokens.take('...');
  const seq = isAny ? 0 : tokens.integer('a sequence number');
  let isAbsolute = tokens.take('!');
  let end = 0;
  if (!isAny) {
    tokens.expect(':', 'the first sequence number');
    end = tokens.integer('the end of the sequence numbers');
    if (tokens.take('!') && !isAbsolute) tokens.fail('both numbers need the "!", or none', start);
  }
  tokens.expect('(', isAny ? '"..."' : 'the end of the sequence numbers');
  const length = parseShort(tokens, 'the number of octets');
  tokens.expect(')', 'the number of octets');
  // The BSD suites write `0:0(0)!` for numbers on the wire.
  if (tokens.take('!')) isAbsolute = true;
  if (!isAny && (seq + length) >>> 0 !== end) {
    tokens.fail(`${seq}:${end} are not ${length} octets; the second number is the end`, start);
  }
  return { seq, seqIs: isAny ? 'any' : isAbsolute ? 'absolute' : 'counted', length };
}

function parseAck(tokens: Cursor): Pick<PacketLine, 'ack' | 'ackIs'> {
  const ack = tokens.take('ack') ? tokens.integer('an acknowledgment number') : null;
  return { ack, ackIs: ack !== null && tokens.take('!') ? 'absolute' : 'counted' };
}
