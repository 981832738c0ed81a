import { follow } from '../followed.ts';
import {
  bad,
  ctlOf,
  long,
  NO_DATA,
  ok,
  type Options,
  type Result,
  type WireFunctions,
  word,
} from '../learner.ts';

/** A header without options, octets. */
const HEADER_MIN = 20;

/** RFC 9293 §3.1, Figure 1: all numbers in network byte order, unsigned. */
export const parseSegment: WireFunctions['parseSegment'] = (bytes) => {
  if (bytes.length < HEADER_MIN) {
    return bad(`a TCP header has ${HEADER_MIN} octets, here are ${bytes.length}`, bytes.length);
  }

  // The data offset counts words of four octets (§3.1).
  const offset = bytes[12] as number;
  const length = (offset >> 4) * 4;
  if (length < HEADER_MIN) {
    return bad(`the data offset says ${length} octets: less than a header`, 12);
  }
  if (length > bytes.length) {
    return bad(`the data offset says ${length} octets: more than there are`, 12);
  }
  const options = length === HEADER_MIN ? NONE : parseOptions(bytes, HEADER_MIN, length);
  if (!options.ok) return options;
  const ctl = ctlOf(bytes[13] as number);
  if (length > HEADER_MIN && !ctl.syn) follow('MUST-5');
  follow('MUST-1');

  return ok({
    sourcePort: word(bytes, 0),
    destinationPort: word(bytes, 2),
    seq: long(bytes, 4),
    ack: long(bytes, 8),
    reserved: offset & 0x0f,
    ctl,
    wnd: word(bytes, 14),
    up: word(bytes, 18),
    options: options.value,
    data: bytes.length === length ? NO_DATA : bytes.slice(length),
  });
};

const NONE = ok<Options>({});

/** End of option list, and padding between options: the two that have no length field (§3.1). */
const EOL = 0;
const NOP = 1;

/** The kinds of options that we know beside these. */
const MSS = 2;
const KNOWN: ReadonlySet<number> = new Set([MSS, 3, 4, 5, 8]);

/** The options from offset `at` to `end` (§3.2): those we know; of two of a kind the last one counts. */
function parseOptions(bytes: Uint8Array, start: number, end: number): Result<Options> {
  const options: { -readonly [K in keyof Options]: Options[K] } = {};
  let at = start;
  while (at < end) {
    const kind = bytes[at] as number;
    if (kind === EOL || kind === NOP || kind === MSS) follow('MUST-4');
    if (at % 4 !== 0 && kind > NOP) follow('MUST-64');
    if (kind === EOL) break;
    if (kind === NOP) {
      at += 1;
      continue;
    }
    // MUST-7: a length that cannot be right is an error, and never a loop without end.
    if (at + 1 >= end) return bad(`option ${kind} has no length field`, at, 'MUST-7');
    const length = bytes[at + 1] as number;
    if (length < 2) {
      return bad(`option ${kind} says that it is ${length} octets long`, at + 1, 'MUST-7');
    }
    if (at + length > end) {
      return bad(`option ${kind} of ${length} octets runs past the header`, at + 1, 'MUST-7');
    }
    readOption(options, bytes, at, kind, length);
    at += length;
  }
  return ok(options);
}

/** MUST-6: an option of unknown kind is passed over; so is a known one of another length. */
function readOption(
  options: { -readonly [K in keyof Options]: Options[K] },
  bytes: Uint8Array,
  at: number,
  kind: number,
  length: number,
): void {
  if (!KNOWN.has(kind)) follow('MUST-6');
  if (kind === MSS && length === 4) options.mss = word(bytes, at + 2);
  if (kind === 3 && length === 3) options.wscale = bytes[at + 2];
  if (kind === 4 && length === 2) options.sackPermitted = true;
  if (kind === 5 && length > 2 && length % 8 === 2) {
    options.sack = Array.from({ length: (length - 2) / 8 }, (_, i) => ({
      left: long(bytes, at + 2 + 8 * i),
      right: long(bytes, at + 6 + 8 * i),
    }));
  }
  if (kind === 8 && length === 10) {
    options.ts = { val: long(bytes, at + 2), ecr: long(bytes, at + 6) };
  }
}
