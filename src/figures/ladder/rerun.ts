import type { Scenario } from '#scenario/scenario.ts';
import { runScenario } from '#scenario/run.ts';
import { translator, type Messages } from '#text/text.ts';
import type { Replayed } from './other-tcp.ts';
import { tellOutcome } from './outcome.ts';
import { moreTexts } from './texts.ts';
import { toldRun } from './told-run.ts';

/**
 * Runs a scenario again with exactly these segments lost. Loaded with the engine when a reader
 * loses the first segment. `texts` are the figure's own; those of the rules are fetched.
 */
export async function rerun(
  scenario: Scenario,
  lose: readonly string[],
  pressed: string,
  { lang, texts }: { readonly lang: string; readonly texts: Messages },
): Promise<Replayed> {
  const rules = await moreTexts('rule', lang);
  const t = translator({ ...texts, ...rules });
  const trace = runScenario({ ...scenario, lose });
  const outcome = tellOutcome(trace, pressed, t);
  return { ...toldRun(trace, t), outcome, marks: [], texts: rules };
}
