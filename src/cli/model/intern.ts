/** Gives equal values the same small number, so that states can be compared and kept as numbers. */
export interface Intern<T> {
  /** The number of `value`; a new one if nothing equal was seen before. */
  id(value: T): number;
  /** The first value seen under that number. Throws RangeError on a number never given out. */
  value(id: number): T;
}

/** Text that is the same for equal plain data, octets included. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part instanceof Uint8Array ? `octets:${part.join()}` : part,
  );
}

/** An empty table of numbers. */
export function createIntern<T>(): Intern<T> {
  const ids = new Map<string, number>();
  const values: T[] = [];
  return {
    id(value) {
      const key = canonical(value);
      const known = ids.get(key);
      if (known !== undefined) return known;
      ids.set(key, values.length);
      values.push(value);
      return values.length - 1;
    },
    value(id) {
      const value = values[id];
      if (value === undefined) throw new RangeError(`nothing has the number ${id}`);
      return value;
    },
  };
}
