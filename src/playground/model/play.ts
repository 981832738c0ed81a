import { HostError } from '#network/host-types.ts';
import { WorldError } from '#network/world.ts';
import { setStage } from '#scenario/run.ts';
import type { Trace } from '#trace/trace.ts';
import type { TimedDeed } from './deed.ts';
import { MOST_STEPS } from './limits.ts';
import { lastTime, type Session } from './session.ts';
import { toScenario } from './to-scenario.ts';

/** What became of a session. */
export interface Play {
  readonly trace: Trace;
  /** Deeds that could not be done when their time came; all else goes on without them. */
  readonly refused: readonly TimedDeed[];
  /** The hosts would have talked without end, so the run was ended (`trace.end`). */
  readonly isEndless: boolean;
}

/** How far a run looks beyond what the reader sees, ms: 2MSL and the longest retransmissions. */
const AHEAD = 1_200_000;
/** The far end moves in strides, so that a playing clock seldom asks for another run, ms. */
const STRIDE = 600_000;

/** How far a session is to be run when the clock shows `now`, ms. */
export function horizonOf(session: Session, now: number): number {
  const stride = Math.floor(Math.max(0, now) / STRIDE) * STRIDE;
  return Math.max(lastTime(session), stride) + AHEAD;
}

/** Runs a session from its beginning to `until`, ms. Never throws because of what stands in it. */
export function play(session: Session, until: number): Play {
  const endless = new Error('the hosts talk without end');
  let steps = 0;
  const world = setStage(toScenario(session, until), {
    onStep: () => {
      if (++steps > MOST_STEPS) throw endless;
    },
  });
  const refused: TimedDeed[] = [];
  for (;;) {
    try {
      return { trace: world.run(until), refused, isEndless: false };
    } catch (error) {
      if (error === endless) return { trace: world.run(-Infinity), refused, isEndless: true };
      if (!(error instanceof WorldError || error instanceof HostError)) throw error;
      const deed = session.deeds.find(({ at }) => at === world.now);
      if (deed === undefined) throw error;
      refused.push(deed);
    }
  }
}
