import { isSeq } from '#tcp';

/*
 * Readers for untrusted values. Each gives back a value of the type that it names, made anew, or
 * throws `Refused`.
 */

/** An untrusted value is not what it should be. The message says which and why. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** Throws Refused: what came back from the sandbox is not what a host could have done. */
export function refuse(what: string): never {
  throw new Refused(what);
}

export const MAX_TEXT = 2_000;
const MAX_OCTETS = 1_000_000;

/** `value` as a record. Throws Refused, as all of these do. */
export function fields(value: unknown, what: string): Record<string, unknown> {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord ? (value as Record<string, unknown>) : refuse(`${what} is no record`);
}

/** `value` as a list of at most `most` things. */
export function array(value: unknown, what: string, most: number): readonly unknown[] {
  if (!Array.isArray(value)) return refuse(`${what} are no list`);
  return value.length <= most ? value : refuse(`${what} are too many`);
}

/** `value` as a text of at most MAX_TEXT characters. */
export function text(value: unknown, what: string): string {
  if (typeof value !== 'string') return refuse(`${what} is no text`);
  return value.length <= MAX_TEXT ? value : refuse(`${what} is too long`);
}

/** Virtual time, ms; below 0 a stage is set. */
export function time(value: unknown): number {
  const isTime = typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  return isTime ? value : refuse('a time is no number');
}

/** A number from 0 on. */
export function number(value: unknown, what: string): number {
  const isNumber = typeof value === 'number' && value >= 0 && value <= Number.MAX_SAFE_INTEGER;
  return isNumber ? value : refuse(`${what} is no number from 0 on`);
}

/** `value` as a sequence number. */
export function seq(value: unknown): number {
  return isSeq(value) ? value : refuse('a sequence number is none');
}

/** A copy of `value`, if it is octets. */
export function octets(value: unknown): Uint8Array {
  if (!(value instanceof Uint8Array)) return refuse('octets are no octets');
  return value.length <= MAX_OCTETS ? new Uint8Array(value) : refuse('too many octets');
}

/** `value` as one of `all`. */
export function oneOf<T extends string>(value: unknown, all: readonly T[], what: string): T {
  return all.find((each) => each === value) ?? refuse(`${what} is none that exists`);
}
