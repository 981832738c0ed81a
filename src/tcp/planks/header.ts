import { ctlOf } from '../ctl.ts';
import { follow } from '../followed.ts';
import { bad, ok, type Result } from '../result.ts';
import { NO_DATA, type Options } from '../segment.ts';
import type { WireFunctions } from '../wire-functions.ts';

/** A header without options, octets. */
const HEADER_MIN = 20;

/** RFC 9293 §3.1, Figure 1: all numbers in network byte order, unsigned. */
export const parseSegment: WireFunctions['parseSegment'] = (bytes) => {
  if (bytes.length < HEADER_MIN) {
    return bad(`a TCP header has ${HEADER_MIN} octets, here are ${bytes.length}`, bytes.length);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

  // The data offset counts words of four octets (§3.1).
  const offset = view.getUint8(12);
  const length = (offset >> 4) * 4;
  if (length < HEADER_MIN) {
    return bad(`the data offset says ${length} octets: less than a header`, 12);
  }
  if (length > bytes.length) {
    return bad(`the data offset says ${length} octets: more than there are`, 12);
  }
  const options = length === HEADER_MIN ? NONE : parseOptions(view, HEADER_MIN, length);
  if (!options.ok) return options;
  const ctl = ctlOf(view.getUint8(13));
  if (length > HEADER_MIN && !ctl.syn) follow('MUST-5');
  follow('MUST-1');

  return ok({
    sourcePort: view.getUint16(0),
    destinationPort: view.getUint16(2),
    seq: view.getUint32(4),
    ack: view.getUint32(8),
    reserved: offset & 0x0f,
    ctl,
    wnd: view.getUint16(14),
    up: view.getUint16(18),
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
function parseOptions(view: DataView, start: number, end: number): Result<Options> {
  const options: { -readonly [K in keyof Options]: Options[K] } = {};
  let at = start;
  while (at < end) {
    const kind = view.getUint8(at);
    if (kind === EOL || kind === NOP || kind === MSS) follow('MUST-4');
    if (at % 4 !== 0 && kind > NOP) follow('MUST-64');
    if (kind === EOL) break;
    if (kind === NOP) {
      at += 1;
      continue;
    }
    // MUST-7: a length that cannot be right is an error, and never a loop without end.
    if (at + 1 >= end) return bad(`option ${kind} has no length field`, at, 'MUST-7');
    const length = view.getUint8(at + 1);
    if (length < 2) {
      return bad(`option ${kind} says that it is ${length} octets long`, at + 1, 'MUST-7');
    }
    if (at + length > end) {
      return bad(`option ${kind} of ${length} octets runs past the header`, at + 1, 'MUST-7');
    }
    readOption(options, view, at, kind, length);
    at += length;
  }
  return ok(options);
}

/** MUST-6: an option of unknown kind is passed over; so is a known one of another length. */
function readOption(
  options: { -readonly [K in keyof Options]: Options[K] },
  view: DataView,
  at: number,
  kind: number,
  length: number,
): void {
  if (!KNOWN.has(kind)) follow('MUST-6');
  if (kind === MSS && length === 4) options.mss = view.getUint16(at + 2);
  if (kind === 3 && length === 3) options.wscale = view.getUint8(at + 2);
  if (kind === 4 && length === 2) options.sackPermitted = true;
  if (kind === 5 && length > 2 && length % 8 === 2) {
    options.sack = Array.from({ length: (length - 2) / 8 }, (_, i) => ({
      left: view.getUint32(at + 2 + 8 * i),
      right: view.getUint32(at + 6 + 8 * i),
    }));
  }
  if (kind === 8 && length === 10) {
    options.ts = { val: view.getUint32(at + 2), ecr: view.getUint32(at + 6) };
  }
}
