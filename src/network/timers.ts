/** Something that may have to be woken: a connection with timers. */
export interface Sleeper {
  /** Of two that are due at once, the one with the lower number comes first. */
  readonly serial: number;
  /** Where it stands in the heap: the time it is filed under, ms, or Infinity when nowhere. */
  due: number;
}

/** Who is due first. Times in ms. */
export interface Timers<S extends Sleeper> {
  /** Says when `sleeper` is due now; Infinity: never. */
  set(sleeper: S, at: number): void;
  /** The sleeper that is due first, or `null`. */
  first(): S | null;
  clear(): void;
}

/** A heap this small is never worth cleaning. */
const SMALL = 1_024;

/**
 * A binary heap with lazy deletion. A timer that moves to a later time, as most do with every ACK,
 * costs nothing: its sleeper stays filed under the earlier time, and is filed anew when that comes
 * to the top. What became worthless is thrown away when it comes to the top, or when it makes up
 * more than half of the heap. `dueOf` says when a sleeper is really due.
 */
export function createTimers<S extends Sleeper>(dueOf: (sleeper: S) => number): Timers<S> {
  // Two lists side by side: comparing times does not touch the sleepers.
  let times: number[] = [];
  let sleepers: S[] = [];
  let filed = 0;

  const time = (i: number): number => times[i] as number;
  const sleeper = (i: number): S => sleepers[i] as S;

  const goesBefore = (at: number, serial: number, i: number): boolean =>
    at < time(i) || (at === time(i) && serial < sleeper(i).serial);

  const put = (i: number, at: number, who: S) => {
    times[i] = at;
    sleepers[i] = who;
  };

  const rise = (at: number, who: S) => {
    let i = times.length;
    put(i, at, who);
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!goesBefore(at, who.serial, parent)) break;
      put(i, time(parent), sleeper(parent));
      i = parent;
    }
    put(i, at, who);
  };

  const sink = (start: number, at: number, who: S) => {
    let i = start;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= times.length) break;
      const right = child + 1;
      if (right < times.length && goesBefore(time(right), sleeper(right).serial, child)) {
        child = right;
      }
      if (goesBefore(at, who.serial, child)) break;
      put(i, time(child), sleeper(child));
      i = child;
    }
    put(i, at, who);
  };

  const removeTop = () => {
    const at = times.pop();
    const who = sleepers.pop();
    if (at !== undefined && who !== undefined && times.length > 0) sink(0, at, who);
  };

  const file = (who: S, at: number) => {
    if (who.due === Number.POSITIVE_INFINITY) filed += 1;
    who.due = at;
    rise(at, who);
  };

  const unfile = (who: S) => {
    if (who.due === Number.POSITIVE_INFINITY) return;
    who.due = Number.POSITIVE_INFINITY;
    filed -= 1;
  };

  const clean = () => {
    const kept = new Set(sleepers.filter(({ due }) => due !== Number.POSITIVE_INFINITY));
    times = [];
    sleepers = [];
    for (const who of kept) rise(who.due, who);
  };

  return {
    set(who, at) {
      if (at === Number.POSITIVE_INFINITY) unfile(who);
      else if (at < who.due) file(who, at);
      if (times.length > SMALL && times.length > 2 * filed) clean();
    },

    first() {
      for (;;) {
        const who = sleepers[0];
        if (who === undefined) return null;
        const at = time(0);
        const due = who.due === at ? dueOf(who) : at;
        if (who.due === at && due === at) return who;
        if (who.due !== at) removeTop();
        else if (due === Number.POSITIVE_INFINITY) {
          unfile(who);
          removeTop();
        } else {
          who.due = due;
          sink(0, due, who);
        }
      }
    },

    clear() {
      for (const who of sleepers) who.due = Number.POSITIVE_INFINITY;
      times = [];
      sleepers = [];
      filed = 0;
    },
  };
}
