import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { duration } from '#figures/ladder/time.ts';
import { into } from '../model/limits.ts';
import { partnerOf } from '../model/possible.ts';
import { DeedButton } from './deed-button.tsx';
import { EditForm } from './edit-form.tsx';
import { useGround } from './ground.ts';
import { nameOf } from './road.tsx';
import { useTexts } from './texts.ts';

/** What can be done to the segment that is held. Each segment wants a bar of its own (`key`). */
export function CatchBar() {
  const { view, held, hold, desk } = useGround();
  const { t } = useTexts();
  const bar = useRef<HTMLDivElement>(null);
  const [by, setBy] = useState(() => desk.session.setup.road.delay * 2);
  const [edits, setEdits] = useState(false);
  const it = view.flying.find(({ name }) => name === held);

  // Who has caught something goes on with it.
  useLayoutEffect(() => {
    if (it) bar.current?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
  }, []);
  // What the focus was on may be gone with the segment: it goes to the clock, and is not lost.
  const had = useRef(false);
  useEffect(() => {
    if (had.current && !it && document.activeElement === document.body) {
      document.querySelector<HTMLElement>('.pg-play')?.focus({ preventScroll: true });
    }
    had.current = it !== undefined;
  });
  if (!it) return <div class="pg-catch" />;

  const segment = it.name;
  const partner = partnerOf(segment, view);
  const other = view.flying.find(({ name }) => name === partner);
  const ms = duration(by, t);
  return (
    <div
      class="pg-catch on"
      ref={bar}
      role="group"
      aria-label={t('playground.catch', { segment: nameOf(it, t) })}
      onKeyDown={({ key }) => {
        if (key !== 'Escape') return;
        hold(null);
        document.querySelector<HTMLElement>('.pg-tag button')?.focus();
      }}
    >
      <span class="cap" aria-hidden="true">
        {t('playground.catch.this', { name: segment })}
      </span>
      <DeedButton deed={{ do: 'drop', segment }}>{t('playground.catch.drop')}</DeedButton>
      <DeedButton deed={{ do: 'delay', segment, by }}>
        {t('playground.catch.delay', { ms })}
      </DeedButton>
      <DeedButton deed={{ do: 'duplicate', segment, by }}>
        {t('playground.catch.duplicate', { ms })}
      </DeedButton>
      <DeedButton deed={{ do: 'swap', segment, with: partner ?? segment }}>
        {other ? t('playground.catch.swap.with', { name: other.name }) : t('playground.catch.swap')}
      </DeedButton>
      <button
        type="button"
        class="b s"
        aria-expanded={edits}
        aria-disabled={it.seg === null}
        title={it.seg === null ? t('playground.why.not a segment') : undefined}
        onClick={() => it.seg !== null && setEdits(!edits)}
      >
        {t('playground.catch.edit')}
      </button>
      <label class="pg-by">
        <span>{t('playground.catch.by')}</span>
        <input
          type="number"
          min={1}
          value={by}
          onChange={({ currentTarget }) => setBy(into('hold', currentTarget.valueAsNumber))}
        />
        <span>{t('ladder.unit')}</span>
      </label>
      {edits && it.seg !== null && <EditForm key={segment} segment={segment} seg={it.seg} />}
    </div>
  );
}
