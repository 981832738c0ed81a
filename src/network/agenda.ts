/** One thing to do, its time (ms), and how many were entered before it. */
export interface Entry<T> {
  readonly at: number;
  readonly order: number;
  readonly item: T;
}

/** All there is to do: plain data if the things are, so that it can be kept and gone on with. */
export interface AgendaState<T> {
  entered: number;
  /** A binary heap. */
  readonly heap: Entry<T>[];
}

/** Things to do, each at its time (ms); taken in order of time, and of entry where times are equal. */
export interface Agenda<T> {
  add(at: number, item: T): void;
  /** The time of the next thing, or `undefined` if there is none. */
  next(): number | undefined;
  take(): T | undefined;
  /** Takes the first thing that fits out of its turn, with its time; `undefined` if none does. */
  pick(fits: (item: T) => boolean): Omit<Entry<T>, 'order'> | undefined;
}

const before = <T>(a: Entry<T>, b: Entry<T>): boolean =>
  a.at < b.at || (a.at === b.at && a.order < b.order);

/** An agenda on the given state, which it writes to; an empty one if there is none. */
export function createAgenda<T>(state: AgendaState<T> = { entered: 0, heap: [] }): Agenda<T> {
  const { heap } = state;

  const rise = (entry: Entry<T>, start: number) => {
    let i = start;
    while (i > 0) {
      const above = (i - 1) >> 1;
      const parent = heap[above] as Entry<T>;
      if (!before(entry, parent)) break;
      heap[i] = parent;
      i = above;
    }
    heap[i] = entry;
  };

  const sink = (entry: Entry<T>) => {
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= heap.length) break;
      const right = child + 1;
      if (right < heap.length && before(heap[right] as Entry<T>, heap[child] as Entry<T>)) {
        child = right;
      }
      const least = heap[child] as Entry<T>;
      if (!before(least, entry)) break;
      heap[i] = least;
      i = child;
    }
    heap[i] = entry;
  };

  return {
    add(at, item) {
      const entry = { at, order: state.entered++, item };
      heap.push(entry);
      rise(entry, heap.length - 1);
    },
    next: () => heap[0]?.at,
    take() {
      const top = heap[0];
      const last = heap.pop();
      if (top === undefined || last === undefined) return undefined;
      if (heap.length > 0) sink(last);
      return top.item;
    },
    pick(fits) {
      const found = heap
        .filter(({ item }) => fits(item))
        .sort((a, b) => (before(a, b) ? -1 : 1))[0];
      if (found === undefined) return undefined;
      const others = heap.filter((entry) => entry !== found);
      heap.length = 0;
      for (const entry of others) {
        heap.push(entry);
        rise(entry, heap.length - 1);
      }
      return { at: found.at, item: found.item };
    },
  };
}
