import { isAhead } from './ahead.ts';
import type { FlightMark, Geometry, HopMark, ReportMark } from './geometry.ts';
import { head, headBack, line, type LinePen } from './heads.ts';
import { escapeText, group, px, xy } from './svg.ts';
import { along, lengthAt, stretch } from './way.ts';

/** From the lifeline to the line, and from the line to the ✕ of a lost segment, px. */
const GAP = 4;
const CROSS = 9;

type Mark = FlightMark | ReportMark;

const penOfMark = (mark: Mark): LinePen => ('report' in mark ? 'icmp' : mark.pen);
const journeyOf = (mark: Mark) => ('report' in mark ? mark.report : mark.flight);

/** How far something has come at the caret, px. */
function reached(mark: Mark, now: number | undefined): number {
  const { way, lost } = mark;
  const { t1, lostAt } = journeyOf(mark);
  const most = lost === null ? way.length : lost * way.length;
  if (now === undefined) return most;
  // The ✕ stands clear of the lifelines, so it is reached in proportion.
  if (lostAt !== null) return now >= lostAt ? most : (most * (now - t1)) / (lostAt - t1 || 1);
  return Math.min(most, lengthAt(way, now));
}

/** Lines in three layers, so that none crosses a label and no label covers a head. */
export function drawFlights(
  { flights, reports }: Pick<Geometry, 'flights' | 'reports'>,
  now: number | undefined,
): { readonly lines: string; readonly labels: string; readonly heads: string } {
  let [lines, labels, heads] = ['', '', ''];
  for (const mark of [...flights, ...reports]) {
    const ahead = isAhead(journeyOf(mark).t1, now);
    const name = `seg ${penOfMark(mark)}${ahead ? ' ahead' : ''}`;
    const arrow = drawArrow(mark, ahead ? undefined : now);
    lines += group(name, arrow.line);
    labels += group(name, drawLabel(mark, now));
    heads += group(name, arrow.head + drawHops(mark.hops, now) + drawStart(mark));
  }
  return { lines, labels, heads };
}

/** The line runs from sender to receiver, a little short of both lifelines, up to where it is. */
function drawArrow(mark: Mark, now: number | undefined): { line: string; head: string } {
  const { way, lost } = mark;
  const { length } = way;
  const { fate, lostAt } = journeyOf(mark);
  const pen = penOfMark(mark);
  const arrival = length - GAP * 0.8;
  const stroke = (to: number) => {
    const d = stretch(way, GAP, to);
    return d === '' ? '' : line(pen, d);
  };
  const dots = (from: number) => {
    const d = stretch(way, Math.max(from, GAP), arrival);
    return d === '' ? '' : `<path class="ghost" d="${d}"/>`;
  };
  const s = reached(mark, now);
  const isOver = now === undefined || now >= (lostAt ?? journeyOf(mark).t2);
  if (fate === 'lost' && lost !== null && isOver) {
    const { x, y } = along(way, s);
    const cross = `<path class="lost" d="M${xy(x - 6, y - 6)}l12 12m0-12-12 12"/>`;
    return { line: stroke(s - CROSS) + dots(s + CROSS), head: cross };
  }
  if (fate === 'unknown' && lost !== null && isOver) {
    const { x, y } = along(way, s);
    const doubt = `<text class="unseen" x="${px(x)}" y="${px(y + 4.5)}">?</text>`;
    return { line: stroke(s - CROSS) + dots(s + CROSS), head: doubt };
  }
  const tip = Math.min(arrival, s);
  const chevron = 'report' in mark ? false : mark.chevron;
  const point = tip > GAP + headBack(pen) ? pointAt(mark, tip, head(pen, chevron)) : '';
  const ghost = tip < arrival - 1 ? dots(tip + 5) : '';
  return {
    line: stroke(tip - headBack(pen)) + ghost,
    head: point + (tip >= arrival ? drawEnd(mark) : ''),
  };
}

function pointAt({ way }: Mark, s: number, paths: string): string {
  const { x, y, ux, uy } = along(way, s - 0.01);
  const angle = (Math.atan2(uy, ux) * 180) / Math.PI;
  return `<g transform="translate(${xy(x, y)}) rotate(${px(angle)})">${paths}</g>`;
}

/** What befell it: a wrong bit, being thrown away on arrival; and the break of what takes very long. */
function drawEnd(mark: Mark): string {
  const { way, breaks } = mark;
  const journey = journeyOf(mark);
  const spark = 'corrupted' in journey && journey.corrupted ? along(way, way.length * 0.8) : null;
  const bits =
    spark === null ? '' : `<path class="spark" d="M${xy(spark.x + 2, spark.y - 9)}l-5 9h6l-5 9"/>`;
  const end = along(way, way.length);
  const thrown =
    journey.discarded === null
      ? ''
      : `<path class="lost" d="M${xy(end.x - 5, end.y - 5)}l10 10m0-10-10 10"/>`;
  const gaps = breaks.map((part) => {
    const { x, y } = along(way, way.length * part);
    return `<path class="gap break" d="M${xy(x - 7, y + 3)}l14-6"/><path class="open" d="M${xy(x - 8, y + 7)}l16-7m-16 0 16-7"/>`;
  });
  return bits + thrown + gaps.join('');
}

/** A dot where a segment leaves; an open ring if its numbers were sent before. */
function drawStart(mark: Mark): string {
  const isRepeated = 'flight' in mark && (mark.flight.again || mark.flight.old || mark.flight.copy);
  const [name, r] = isRepeated ? ['ring', 4] : ['dot', 2.6];
  return `<circle class="${name}" cx="${px(mark.x1)}" cy="${px(mark.y1)}" r="${r}"/>`;
}

/** Routers on the way: a ring, a filled square where a NAT rewrites; beside them the time to live. */
function drawHops(hops: readonly HopMark[], now: number | undefined): string {
  return hops
    .filter(({ t }) => !isAhead(t, now))
    .map(({ at: [x, y], ttl, rewritten }) => {
      const node =
        rewritten === null
          ? `<circle class="ring hop" cx="${px(x)}" cy="${px(y)}" r="2.6"/>`
          : `<rect class="solid" x="${px(x - 3.5)}" y="${px(y - 3.5)}" width="7" height="7"/>`;
      const text =
        ttl === null
          ? ''
          : `<text class="ttl ${ttl.anchor}" x="${px(ttl.x)}" y="${px(ttl.y)}">${escapeText(ttl.text)}</text>`;
      return node + text;
    })
    .join('');
}

function drawLabel(mark: Mark, now: number | undefined): string {
  const { label } = mark;
  if (label === null) return '';
  const { fate, lostAt, t2 } = journeyOf(mark);
  // What becomes of it is said only once it is known.
  const isKnown = !isAhead(lostAt ?? (fate === 'unknown' ? t2 : -Infinity), now);
  const lines = label.lines.map(({ dy, flags, numbers, tail }) => {
    const spans = [
      ['flags', flags],
      ['numbers', numbers],
      ['tail', isKnown ? tail : ''],
    ].filter(([, text]) => text !== '');
    const content = spans.map(
      ([name, text], i) =>
        `<tspan class="${name}"${i > 0 ? ' dx="6"' : ''}>${escapeText(text ?? '')}</tspan>`,
    );
    return `<text y="${dy}">${content.join('')}</text>`;
  });
  const turn = `translate(${xy(label.x, label.y)}) rotate(${px(label.angle)})`;
  return `<g class="label" transform="${turn}">${lines.join('')}</g>`;
}
