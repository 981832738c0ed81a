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
const TAG = 176;
const TAG_HEIGHT = 48;
/** How far a tag’s point juts out, px. */
const POINT = 14;
const MIDDLE = TAG_HEIGHT / 2;
const FOOT = TAG_HEIGHT - 1;
const POINTS_RIGHT = `M1 1H${TAG - POINT}L${TAG - 1} ${MIDDLE}L${TAG - POINT} ${FOOT}H1Z`;
const POINTS_LEFT = `M${TAG - 1} 1H${POINT}L1 ${MIDDLE}L${POINT} ${FOOT}H${TAG - 1}Z`;

/** The way between the hosts, and what is on it. */
export function Road() {
  const { view, desk } = useGround();
  const { t } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const { setup } = desk.session;
  const nodes = nodesOf(setup);
  const lanes = Math.max(1, view.flying.length);
  const line = lanes * LANE + (nodes.length > 0 ? 24 : 12);
  // Routers have their names below the line, and the measure stands below those.
  const foot = nodes.length > 0 ? 68 : 44;
  return (
    <div class="pg-way" ref={place} style={{ height: `${line + foot}px` }}>
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
      <p class="pg-delay">
        <span>{t('playground.delay.of', { ms: duration(setup.road.delay, t) })}</span>
      </p>
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
  const pen = it.seg === null ? null : penOf(it.seg);
  const flags = it.seg === null ? t('playground.tag.icmp') : flagsOf(it.seg, t);
  const numbers = it.seg === null ? errorWords(it.error, t) : numbersOf(it.seg).join(' ');
  const x = place.part * width;
  const left = Math.min(Math.max(x - TAG / 2, 0), Math.max(0, width - TAG));
  const isHeld = held === it.name;
  return (
    <li class={`pg-tag ev-${pen ?? 'icmp'}${isHeld ? ' held' : ''}`}>
      <span
        class="stem"
        aria-hidden="true"
        style={{
          left: `${x}px`,
          top: `${top + TAG_HEIGHT}px`,
          height: `${line - top - TAG_HEIGHT}px`,
        }}
      />
      <span class="dot" aria-hidden="true" style={{ left: `${x}px`, top: `${line}px` }} />
      <button
        type="button"
        aria-pressed={isHeld}
        aria-label={t('playground.tag', { flags, numbers, ...waysOf(it, t) })}
        style={{ left: `${left}px`, top: `${top}px`, width: `${TAG}px` }}
        class={place.goesRight ? 'right' : 'left'}
        onPointerDown={() => clock.setPlaying(false)}
        onClick={() => {
          clock.setPlaying(false);
          hold(isHeld ? null : it.name);
        }}
        onKeyDown={({ key }) => key === 'Escape' && hold(null)}
      >
        <svg class="shape" viewBox={`0 0 ${TAG} ${TAG_HEIGHT}`} aria-hidden="true">
          <path d={place.goesRight ? POINTS_RIGHT : POINTS_LEFT} />
        </svg>
        {it.seg !== null && pen !== null && (
          <span
            class="icon"
            aria-hidden="true"
            dangerouslySetInnerHTML={{
              __html: keySvg(pen, { chevron: hasChevron(it.seg), width: 30 }),
            }}
          />
        )}
        <span class="words">
          <span class="flags">
            <b>{flags}</b> <small>{t('playground.tag.ttl', { ttl: it.ttl })}</small>
          </span>{' '}
          <small>{numbers}</small>
        </span>
      </button>
    </li>
  );
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
