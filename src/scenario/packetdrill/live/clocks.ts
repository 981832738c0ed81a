import { add, type Seq } from '#tcp';

/**
 * The timestamp clocks of our connections. A script counts from the value that it names first for a
 * connection; what the live clock showed then is remembered, as packetdrill does.
 */
export interface Clocks {
  /** Takes the live value for the script's; does it lie where the script's clock would be? */
  agree(conn: string, script: Seq, live: Seq): boolean;
  /** What the peer is to echo when the script says `ecr`. */
  echo(conn: string | null, ecr: Seq): Seq;
  /** A live value on the script's clock. */
  shown(conn: string, live: Seq): Seq;
}

interface Clock {
  readonly script: Seq;
  readonly live: Seq;
  /** The latest live value for each of the script's. */
  readonly seen: Map<Seq, Seq>;
}

/**
 * `tick` is how many ms pass while the script's clock counts one; `null`: values are not compared,
 * as in packetdrill without `--tcp_ts_tick_usecs`. `tolerance` in ms.
 */
export function createClocks(tick: number | null, tolerance: number): Clocks {
  const clocks = new Map<string, Clock>();

  const clockOf = (conn: string, script: Seq, live: Seq): Clock => {
    const known = clocks.get(conn);
    if (known !== undefined) return known;
    const fresh: Clock = { script, live, seen: new Map() };
    clocks.set(conn, fresh);
    return fresh;
  };

  return {
    agree(conn, script, live) {
      const clock = clockOf(conn, script, live);
      clock.seen.set(script, live);
      if (tick === null) return true;
      const passed = ((script - clock.script) | 0) * tick;
      return Math.abs(((live - clock.live) | 0) - passed) <= tolerance + tick;
    },
    echo(conn, ecr) {
      const clock = conn === null ? undefined : clocks.get(conn);
      if (ecr === 0 || clock === undefined) return ecr;
      const passed = Math.round(((ecr - clock.script) | 0) * (tick ?? 1));
      return clock.seen.get(ecr) ?? add(clock.live, passed >>> 0);
    },
    shown(conn, live) {
      const clock = clocks.get(conn);
      if (clock === undefined) return live;
      const passed = Math.round(((live - clock.live) | 0) / (tick ?? 1));
      return add(clock.script, passed >>> 0);
    },
  };
}
