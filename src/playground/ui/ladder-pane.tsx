import { useId, useMemo, useRef, useState } from 'preact/hooks';
import { describeLadder } from '#figures/ladder/describe.ts';
import { geometrySvg } from '#figures/ladder/geometry-svg.ts';
import { layoutLadder } from '#figures/ladder/layout.ts';
import { listHtml, listLadder } from '#figures/ladder/list.ts';
import { clip } from '../model/clip.ts';
import { nodesOf } from '../model/network.ts';
import { useGround } from './ground.ts';
import { useTexts } from './texts.ts';
import { useWidth } from './use-width.ts';

/** A ladder of two hosts gains nothing by being wider; each further column wants some room more, px. */
const WIDEST = 760;
const COLUMN = 70;

/** All that has happened so far, as a ladder and in words. What comes after the clock is pencil. */
export function LadderPane() {
  const { run, desk, view } = useGround();
  const { t } = useTexts();
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const room = useWidth(place);
  const { setup } = desk.session;
  const columns = setup.hosts.length + nodesOf(setup).length;
  const width = Math.min(room, WIDEST + COLUMN * (columns - 2));
  const seen = useMemo(() => clip(run.trace, desk.reached), [run.trace, desk.reached]);
  const laidOut = useMemo(
    () =>
      width > 0 && seen.entries.length > 0
        ? { geometry: layoutLadder(seen, { width, t }), description: describeLadder(seen, t) }
        : null,
    [seen, width, t],
  );
  const svg = useMemo(
    () =>
      laidOut === null
        ? ''
        : geometrySvg(laidOut.geometry, {
            ...{ t, idPrefix: id, now: view.now, title: t('playground.ladder') },
            description: laidOut.description,
          }),
    [laidOut, view.now, t, id],
  );
  return (
    <section class="pg-ladder" aria-labelledby={`${id}-head`}>
      <h2 class="cap" id={`${id}-head`}>
        {t('playground.ladder')}
      </h2>
      <div ref={place} class="pg-drawing">
        {svg === '' ? (
          <p>{t('playground.ladder.empty')}</p>
        ) : (
          <div dangerouslySetInnerHTML={{ __html: svg }} />
        )}
      </div>
      {svg !== '' && <InWords />}
    </section>
  );
}

/** The same as a list, made only for who opens it. */
function InWords() {
  const { run, view } = useGround();
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const list = isOpen ? listHtml(listLadder(clip(run.trace, view.now), t)) : '';
  return (
    <details
      class="ladder-text pg-text"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{t('ladder.text')}</summary>
      {isOpen && <ol dangerouslySetInnerHTML={{ __html: list }} />}
    </details>
  );
}
