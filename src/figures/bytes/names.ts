import type { Field, Layer, Problem } from '#wire/fields/map.ts';
import type { Translator } from '#text/text.ts';
import { citation } from '../ladder/rules.ts';
import { meaningAt } from './facts.ts';
import { octetsOf, type BytesModel } from './model.ts';
import { hexNumber, numberIn } from './value.ts';

/** A field's name: `Sequence number`. */
export function fieldName({ name }: Pick<Field, 'name'>, t: Translator): string {
  return t(`bytes.field.${name}`);
}

/** Its name where there is little room; the whole one if there is no shorter. */
export function shortName({ name }: Pick<Field, 'name'>, t: Translator): string {
  const key = `bytes.short.${name}`;
  return t.has(key) ? t(key) : t(`bytes.field.${name}`);
}

/** What the octets of a layer are called: `TCP header`; what is carried has no header. */
export function headerName(layer: Layer, t: Translator): string {
  return t(`bytes.header.${layer}`);
}

/** Bits that say whether a field means anything, and the field's text if it does not, or means more. */
const BY_BIT: Readonly<Record<string, readonly [bit: string, when: 0 | 1, variant: string]>> = {
  'tcp.seq': ['tcp.SYN', 1, 'syn'],
  'tcp.ack': ['tcp.ACK', 0, 'off'],
  'tcp.urgent': ['tcp.URG', 0, 'off'],
  'tcp.window': ['tcp.SYN', 1, 'syn'],
};

/** What a field says, in one sentence, as far as it can be told from the octets themselves. */
export function meaningOf({ octets, map }: BytesModel, field: Field, t: Translator): string {
  const { name, option } = field;
  const variant = BY_BIT[name];
  if (variant !== undefined) {
    const [bit, when, suffix] = variant;
    const flag = map.fields.find((each) => each.name === bit);
    if (flag !== undefined && numberIn(octets, flag) === when) {
      return t(`bytes.means.${name}.${suffix}`);
    }
  }
  if (name === 'tcp.kind' && option !== undefined) return t(`bytes.means.option.${option}`);
  return t(`bytes.means.${name}`);
}

/** Where a field's meaning stands: `RFC 9293 §3.1`. */
export function sourceOf(field: Field, t: Translator): string {
  const source = meaningAt(field);
  const whole = /^RFC(\d+)$/.exec(source)?.[1];
  return whole === undefined ? citation(source, t) : t('bytes.rfc', { rfc: whole });
}

/** `octet 38`, `octets 38–41`. */
export function placeOf(field: Field, t: Translator): string {
  const [start, end] = octetsOf(field);
  const values = { first: start, last: end - 1 };
  return t(end - start === 1 ? 'bytes.octet-at' : 'bytes.octets-at', values);
}

/** `1 octet`, `40 octets`. */
export function octetCount(n: number, t: Translator): string {
  return n === 1 ? t('bytes.octet') : t('bytes.octets', { n });
}

/** `1 bit`, `16 bits`; of what is carried `60 octets`. */
export function bitCount({ layer, bits }: Field, t: Translator): string {
  if (layer === 'data') return octetCount(bits / 8, t);
  return bits === 1 ? t('bytes.bit') : t('bytes.bits', { n: bits });
}

/** What is wrong, in one sentence. */
export function problemText({ kind, at, values }: Problem, t: Translator): string {
  const type = values['type'];
  return t(`bytes.problem.${kind}`, {
    ...{ at, ...values },
    ...(type === undefined ? {} : { type: hexNumber(type, 16) }),
  });
}
