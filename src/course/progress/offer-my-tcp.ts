import { PLANK_LAID, readProgress } from '#storage/progress.ts';
import { browserShelf, openStore } from '#storage/store.ts';

/**
 * Lets figures be played by the reader's own TCP, once they have laid a plank. A page without
 * figures, or of a reader without planks, loads nothing for it.
 */
export function offerMyTcp(): void {
  void offer();
  addEventListener(PLANK_LAID, () => void offer());
  addEventListener('pageshow', ({ persisted }) => persisted && void offer());
}

async function offer(): Promise<void> {
  if (document.querySelector('tcp-ladder') === null) return;
  const base = import.meta.env.BASE_URL;
  const store = openStore(base, browserShelf());
  if (Object.keys(readProgress(store)).length === 0) return;
  const [{ openWork }, { offerMine }] = await Promise.all([
    import('#storage/work.ts'),
    import('#workbench/ship/offer.ts'),
  ]);
  const planks = openWork(store).finishedPlanks();
  if (planks.length === 0) return;
  await customElements.whenDefined('tcp-ladder');
  await offerMine(planks, {
    lang: document.documentElement.lang,
    sandboxPage: `${base.replace(/\/*$/, '/')}sandbox.html`,
  });
}
