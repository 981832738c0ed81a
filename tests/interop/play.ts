import { isDeepStrictEqual } from 'node:util';
import type { Profile, Scenario } from './scenario.ts';
import type { Link } from './world/link.ts';
import { setSysctls, USUAL } from './world/namespace.ts';
import { setStage, type Stage } from './world/stage.ts';

/** A scenario in one profile. */
interface Part {
  readonly scenario: Scenario;
  readonly profile: Profile;
  readonly title: string;
  readonly n: number;
}

interface Outcome {
  readonly lines: readonly string[];
  readonly ok: boolean;
}

const BOTH: readonly Profile[] = ['rfc9293', 'linux'];
const AT_ONCE = 12;
const PACKETS_SHOWN = 60;
const LIMIT = 60_000;

/** The scenarios once for each of their profiles. */
export function partsOf(scenarios: readonly Scenario[]): readonly Part[] {
  return scenarios
    .flatMap((scenario) =>
      (scenario.profiles ?? BOTH).map((profile) => ({
        scenario,
        profile,
        title: `${scenario.name} [${profile}]`,
      })),
    )
    .map((part, n) => ({ ...part, n }));
}

/** Plays the scenarios whose title contains one of `only` (all, if none is given); returns how many failed. */
export async function playAll(
  link: Link,
  scenarios: readonly Scenario[],
  only: readonly string[],
): Promise<number> {
  const parts = partsOf(scenarios).filter(
    ({ title }) => only.length === 0 || only.some((text) => title.includes(text)),
  );
  if (parts.length === 0) throw new Error(`no scenario has ${only.join(' or ')} in its title`);
  const outcomes: Outcome[] = [];
  for (const group of groupsOf(parts)) {
    setSysctls({ ...USUAL, ...group[0]?.scenario.sysctls });
    outcomes.push(...(await playTogether(link, group)));
  }
  const failed = outcomes.filter(({ ok }) => !ok).length;
  console.log(`${outcomes.length - failed} passed, ${failed} failed`);
  return failed;
}

/** Parts that need the same settings of the kernel. */
function groupsOf(parts: readonly Part[]): readonly (readonly Part[])[] {
  const groups: Part[][] = [];
  for (const part of parts) {
    const group = groups.find(([first]) =>
      isDeepStrictEqual(first?.scenario.sysctls, part.scenario.sysctls),
    );
    if (group === undefined) groups.push([part]);
    else group.push(part);
  }
  return groups;
}

/** Plays several at a time, and reports them in their order. */
async function playTogether(link: Link, parts: readonly Part[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const waiting = [...parts.entries()];
  let shown = 0;
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [at, part] = next;
      outcomes[at] = await playOne(link, part);
      for (; outcomes[shown] !== undefined; shown += 1) {
        for (const line of outcomes[shown]?.lines ?? []) console.log(line);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return outcomes;
}

async function playOne(link: Link, { scenario, profile, title, n }: Part): Promise<Outcome> {
  const stage = setStage(link, n, { ...scenario, profile });
  const start = performance.now();
  try {
    await Promise.race([scenario.play(stage, profile), alarm()]);
    const s = ((performance.now() - start) / 1_000).toFixed(1);
    return { ok: true, lines: [`ok    ${title}: ${stage.compared().join(', ')} (${s} s)`] };
  } catch (error) {
    return { ok: false, lines: failureLines(title, stage, error, await stage.now()) };
  } finally {
    stage.strike();
  }
}

function alarm(): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error(`not over after ${LIMIT} ms`)), LIMIT).unref();
  });
}

function failureLines(title: string, stage: Stage, error: unknown, now: string): readonly string[] {
  const packets = stage.path.log();
  const omitted = packets.length - PACKETS_SHOWN;
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [
    `FAIL  ${title}`,
    ...what.split('\n').map((line) => `      ${line}`),
    `      now: ${now}`,
    `      compared before: ${stage.compared().join(', ') || 'nothing'}`,
    ...(omitted > 0 ? [`      … ${omitted} packets before these`] : []),
    ...packets.slice(-PACKETS_SHOWN).map((line) => `      ${line}`),
  ];
}
