import { long, word } from '#tcp/octets.ts';
import type { Leg } from './story.ts';

/** The parts of a frame that a router may touch, or must leave alone. */
export const LAYERS = ['frame', 'ip', 'tcp', 'icmp', 'quotedIp', 'quotedTcp'] as const;
export type Layer = (typeof LAYERS)[number];

/** A field's name within its layer; `routers.field.<key>` has its words. */
export type Key =
  | 'source'
  | 'destination'
  | 'id'
  | 'ttl'
  | 'checksum'
  | 'sourcePort'
  | 'destinationPort'
  | 'seq'
  | 'ack'
  | 'type';

/** A field and what it holds on one link. */
export interface Field {
  readonly layer: Layer;
  readonly key: Key;
  readonly value: string;
}

const ICMP = 1;
const TCP = 6;
const ICMP_HEADER = 8;

const hex = (n: number): string => `0x${n.toString(16).padStart(4, '0')}`;

/** Reads fields as far as there are octets; what is cut off is left out. */
function reader(octets: Uint8Array) {
  const fields: Field[] = [];
  const add = (
    layer: Layer,
    key: Key,
    at: number,
    length: number,
    read: (at: number) => string,
  ) => {
    if (at + length <= octets.length) fields.push({ layer, key, value: read(at) });
  };
  const number = (at: number) => String(word(octets, at));
  const address = (at: number) => octets.subarray(at, at + 4).join('.');
  return {
    fields,
    octet: (layer: Layer, key: Key, at: number) =>
      add(layer, key, at, 1, () => String(octets[at] ?? 0)),
    word: (layer: Layer, key: Key, at: number) => add(layer, key, at, 2, number),
    sum: (layer: Layer, key: Key, at: number) =>
      add(layer, key, at, 2, () => hex(word(octets, at))),
    long: (layer: Layer, key: Key, at: number) =>
      add(layer, key, at, 4, () => String(long(octets, at))),
    address: (layer: Layer, key: Key, at: number) => add(layer, key, at, 4, address),
    kind: (at: number) =>
      add('icmp', 'type', at, 2, () => `${octets[at] ?? 0}, ${octets[at + 1] ?? 0}`),
  };
}

const headerLength = (octets: Uint8Array, at: number): number => ((octets[at] ?? 0) & 0x0f) * 4;

/**
 * The fields of a frame that tell who it is from, who it is for and how far it may go, with the
 * checksums. IPv4 with TCP or ICMP in it. The acknowledgment number is left out where it means nothing.
 */
export function fieldsOf({ octets, frame }: Pick<Leg, 'octets' | 'frame'>): readonly Field[] {
  const read = reader(octets);
  const ip = (layer: Layer, at: number) => {
    if (layer === 'ip') read.word(layer, 'id', at + 4);
    read.octet(layer, 'ttl', at + 8);
    read.sum(layer, 'checksum', at + 10);
    read.address(layer, 'source', at + 12);
    read.address(layer, 'destination', at + 16);
    return at + headerLength(octets, at);
  };
  const tcp = (layer: Layer, at: number) => {
    read.word(layer, 'sourcePort', at);
    read.word(layer, 'destinationPort', at + 2);
    read.long(layer, 'seq', at + 4);
    if (((octets[at + 13] ?? 0) & 0x10) !== 0) read.long(layer, 'ack', at + 8);
    read.sum(layer, 'checksum', at + 16);
  };
  read.fields.push(
    { layer: 'frame', key: 'source', value: frame.src },
    { layer: 'frame', key: 'destination', value: frame.dst },
  );
  const body = ip('ip', 0);
  if (octets[9] === TCP) tcp('tcp', body);
  if (octets[9] === ICMP) {
    read.kind(body);
    read.sum('icmp', 'checksum', body + 2);
    tcp('quotedTcp', ip('quotedIp', body + ICMP_HEADER));
  }
  return read.fields;
}

/** What a field holds on a link; `null` if it is not there. */
export function valueOf(leg: Pick<Leg, 'octets' | 'frame'>, layer: Layer, key: Key): string | null {
  return fieldsOf(leg).find((field) => field.layer === layer && field.key === key)?.value ?? null;
}

/** `10.1.0.2:51436`, or the address alone where there is no port. */
export function socketOf(leg: Leg, end: 'source' | 'destination', layer: 'ip' | 'quotedIp' = 'ip') {
  const ports = layer === 'ip' ? 'tcp' : 'quotedTcp';
  const port = valueOf(leg, ports, end === 'source' ? 'sourcePort' : 'destinationPort');
  const address = valueOf(leg, layer, end) ?? '';
  return port === null ? address : `${address}:${port}`;
}

/** A part of the octets that is a header, or what it carries. Offsets. */
export interface Part {
  readonly layer: Layer;
  readonly start: number;
  readonly end: number;
}

/** The datagram's headers, one after the other. */
export function partsOf(octets: Uint8Array): readonly Part[] {
  const end = octets.length;
  const body = Math.min(end, headerLength(octets, 0));
  const parts: Part[] = [{ layer: 'ip', start: 0, end: body }];
  if (octets[9] !== ICMP) return [...parts, { layer: 'tcp', start: body, end }];
  const quote = Math.min(end, body + ICMP_HEADER);
  const inner = Math.min(end, quote + headerLength(octets, quote));
  return [
    ...parts,
    { layer: 'icmp', start: body, end: quote },
    { layer: 'quotedIp', start: quote, end: inner },
    { layer: 'quotedTcp', start: inner, end },
  ];
}
