import { checksumsOf, type ChecksumCheck } from '#wire/fields/checks.ts';
import { fieldsOf } from '#wire/fields/fields.ts';
import type { Field, FieldMap, Layer, LayerBox, Link } from '#wire/fields/map.ts';

/** Octets and all that can be said of them. */
export interface BytesModel {
  readonly octets: Uint8Array;
  readonly link: Link;
  readonly map: FieldMap;
  readonly checks: readonly ChecksumCheck[];
}

/** Reads octets for the figure. Takes any octets. */
export function modelOf(octets: Uint8Array, link: Link): BytesModel {
  const map = fieldsOf(octets, link);
  return { octets, link, map, checks: checksumsOf(octets, map.layers) };
}

/** The octets that a field lies in: from the first to the one after the last. */
export function octetsOf({ bit, bits }: Field): readonly [start: number, end: number] {
  return [bit >> 3, (bit + bits + 7) >> 3];
}

/** The numbers (places in the map) of the fields that an octet has bits of. */
export function fieldsAt({ fields }: FieldMap, octet: number): readonly number[] {
  return fields.flatMap((field, n) => {
    const [start, end] = octetsOf(field);
    return start <= octet && octet < end ? [n] : [];
  });
}

/** A header of the figure, or what lies between and behind headers: octets of one layer in a row. */
export interface Block {
  readonly layer: Layer;
  readonly start: number;
  readonly end: number;
  /** Places of its fields in the map. */
  readonly fields: readonly number[];
}

/** The octets by layers, in their order. What is carried stands apart from what follows it. */
export function blocksOf({ fields }: FieldMap): readonly Block[] {
  const blocks: { layer: Layer; start: number; end: number; fields: number[] }[] = [];
  for (const [n, field] of fields.entries()) {
    const [start, end] = octetsOf(field);
    const last = blocks.at(-1);
    if (last?.layer === field.layer && field.layer !== 'data') {
      last.end = end;
      last.fields.push(n);
    } else blocks.push({ layer: field.layer, start, end, fields: [n] });
  }
  return blocks;
}

/** What an octet is to a layer: part of its header, of what it carries, or of what follows its end. */
export interface Role {
  readonly layer: Layer;
  readonly part: 'header' | 'payload' | 'after';
  /** The octet's place in that part, from 0, as offsets and the RFCs' rulers count. */
  readonly n: number;
}

/** What an octet is to each of the layers that it passes. A layer that begins behind it has no say. */
export function rolesOf({ layers }: FieldMap, octet: number): readonly Role[] {
  return layers
    .filter(({ layer, start }) => layer !== 'data' && start <= octet)
    .map((box) => roleIn(box, octet));
}

function roleIn({ layer, start, body, end }: LayerBox, octet: number): Role {
  if (octet < body) return { layer, part: 'header', n: octet - start };
  if (octet < end) return { layer, part: 'payload', n: octet - body };
  return { layer, part: 'after', n: octet - end };
}

/** The first field of that name; the first of all without one. */
export function fieldNamed({ fields }: FieldMap, name: string): number {
  return Math.max(
    0,
    fields.findIndex((field) => field.name === name),
  );
}
