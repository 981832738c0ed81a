import { join, viewOf } from './bytes.ts';
import { bad, ok, type Result } from './result.ts';

/** Kinds of TCP options (IANA "TCP Option Kind Numbers"). */
export const OptionKind = {
  /** End of option list: what follows is padding (RFC 9293 §3.1). */
  EOL: 0,
  /** Padding between options (RFC 9293 §3.1). */
  NOP: 1,
  /** Maximum segment size (RFC 9293 §3.7.1). */
  MSS: 2,
  /** Window scale (RFC 7323 §2). */
  WSCALE: 3,
  /** SACK permitted (RFC 2018 §2). */
  SACK_PERMITTED: 4,
  /** SACK (RFC 2018 §3). */
  SACK: 5,
  /** Timestamps (RFC 7323 §3). */
  TIMESTAMPS: 8,
} as const;

/** One TCP option. What this codec does not know keeps its octets, so that nothing is lost. */
export type TcpOption =
  | { readonly kind: 'mss'; readonly mss: number }
  | { readonly kind: 'wscale'; readonly shift: number }
  | { readonly kind: 'sack-permitted' }
  | { readonly kind: 'sack'; readonly blocks: readonly { left: number; right: number }[] }
  | { readonly kind: 'timestamps'; readonly val: number; readonly ecr: number }
  | { readonly kind: 'nop' }
  | { readonly kind: 'unknown'; readonly code: number; readonly data: Uint8Array };

/** The options area takes at most 40 octets: the data offset counts to 15 words. */
export const MAX_OPTIONS = 40;

/**
 * Reads the options area of a TCP header. An option whose length field cannot be right is an error
 * (MUST-7); an option of unknown kind is passed on (MUST-6).
 */
export function parseOptions(bytes: Uint8Array): Result<readonly TcpOption[]> {
  const options: TcpOption[] = [];
  let at = 0;
  while (at < bytes.length) {
    const code = bytes[at] as number;
    if (code === OptionKind.EOL) break;
    if (code === OptionKind.NOP) {
      options.push({ kind: 'nop' });
      at += 1;
      continue;
    }
    const length = bytes[at + 1];
    if (length === undefined) return bad(`option ${code} has no length field`, at);
    if (length < 2) return bad(`option ${code} says that it is ${length} octets long`, at + 1);
    if (at + length > bytes.length) {
      return bad(`option ${code} of ${length} octets runs past the header`, at + 1);
    }
    options.push(readOption(code, bytes.slice(at + 2, at + length)));
    at += length;
  }
  return ok(options);
}

/** An option of a known kind and another length than that kind has is kept as unknown. */
function readOption(code: number, data: Uint8Array): TcpOption {
  const view = viewOf(data);
  const is = (kind: number, length: number) => code === kind && data.length === length;
  if (is(OptionKind.MSS, 2)) return { kind: 'mss', mss: view.getUint16(0) };
  if (is(OptionKind.WSCALE, 1)) return { kind: 'wscale', shift: view.getUint8(0) };
  if (is(OptionKind.SACK_PERMITTED, 0)) return { kind: 'sack-permitted' };
  if (is(OptionKind.TIMESTAMPS, 8)) {
    return { kind: 'timestamps', val: view.getUint32(0), ecr: view.getUint32(4) };
  }
  if (code === OptionKind.SACK && data.length > 0 && data.length % 8 === 0) {
    const blocks = Array.from({ length: data.length / 8 }, (_, i) => ({
      left: view.getUint32(8 * i),
      right: view.getUint32(8 * i + 4),
    }));
    return { kind: 'sack', blocks };
  }
  return { kind: 'unknown', code, data };
}

/**
 * The options area, padded with EOL to whole words (MUST-69). Throws RangeError if the options take
 * more than 40 octets.
 */
export function serializeOptions(options: readonly TcpOption[]): Uint8Array {
  const bytes = join(...options.map(writeOption));
  const padded = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
  if (padded.length > MAX_OPTIONS) {
    throw new RangeError(`TCP options of ${bytes.length} octets: 40 is the most`);
  }
  padded.set(bytes);
  return padded;
}

function writeOption(option: TcpOption): Uint8Array {
  switch (option.kind) {
    case 'nop':
      return Uint8Array.of(OptionKind.NOP);
    case 'mss':
      return numbers(OptionKind.MSS, 2, [option.mss]);
    case 'wscale':
      return Uint8Array.of(OptionKind.WSCALE, 3, option.shift);
    case 'sack-permitted':
      return Uint8Array.of(OptionKind.SACK_PERMITTED, 2);
    case 'timestamps':
      return numbers(OptionKind.TIMESTAMPS, 4, [option.val, option.ecr]);
    case 'sack': {
      const edges = option.blocks.flatMap(({ left, right }) => [left, right]);
      return numbers(OptionKind.SACK, 4, edges);
    }
    case 'unknown':
      return join(Uint8Array.of(option.code, option.data.length + 2), option.data);
  }
}

/** An option that holds numbers of 2 or 4 octets each. */
function numbers(code: number, size: 2 | 4, values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(2 + size * values.length);
  const view = viewOf(bytes);
  bytes.set([code, bytes.length]);
  values.forEach((value, i) => {
    if (size === 2) view.setUint16(2 + 2 * i, value);
    else view.setUint32(2 + 4 * i, value);
  });
  return bytes;
}
