/** Things to do, each at its time (ms); taken in order of time, and of entry where times are equal. */
export interface Agenda<T> {
  add(at: number, item: T): void;
  /** The time of the next thing, or `undefined` if there is none. */
  next(): number | undefined;
  take(): T | undefined;
}

interface Entry<T> {
  readonly at: number;
  readonly order: number;
  readonly item: T;
}

/** A binary heap. */
export function createAgenda<T>(): Agenda<T> {
  const heap: Entry<T>[] = [];
  let entered = 0;

  const before = (i: number, j: number): boolean => {
    const a = heap[i] as Entry<T>;
    const b = heap[j] as Entry<T>;
    return a.at < b.at || (a.at === b.at && a.order < b.order);
  };
  const swap = (i: number, j: number) => {
    [heap[i], heap[j]] = [heap[j] as Entry<T>, heap[i] as Entry<T>];
  };

  const rise = (start: number) => {
    let i = start;
    while (i > 0 && before(i, (i - 1) >> 1)) {
      swap(i, (i - 1) >> 1);
      i = (i - 1) >> 1;
    }
  };

  const sink = () => {
    let i = 0;
    for (;;) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2]) {
        if (child < heap.length && before(child, least)) least = child;
      }
      if (least === i) return;
      swap(i, least);
      i = least;
    }
  };

  return {
    add(at, item) {
      heap.push({ at, order: entered++, item });
      rise(heap.length - 1);
    },
    next: () => heap[0]?.at,
    take() {
      const top = heap[0];
      const last = heap.pop();
      if (top === undefined || last === undefined) return undefined;
      if (heap.length > 0) {
        heap[0] = last;
        sink();
      }
      return top.item;
    },
  };
}
