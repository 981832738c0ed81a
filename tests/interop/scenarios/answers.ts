import type { Scenario } from '../scenario.ts';
import { ask } from '../answers/ask.ts';
import { DIFFERENCES, differenceFor, type Difference } from '../answers/differences.ts';
import { engineTarget } from '../answers/engine-target.ts';
import { type Probe, probeName, PROBES } from '../answers/probes.ts';
import { type Reached, REACHED } from '../answers/reach.ts';
import type { Stage } from '../world/stage.ts';

const AT_ONCE = 12;

/**
 * How long the kernel gets to answer, ms: it delays an ACK by 40 ms at least. On a busy machine it may
 * take longer, and delays more when the round trip seems long; a SYN goes out again after 1 s.
 */
const PATIENCE = [70, 150, 400, 400];

/** How the kernel and the engine answer one segment; `null`: in the same way. */
async function compare(
  stage: Stage,
  state: Reached,
  probe: Probe,
  patience: readonly number[],
): Promise<string | null> {
  const engine = await ask(engineTarget(), state, probe);
  let kernel = '';
  for (const ms of patience) {
    kernel = await ask(stage.kernelTarget(ms), state, probe).catch(String);
    if (kernel === engine) return null;
    if (differenceFor(state, probe) !== undefined) break;
  }
  return `${probeName(probe)}: the kernel: ${kernel}; the engine: ${engine}`;
}

/** Is a difference that no probe has shown really gone, or was the kernel only late? */
async function isGone(stage: Stage, state: Reached, one: Difference): Promise<boolean> {
  for (const probe of PROBES.filter((each) => differenceFor(state, each) === one)) {
    if ((await compare(stage, state, probe, PATIENCE.slice(-1))) !== null) return false;
  }
  return true;
}

async function compareAll(stage: Stage, state: Reached): Promise<void> {
  const seen = new Map<Difference, number>();
  const problems: string[] = [];
  const waiting = [...PROBES];
  const worker = async () => {
    for (let probe = waiting.shift(); probe !== undefined; probe = waiting.shift()) {
      const found = await compare(stage, state, probe, PATIENCE);
      if (found === null) continue;
      const known = differenceFor(state, probe);
      if (known === undefined) problems.push(found);
      else seen.set(known, (seen.get(known) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  for (const one of DIFFERENCES.filter(({ states }) => states.includes(state))) {
    if (!seen.has(one) && (await isGone(stage, state, one))) {
      problems.push(`Linux and the engine agree now, though we say: ${one.what}`);
    }
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const differ = [...seen.values()].reduce((total, one) => total + one, 0);
  stage.note(`${PROBES.length - differ} of ${PROBES.length} segments answered alike`);
  for (const [{ what }, count] of seen) stage.note(`${count} known to differ (${what})`);
}

/** Every kind of segment in every state: does profile `linux` answer as Linux does? */
export const ANSWERS: readonly Scenario[] = REACHED.map((state) => ({
  name: `answers in ${state}`,
  profiles: ['linux'],
  play: (stage) => compareAll(stage, state),
}));
