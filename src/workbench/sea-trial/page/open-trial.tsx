import { render } from 'preact';
import { browserShelf, openStore } from '#storage/store.ts';
import { openWork } from '#storage/work.ts';
import { translator } from '#text/text.ts';
import { TextsContext } from '../../bench/texts.ts';
import type { TrialPageData } from './data.ts';
import { SeaTrial } from './sea-trial.tsx';

/** Opens the sea trial in `root`, whose page carries the data. */
export function openTrial(root: HTMLElement, { base, lang, labs, messages }: TrialPageData): void {
  const planks = openWork(openStore(base, browserShelf())).finishedPlanks();
  const texts = {
    t: translator(messages),
    lang,
    lab: { tests: {}, mutants: {} },
    level: 1,
  } as const;
  root.replaceChildren();
  render(
    <TextsContext.Provider value={texts}>
      <SeaTrial
        labs={labs}
        planks={planks.filter(({ lab }) => labs.some(({ id }) => id === lab))}
        sandboxPage={`${base.replace(/\/*$/, '/')}sandbox.html`}
      />
    </TextsContext.Provider>,
    root,
  );
  root.dataset['ready'] = '';
}
