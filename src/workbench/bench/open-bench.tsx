import { render } from 'preact';
import type { LabMessages } from '#judge/lab.ts';
import { openDrafts } from '#storage/draft.ts';
import { openSettings } from '#storage/settings.ts';
import { browserShelf, openStore } from '#storage/store.ts';
import { translator, type Messages } from '#text/text.ts';
import { readLabData, type LabData } from '../data.ts';
import type { EditorKind } from '../editor/editor.ts';
import { Bench } from './bench.tsx';
import { bringToTop } from './bring-to-top.ts';
import { TextsContext } from './texts.ts';
import { keepFullWidth } from './full-width.ts';
import '../styles/bench.css';

const interfaceTexts = import.meta.glob<Messages>('/content/i18n/*.json', {
  import: 'default',
});
const labTexts = import.meta.glob<LabMessages>('/labs/*/messages.*.json', {
  import: 'default',
});
const starters = import.meta.glob<string>('/labs/*/starter.ts', {
  query: '?raw',
  import: 'default',
});

/** Puts the workbench in the place of the lab's static code and hints. */
export async function openBench(element: HTMLElement, editor: EditorKind | null): Promise<void> {
  const data = readLabData(element);
  const { messages, lab, starter } = await load(data);
  const store = openStore(data.base, browserShelf());
  if (editor !== null) openSettings(store).set('editor', editor);
  const drafts = openDrafts(store, data.id, starter);
  const piece = (name: string) => element.querySelector<HTMLElement>(`[data-${name}]`);
  const rungs = [...element.querySelectorAll<HTMLElement>('[data-rung]')].map((r) => r.innerHTML);

  const root = document.createElement('div');
  root.className = 'wb not-content';
  element.append(root);
  element.dataset.opened = '';
  if (data.mode === 'chapter') keepFullWidth(element, root);
  const level = data.mode === 'page' ? 1 : 3;
  const texts = { t: translator(messages), lang: data.lang, lab, level } as const;
  render(
    <TextsContext.Provider value={texts}>
      <Bench
        data={data}
        starter={starter}
        store={store}
        drafts={drafts}
        rungs={rungs}
        pieces={{ story: piece('story'), task: piece('task'), code: piece('code') }}
      />
    </TextsContext.Provider>,
    root,
  );
  bringToTop(root);
}

async function load({ id, lang }: LabData) {
  const [messages, lab, starter] = await Promise.all([
    interfaceTexts[`/content/i18n/${lang}.json`]?.(),
    labTexts[`/labs/${id}/messages.${lang}.json`]?.(),
    starters[`/labs/${id}/starter.ts`]?.(),
  ]);
  if (!messages || !lab || starter === undefined) throw new Error(`Lab “${id}” is incomplete.`);
  return { messages, lab, starter };
}
