import type { RuleId } from './effect.ts';
import { follow } from './followed.ts';

/** Why bytes could not be read: what is wrong, and at which offset from their beginning. */
export interface WireError {
  readonly what: string;
  readonly at: number;
  /** The rule that wants them refused, where there is one. */
  readonly rule?: RuleId;
}

/** What was read, or why not. Reading never throws, whatever the bytes are. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: WireError };

/** A success. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A failure at offset `at`. */
export function bad<T>(what: string, at: number, rule?: RuleId): Result<T> {
  if (rule !== undefined) follow(rule);
  return { ok: false, error: rule === undefined ? { what, at } : { what, at, rule } };
}
