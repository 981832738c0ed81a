import { isAhead } from './ahead.ts';
import type { FlightMark, Geometry } from './geometry.ts';
import { head, headBack, line } from './heads.ts';
import { escapeText, group, px, xy } from './svg.ts';

/** From the lifeline to the line, and from the line to the ✕ of a lost segment, px. */
const GAP = 4;
const CROSS = 9;

/** How far a segment has come at the caret: 0 not sent, 1 arrived or lost. */
function progress({ flight, lost }: FlightMark, now: number | undefined): number {
  if (now === undefined) return 1;
  const { t1, t2, lostAt } = flight;
  if (lostAt !== null && lost !== null)
    return now >= lostAt ? 1 : (lost * (now - t1)) / (lostAt - t1);
  return Math.min(1, (now - t1) / (t2 - t1 || 1));
}

/** Arrows in three layers, so that no line crosses a label and no label covers a head. */
export function drawFlights({ flights }: Geometry, now: number | undefined) {
  const layers = flights.map((mark) => {
    const ahead = isAhead(mark.flight.t1, now);
    const name = `seg ${mark.pen}${ahead ? ' ahead' : ''}`;
    const arrow = drawArrow(mark, ahead ? 1 : progress(mark, now));
    return {
      line: group(name, arrow.line),
      label: group(name, drawLabel(mark, now)),
      head: group(name, arrow.head + drawStart(mark)),
    };
  });
  return {
    lines: layers.map((layer) => layer.line).join(''),
    labels: layers.map((layer) => layer.label).join(''),
    heads: layers.map((layer) => layer.head).join(''),
  };
}

/** The line runs from sender to receiver, a little short of both lifelines; `done` is where it ends. */
function drawArrow(mark: FlightMark, done: number): { line: string; head: string } {
  const { x1, y1, x2, y2, pen, chevron, lost } = mark;
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const at = (s: number) => xy(x1 + ux * s, y1 + uy * s);
  const arrival = length - GAP * 0.8;
  const stroke = (to: number) => (to > GAP ? line(pen, `M${at(GAP)}L${at(to)}`) : '');
  const dots = (from: number) => `<path class="ghost" d="M${at(from)}L${at(arrival)}"/>`;
  if (lost !== null && done >= 1) {
    const s = lost * length;
    const [x, y] = [x1 + ux * s, y1 + uy * s];
    const cross = `<path class="lost" d="M${xy(x - 6, y - 6)}l12 12m0-12-12 12"/>`;
    return { line: stroke(s - CROSS) + dots(s + CROSS), head: cross };
  }
  const tip = Math.min(arrival, done * length);
  const angle = (Math.atan2(uy, ux) * 180) / Math.PI;
  const point =
    tip > GAP + headBack(pen)
      ? `<g transform="translate(${at(tip)}) rotate(${px(angle)})">${head(pen, chevron)}</g>`
      : '';
  const ghost = tip < arrival - 1 ? dots(Math.max(tip, GAP) + 5) : '';
  return { line: stroke(tip - headBack(pen)) + ghost, head: point };
}

/** A dot where a segment leaves; an open ring if its numbers were sent before. */
function drawStart({ flight, x1, y1 }: FlightMark): string {
  const [name, r] = flight.again || flight.old ? ['ring', 4] : ['dot', 2.6];
  return `<circle class="${name}" cx="${x1}" cy="${px(y1)}" r="${r}"/>`;
}

function drawLabel({ label, flight }: FlightMark, now: number | undefined): string {
  if (label === null) return '';
  const gone = flight.lostAt === null || !isAhead(flight.lostAt, now);
  const lines = label.lines.map(({ dy, flags, numbers, tail }) => {
    const spans = [
      ['flags', flags],
      ['numbers', numbers],
      ['tail', gone ? tail : ''],
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
