import { hostTitle } from '#figures/ladder/hosts.ts';
import type { LadderElement } from '#figures/ladder-element.ts';
import type { OtherRun, OtherTcp } from '#figures/ladder/other-tcp.ts';
import type { FinishedPlank } from '#storage/work.ts';
import { count, translator, type Messages } from '#text/text.ts';
import { labTitle } from './titles.ts';

/** What a page says of itself. */
export interface Page {
  readonly lang: string;
  /** Address of the frame in which learners' code runs. */
  readonly sandboxPage: string;
}

const languages = import.meta.glob<Messages>('/content/i18n/*.json', { import: 'default' });

/** The side that a lab's plank acts on; the others act on both. */
const SIDES: Readonly<Record<string, string>> = {
  listen: 'server',
  'syn-received': 'server',
  'syn-sent': 'client',
};

/**
 * Offers every figure of the page to be played by the learner's TCP: the planks that they have
 * finished, the reference's for the rest. Nothing of theirs is loaded or run before they ask.
 */
export async function offerMine(planks: readonly FinishedPlank[], page: Page): Promise<void> {
  const load = languages[`/content/i18n/${page.lang}.json`] ?? languages['/content/i18n/en.json'];
  if (load === undefined) throw new Error(`No interface texts for “${page.lang}”.`);
  const messages = await load();
  const t = translator(messages);

  const run: OtherRun = async ({ scenario, lose, hosts }) => {
    const [{ playMine }, { compileShip }, { playedWords }, { toldRun }, rules] = await Promise.all([
      import('./mine.ts'),
      import('./compile-ship.ts'),
      import('./words.ts'),
      import('#figures/ladder/told-run.ts'),
      import('#figures/ladder/rules-at.ts'),
    ]);
    // What is lost is what the reader wants to be lost, and nothing else.
    const request = {
      scenario: { ...scenario, lose: [] },
      ...{ lose, hosts, planks: await compileShip(planks) },
    };
    const played = await playMine(request, page.sandboxPage);
    const outcome = playedWords(played, t, labTitle);
    if (played.cut?.why === 'did not load') return outcome;
    const { trace, differs } = played;
    const n = differs?.n ?? null;
    const marks = differs === null || n === null ? [] : [{ host: differs.host, n }];
    const texts = rules.ruleTexts(trace, messages);
    return { ...toldRun(trace, t), marks, outcome, texts };
  };

  const other: OtherTcp = {
    texts: {
      legend: t('ship.figure.by'),
      reference: t('ship.figure.reference'),
      other: count(t, page.lang, 'ship.figure.mine', planks.length),
      ends: t('ship.figure.ends'),
      host: (title) => hostTitle(title, t),
      busy: t('ship.figure.busy'),
    },
    sides: planks.flatMap(({ lab }) => SIDES[lab] ?? ['client', 'server']),
    run,
  };
  for (const figure of document.querySelectorAll<LadderElement>('tcp-ladder')) figure.offer(other);
}
