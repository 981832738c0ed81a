/** How often it beats, ms. */
const BEAT = 10;

/** Listens to how regularly this thread gets to do something. */
export interface Heart {
  /** Stops. How often it has beaten, and the longest that this thread worked between two beats, ms. */
  end(): { readonly beats: number; readonly longest: number };
}

/**
 * Begins to listen. Time is what this thread worked, not what passed: a machine that does something
 * else meanwhile is nothing to blame the judge for.
 */
export function listenToHeart(): Heart {
  let beats = 0;
  let longest = 0;
  let last = process.threadCpuUsage();
  const beat = () => {
    const { user, system } = process.threadCpuUsage(last);
    longest = Math.max(longest, (user + system) / 1_000);
    last = process.threadCpuUsage();
    beats += 1;
  };
  const timer = setInterval(beat, BEAT);
  return {
    end() {
      clearInterval(timer);
      return { beats, longest };
    },
  };
}
