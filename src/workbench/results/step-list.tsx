import { useEffect, useId, useRef } from 'preact/hooks';
import { eventWords } from '#judge/words-of.ts';
import { eventHtml, placeAfter, reveal } from '#figures/inspector/event-list.ts';
import { duration } from '#figures/ladder/time.ts';
import { useHeading, useTexts } from '../bench/texts.ts';
import type { Moment } from './moments.ts';

interface Props {
  readonly moments: readonly Moment[];
  /** The place of the selected one. */
  readonly at: number;
  readonly onSelect: (at: number) => void;
}

/** The events of a case. The arrows walk through them; the ladders and the panel follow. */
export function StepList({ moments, at, onSelect }: Props) {
  const { t } = useTexts();
  const Heading = useHeading(3);
  const id = useId();
  const list = useRef<HTMLUListElement>(null);

  useEffect(() => {
    if (list.current) reveal(list.current, at);
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
        class="inspector events"
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
            onClick={() => onSelect(i)}
            dangerouslySetInnerHTML={{
              __html: eventHtml({
                ...{ at: ms, time: duration(ms, t), host: null, text: eventWords(event, t) },
                mark: parts ? t('workbench.steps.parts') : null,
              }),
            }}
          />
        ))}
      </ul>
    </div>
  );
}
