import type { CallsRecord, CallsRun } from '#sandbox/sandbox.ts';
import { plainValue, type Value } from '#sandbox/value.ts';
import { PlankError } from '#tcp';
import { array, fields, MAX_TEXT, refuse } from './fields.ts';

/** What untrusted calls gave back: of a run that is `whole`, one value for each. */
export function callsRecord(value: unknown, { args }: CallsRun, whole: boolean): CallsRecord {
  const list = array(fields(value, 'a record').values, 'the values', args.length);
  if (whole && list.length < args.length) refuse('calls are missing');
  return { values: list.map(plain) };
}

function plain(value: unknown): Value {
  try {
    const copy = plainValue('a value', value);
    return hasLongText(copy) ? refuse('a text is too long') : copy;
  } catch (error) {
    // What was read is data that came out of a realm: nothing else can be wrong with it.
    if (error instanceof PlankError) return refuse(error.message);
    throw error;
  }
}

function hasLongText(value: Value): boolean {
  if (typeof value === 'string') return value.length > MAX_TEXT;
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return false;
  return Object.entries(value).some(([name, each]) => name.length > MAX_TEXT || hasLongText(each));
}
