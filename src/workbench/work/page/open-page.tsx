import { render } from 'preact';
import { browserShelf, openStore } from '#storage/store.ts';
import { openWork } from '#storage/work.ts';
import { translator } from '#text/text.ts';
import { TextsContext } from '../../bench/texts.ts';
import type { WorkPageData } from './data.ts';
import { WorkPage } from './work-page.tsx';

/** Draws what this browser keeps into `root`, whose page carries the data. */
export function openWorkPage(root: HTMLElement, data: WorkPageData): void {
  const work = openWork(openStore(data.base, browserShelf()));
  const texts = {
    t: translator(data.messages),
    lang: data.lang,
    lab: { tests: {}, mutants: {} },
    level: 1,
  } as const;
  render(
    <TextsContext.Provider value={texts}>
      <WorkPage work={work} labs={data.labs} />
    </TextsContext.Provider>,
    root,
  );
}
