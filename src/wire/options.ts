import type { Options } from '#tcp';
import { follow } from '#tcp/followed.ts';
import { setLong, setWord } from '#tcp/octets.ts';

/** Kinds of TCP options (IANA "TCP Option Kind Numbers"). */
const NOP = 1;
const MSS = 2;
const WSCALE = 3;
const SACK_PERMITTED = 4;
const SACK = 5;
const TIMESTAMPS = 8;

/** The options area takes at most 40 octets: the data offset counts to 15 words. */
const MAX_OPTIONS = 40;

/**
 * How many octets the options take, padding included: whole words (MUST-69). Throws RangeError if
 * there is no room for them in a header.
 */
export function optionsLength({ mss, sackPermitted, ts, wscale, sack }: Options): number {
  const length =
    (mss === undefined ? 0 : 4) +
    (ts === undefined ? (sackPermitted === true ? 4 : 0) : 12) +
    (wscale === undefined ? 0 : 4) +
    (sack === undefined ? 0 : 4 + 8 * sack.length);
  if (length > MAX_OPTIONS) throw new RangeError(`TCP options of ${length} octets: 40 is the most`);
  return length;
}

/**
 * Writes the options from offset `at` on, each to begin or end at a whole word: the layout of
 * RFC 7323 appendix A, which Linux and FreeBSD send too.
 */
export function writeOptions(bytes: Uint8Array, start: number, options: Options): void {
  const { mss, sackPermitted, ts, wscale, sack } = options;
  let at = start;
  follow('MUST-69');
  if (mss !== undefined) {
    at = head(bytes, at, MSS, 4);
    setWord(bytes, at - 2, mss);
  }
  if (sackPermitted === true || ts !== undefined) {
    if (sackPermitted === true && ts !== undefined) at = head(bytes, at, SACK_PERMITTED, 2);
    else at = pad(bytes, at, 2);
    if (ts === undefined) {
      at = head(bytes, at, SACK_PERMITTED, 2);
    } else {
      at = head(bytes, at, TIMESTAMPS, 10);
      setLong(bytes, at - 8, ts.val);
      setLong(bytes, at - 4, ts.ecr);
    }
  }
  if (wscale !== undefined) {
    at = head(bytes, pad(bytes, at, 1), WSCALE, 3);
    bytes[at - 1] = wscale;
  }
  if (sack !== undefined) {
    at = head(bytes, pad(bytes, at, 2), SACK, 2 + 8 * sack.length) - 8 * sack.length;
    for (const { left, right } of sack) {
      setLong(bytes, at, left);
      setLong(bytes, at + 4, right);
      at += 8;
    }
  }
}

/** Kind and length of an option; returns where the option ends. */
function head(bytes: Uint8Array, at: number, kind: number, length: number): number {
  bytes[at] = kind;
  bytes[at + 1] = length;
  follow('MUST-68');
  return at + length;
}

function pad(bytes: Uint8Array, at: number, octets: number): number {
  for (let i = 0; i < octets; i++) bytes[at + i] = NOP;
  return at + octets;
}
