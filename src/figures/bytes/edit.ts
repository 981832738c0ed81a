import { parseAddress } from '#wire/address.ts';
import { writeBits } from '#wire/bits.ts';
import { join } from '#wire/bytes.ts';
import type { Field } from '#wire/fields/map.ts';
import { setWord, word } from '#tcp/octets.ts';
import { factOf } from './facts.ts';
import { octetsOf, type BytesModel } from './model.ts';
import { octetsOfHex, octetsOfText } from './text-octets.ts';

/** No field is made longer than this by a reader: what an Ethernet frame carries, octets. */
export const MOST_DATA = 1500;

/** New octets, or why there are none: a message key with its values. */
export type Edited =
  | { readonly ok: true; readonly octets: Uint8Array }
  | { readonly ok: false; readonly key: string; readonly values: Record<string, number> };

const done = (octets: Uint8Array): Edited => ({ ok: true, octets });
const refuse = (key: string, values: Record<string, number> = {}): Edited => ({
  ...{ ok: false, key: `bytes.refused.${key}`, values },
});

/** The octets with another value of a field, as somebody typed it (see `typedValue`). */
export function editField({ octets }: BytesModel, field: Field, typed: string): Edited {
  const { spelling } = factOf(field.name);
  const text = typed.trim();
  switch (spelling) {
    case 'mac':
    case 'octets':
      return replace(octets, field, octetsOfHex(text), 'hex');
    case 'ipv4':
    case 'ipv6':
      return replace(octets, field, parseAddress(text), spelling);
    case 'text':
      return replace(octets, field, octetsOfText(typed), 'hex');
    default:
      return number(octets, field, text);
  }
}

function number(octets: Uint8Array, { bit, bits }: Field, text: string): Edited {
  const most = 2 ** bits - 1;
  const value = /^(\d+|0x[\da-f]+)$/i.test(text) ? Number(text) : Number.NaN;
  if (!(value <= most)) return refuse('number', { most });
  const edited = octets.slice();
  writeBits(edited, bit, bits, value);
  return done(edited);
}

/** Other octets in a field's place; only what is carried may become longer or shorter. */
function replace(octets: Uint8Array, field: Field, own: Uint8Array | null, kind: string): Edited {
  const [start, end] = octetsOf(field);
  if (own === null) return refuse(kind);
  if (field.layer !== 'data' && own.length !== end - start) {
    return refuse(kind === 'hex' ? 'octets' : kind, { n: end - start });
  }
  if (own.length > Math.max(MOST_DATA, end - start)) return refuse('long', { most: MOST_DATA });
  return done(join(octets.subarray(0, start), own, octets.subarray(end)));
}

/** The octets with one of them changed. */
export function editOctet({ octets }: BytesModel, at: number, octet: number): Uint8Array {
  const edited = octets.slice();
  edited[at] = octet;
  return edited;
}

/** The octets with the right checksum in the place of a wrong one. */
export function putRight({ octets, checks }: BytesModel, of: 'ipv4' | 'tcp'): Uint8Array {
  const edited = octets.slice();
  const check = checks.find((each) => each.of === of);
  if (check !== undefined) setWord(edited, check.at, check.wanted);
  return edited;
}

/** A length that an IP header says, and the one that is there. */
export interface LengthCheck {
  readonly at: number;
  readonly said: number;
  readonly wanted: number;
  readonly isRight: boolean;
}

/** The shortest Ethernet frame without its check sequence, octets; what is shorter is padded (RFC 894). */
const FRAME_LEAST = 60;
const IPV6_HEADER = 40;

/** Is the packet as long as it says? Octets of padding in a short frame are none of its own. */
export function lengthCheck({ octets, link, map }: BytesModel): LengthCheck | null {
  const ip = map.layers.find(({ layer }) => layer === 'ipv4' || layer === 'ipv6');
  if (ip === undefined) return null;
  const isFour = ip.layer === 'ipv4';
  const at = ip.start + (isFour ? 2 : 4);
  const least = isFour ? 20 : IPV6_HEADER;
  const there = octets.length - ip.start;
  if (there < least) return null;
  const base = isFour ? 0 : IPV6_HEADER;
  const said = word(octets, at);
  const isPadded = link === 'ethernet' && octets.length === FRAME_LEAST;
  const size = said + base;
  const isRight = size === there || (isPadded && size >= least && size < there);
  return { at, said, wanted: there - base, isRight };
}

/** The octets with the length that is there. */
export function putLengthRight(model: BytesModel): Uint8Array {
  const edited = model.octets.slice();
  const length = lengthCheck(model);
  if (length !== null) setWord(edited, length.at, length.wanted);
  return edited;
}
