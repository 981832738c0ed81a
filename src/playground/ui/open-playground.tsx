import { render } from 'preact';
import { browserShelf, openStore } from '#storage/store.ts';
import { openWork } from '#storage/work.ts';
import { translator } from '#text/text.ts';
import type { PlaygroundData } from './data.ts';
import { Playground } from './playground.tsx';
import { TextsContext } from './texts.ts';
import '#figures/figures.css';
import './playground.css';

/** Opens the playground in `root`, whose page carries the data. */
export function openPlayground(root: HTMLElement, data: PlaygroundData): void {
  const planks = openWork(openStore(data.base, browserShelf())).finishedPlanks();
  root.replaceChildren();
  render(
    <TextsContext.Provider value={{ t: translator(data.messages), lang: data.lang }}>
      <Playground
        base={data.base}
        planks={planks}
        laid={planks.flatMap(({ lab }) => data.planks[lab] ?? [])}
      />
    </TextsContext.Provider>,
    root,
  );
  root.dataset['ready'] = '';
}
