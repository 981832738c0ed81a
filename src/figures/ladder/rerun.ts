import type { Scenario } from '#scenario/scenario.ts';
import { runScenario } from '#scenario/run.ts';
import { translator, type Messages } from '#text/text.ts';
import { listHtml, listLadder } from './list.ts';
import type { Replayed } from './other-tcp.ts';
import { tellOutcome } from './outcome.ts';

const FOLDER = '../../../content/i18n';
const LANGUAGES = import.meta.glob<Messages>('../../../content/i18n/*.json', { import: 'default' });

/**
 * Runs a scenario again with exactly these segments lost. Loaded with the engine when a reader
 * loses the first segment.
 */
export async function rerun(
  scenario: Scenario,
  lose: readonly string[],
  pressed: string,
  lang: string,
): Promise<Replayed> {
  const load = LANGUAGES[`${FOLDER}/${lang}.json`] ?? LANGUAGES[`${FOLDER}/en.json`];
  if (load === undefined) throw new Error(`No interface texts for “${lang}”.`);
  const t = translator(await load());
  const trace = runScenario({ ...scenario, lose });
  const list = listHtml(listLadder(trace, t));
  return { trace, list, outcome: tellOutcome(trace, pressed, t), marks: [] };
}
