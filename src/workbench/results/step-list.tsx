import { useEffect, useId, useRef } from 'preact/hooks';
import { eventWords } from '#judge/words-of.ts';
import { duration } from '#figures/ladder/time.ts';
import { useHeading, useTexts } from '../bench/texts.ts';
import type { Moment } from './moments.ts';

interface Props {
  readonly moments: readonly Moment[];
  /** The place of the selected one. */
  readonly at: number;
  readonly onSelect: (at: number) => void;
}

/** A page of the list, for the keys. */
const PAGE = 8;

/** Where a key leads from a place in the list; `null` if it is no key of ours. */
function placeAfter(key: string, at: number, length: number): number | null {
  const moves: Readonly<Record<string, number>> = {
    ...{ ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1 },
    ...{ PageDown: at + PAGE, PageUp: at - PAGE, Home: 0, End: length - 1 },
  };
  const to = moves[key];
  return to === undefined ? null : Math.max(0, Math.min(length - 1, to));
}

/** The events of a case. The arrows walk through them; the ladders and the panel follow. */
export function StepList({ moments, at, onSelect }: Props) {
  const { t } = useTexts();
  const Heading = useHeading(3);
  const id = useId();
  const list = useRef<HTMLUListElement>(null);

  useEffect(() => {
    const box = list.current;
    const option = box?.children[at];
    if (!box || !(option instanceof HTMLElement)) return;
    // Only the list is moved, never the page.
    const above = option.offsetTop - box.offsetTop;
    if (above < box.scrollTop) box.scrollTop = above;
    const over = above + option.offsetHeight - box.clientHeight;
    if (over > box.scrollTop) box.scrollTop = over;
  }, [at]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = placeAfter(event.key, at, moments.length);
    if (to === null) return;
    event.preventDefault();
    onSelect(to);
  };

  return (
    <div class="wb-step-list">
      <Heading class="cap" id={`${id}-name`}>
        {t('workbench.steps')}
      </Heading>
      <ul
        role="listbox"
        tabIndex={0}
        ref={list}
        aria-labelledby={`${id}-name`}
        aria-activedescendant={`${id}-${String(at)}`}
        onKeyDown={onKeyDown}
      >
        {moments.map(({ t: ms, event, parts }, i) => (
          // The keys are heard by the list.
          <li
            key={i}
            id={`${id}-${String(i)}`}
            role="option"
            aria-selected={i === at}
            class={parts ? 'parts' : ''}
            onClick={() => onSelect(i)}
          >
            <span class="when">{duration(ms, t)}</span>
            <span>{eventWords(event, t)}</span>
            {parts && (
              <span class="ne">
                <span aria-hidden="true">≠</span>
                <span class="visually-hidden"> {t('workbench.steps.parts')}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
