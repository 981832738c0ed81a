import { useRef } from 'preact/hooks';
import { keySvg } from '#figures/key.ts';
import { errorName } from '#figures/ladder/label-words.ts';
import { flagsOf, hasChevron, numbersOf, penOf } from '#figures/ladder/segment.ts';
import { duration } from '#figures/ladder/time.ts';
import type { Translator } from '#text/text.ts';
import { nodesOf } from '../model/network.ts';
import type { Flying } from '../model/flying.ts';
import { useGround } from './ground.ts';
import { placeOnRoad, type RoadPlace } from './road-place.ts';
import { useTexts } from './texts.ts';
import { useWidth } from './use-width.ts';

/** Room for one segment's tag, px. */
const LANE = 58;
const TAG = 168;

/** The way between the hosts, and what is on it. */
export function Road() {
  const { view, desk } = useGround();
  const { t } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const { setup } = desk.session;
  const nodes = nodesOf(setup);
  const lanes = Math.max(1, view.flying.length);
  const line = lanes * LANE + 12;
  return (
    <div class="pg-way" ref={place} style={{ height: `${line + 58}px` }}>
      <div class="pg-line" style={{ top: `${line}px` }} aria-hidden="true" />
      {nodes.map((node, i) => (
        <div
          key={node}
          class={`pg-node ${node === 'N' ? 'nat' : 'router'}`}
          style={{ left: `${((i + 1) / (nodes.length + 1)) * 100}%`, top: `${line}px` }}
        >
          <span class="box" aria-hidden="true">
            {node === 'N' ? 'NAT' : ''}
          </span>
          <span class="name">{node === 'N' ? t('playground.nat') : node}</span>
        </div>
      ))}
      <ul class="pg-flying" aria-label={t('playground.flying')}>
        {view.flying.map((it, lane) => (
          <Tag
            key={it.id}
            it={it}
            place={placeOnRoad(it, setup)}
            {...{ width, line, top: lane * LANE }}
          />
        ))}
      </ul>
      {view.flying.length === 0 && <p class="pg-empty">{t('playground.flying.none')}</p>}
      <p class="pg-delay">{t('playground.delay.of', { ms: duration(setup.road.delay, t) })}</p>
    </div>
  );
}

function Tag({
  it,
  place,
  width,
  line,
  top,
}: {
  readonly it: Flying;
  readonly place: RoadPlace;
  readonly width: number;
  readonly line: number;
  readonly top: number;
}) {
  const { held, hold, clock } = useGround();
  const { t } = useTexts();
  const pen = it.seg === null ? 'ack' : penOf(it.seg);
  const x = place.part * width;
  const left = Math.min(Math.max(x - TAG / 2, 0), Math.max(0, width - TAG));
  const isHeld = held === it.name;
  return (
    <li class={`pg-tag ev-${pen}${isHeld ? ' held' : ''}`}>
      <span
        class="stem"
        aria-hidden="true"
        style={{ left: `${x}px`, top: `${top + LANE - 6}px`, height: `${line - top - LANE + 6}px` }}
      />
      <span class="dot" aria-hidden="true" style={{ left: `${x}px`, top: `${line}px` }} />
      <button
        type="button"
        aria-pressed={isHeld}
        aria-label={t('playground.tag', { segment: nameOf(it, t), ...waysOf(it, t) })}
        style={{ left: `${left}px`, top: `${top}px`, width: `${TAG}px` }}
        class={place.goesRight ? 'right' : 'left'}
        onPointerDown={() => clock.setPlaying(false)}
        onClick={() => {
          clock.setPlaying(false);
          hold(isHeld ? null : it.name);
        }}
        onKeyDown={({ key }) => key === 'Escape' && hold(null)}
      >
        {it.seg !== null && (
          <span
            class="pen"
            aria-hidden="true"
            dangerouslySetInnerHTML={{
              __html: keySvg(pen, { chevron: hasChevron(it.seg), width: 30 }),
            }}
          />
        )}
        <span class="words">
          <b>{it.seg === null ? t('playground.tag.icmp') : flagsOf(it.seg, t)}</b>
          <small>{saidBy(it, t)}</small>
        </span>
      </button>
    </li>
  );
}

/** What stands on a tag below the flags. */
function saidBy({ seg, error, ttl }: Flying, t: Translator): string {
  const what = seg === null ? errorWords(error, t) : numbersOf(seg).join(' ');
  return t('playground.tag.small', { what, ttl });
}

const errorWords = (error: Flying['error'], t: Translator): string =>
  error === null ? '' : errorName(error, t);

/** A segment in words: `SYN,ACK seq=300 ack=101`. */
export function nameOf({ seg, error }: Flying, t: Translator): string {
  if (seg === null) return t('playground.icmp', { error: errorWords(error, t) });
  return [flagsOf(seg, t), ...numbersOf(seg)].join(' ');
}

function waysOf({ name, via, next, ttl, arrives }: Flying, t: Translator) {
  return { name, via, next, ttl, at: duration(Math.round(arrives), t) };
}
