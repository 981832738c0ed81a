import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Store } from '#storage/store.ts';
import { useHeading, useTexts } from './texts.ts';

interface Props {
  /** The hints, as HTML of our own making. */
  readonly rungs: readonly string[];
  readonly lab: string;
  readonly store: Store;
}

/** A ladder of hints: each rung is shown by itself, from a nudge to nearly the answer. */
export function Hints({ rungs, lab, store }: Props) {
  const { t, n } = useTexts();
  const Heading = useHeading(1);
  const name = `hints:${lab}`;
  const [shown, setShown] = useState(() => rungsIn(store.get(name), rungs.length));
  const list = useRef<HTMLOListElement>(null);
  const asked = useRef(false);

  // The button goes as the hint comes, and the focus would go with it.
  useLayoutEffect(() => {
    if (!asked.current) return;
    list.current
      ?.querySelectorAll<HTMLElement>('.wb-hint')
      .item(shown - 1)
      ?.focus();
  }, [shown]);

  if (rungs.length === 0) return null;
  const show = (count: number) => {
    asked.current = true;
    store.set(name, count);
    setShown(count);
  };
  return (
    <div class="wb-hints">
      <Heading class="cap">{t('workbench.hints')}</Heading>
      <ol ref={list}>
        {rungs.map((html, i) => (
          <li key={i} class={i < shown ? 'open' : ''}>
            <span class="wb-rung num d" aria-hidden="true">
              {i + 1}
            </span>
            {i < shown ? (
              // The hints are HTML that this site was built with.
              <div class="wb-hint" tabIndex={-1} dangerouslySetInnerHTML={{ __html: html }} />
            ) : i === shown ? (
              <div class="wb-ask">
                <button type="button" class="b s" onClick={() => show(shown + 1)}>
                  {t(i === 0 ? 'workbench.hints.first' : 'workbench.hints.next')}
                </button>
                <span class="wb-later d">{n('workbench.hints.left', rungs.length - i)}</span>
              </div>
            ) : (
              <span class="wb-later d">
                {t(i === rungs.length - 1 ? 'workbench.hints.last' : 'workbench.hints.later')}
              </span>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** How many rungs were opened on earlier visits. Anything else that is kept there counts as none. */
function rungsIn(value: unknown, most: number): number {
  return Number.isInteger(value) && Number(value) > 0 ? Math.min(Number(value), most) : 0;
}
