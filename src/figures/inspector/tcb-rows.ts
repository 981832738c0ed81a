import type { Tcb } from '#tcp';
import type { Translator } from '#text/text.ts';
import { FIELDS, type Group, valueAt, writeValue } from './tcb-fields.ts';

/** A variable of a TCB, in words. */
export interface TcbRow {
  /** Its path: `snd.una`. */
  readonly key: string;
  readonly group: Group;
  /** As the RFC writes it: `SND.UNA`. */
  readonly label: string;
  readonly value: string;
  /** What it was before, if it changed and there was something before. */
  readonly was: string | null;
  readonly changed: boolean;
  /** What it stands for, in a short sentence. */
  readonly meaning: string;
}

export interface TcbRowsOptions {
  /** Sequence numbers as `ISS+1` and `IRS+1` instead of the numbers themselves. */
  readonly relative?: boolean;
}

/**
 * All variables of a TCB, held against what they were `before`; `null`: the connection has just
 * begun, and all that has a value by now is new.
 */
export function tcbRows(
  tcb: Tcb,
  before: Tcb | null,
  t: Translator,
  { relative = false }: TcbRowsOptions = {},
): readonly TcbRow[] {
  const origin = relative ? tcb : null;
  return FIELDS.map((field) => {
    const { path, group } = field;
    const value = valueAt(tcb, path);
    const written = writeValue(field, value, t, origin);
    const was = before === null ? null : writeValue(field, valueAt(before, path), t, origin);
    const changed = was === null ? isSet(value) : was !== written;
    return {
      ...{ key: path, group, label: t(`inspector.name.${path}`), value: written },
      ...{ was: changed ? was : null, changed, meaning: t(`inspector.means.${path}`) },
    };
  });
}

/** Has a variable a value that says something? */
function isSet(value: unknown): boolean {
  if (value instanceof Uint8Array || Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== 0 && value !== false;
}
