import { isAhead } from './ahead.ts';
import type { DrawnPart } from './draw.ts';
import type { Column, FoldMark, Geometry, HostHead, Lane, Name } from './geometry.ts';
import { yAt } from './scale.ts';
import { BESIDE } from './head-titles.ts';
import { lanePlace } from './sheet.ts';
import { escapeText, group, px, xy } from './svg.ts';

/** A lifeline breaks in a zigzag this far above and below the middle of a fold. */
const BREAK = 7;
const ZIGZAG = 'l-4 3.5 8 7-4 3.5';
/** Where the discs stand, and where lifelines begin. */
const DISC = { y: 18, r: 9 };
const LIFE = DISC.y + DISC.r;

/** The head of a column: a disc with the host's letter, or the sign of a router, and a title. */
export function drawHead(head: HostHead): string {
  const { side, x, kind, name, first } = head;
  const mark =
    kind === 'host'
      ? `<circle cx="${px(x)}" cy="${DISC.y}" r="${DISC.r}"/><text class="disc" x="${px(x)}" y="22">${escapeText([...name][0] ?? '')}</text>`
      : drawSign(kind, x);
  const where = side < 0 ? ' left' : side > 0 ? ' right' : ` under ${head.anchor}`;
  const names = `${kind === 'host' ? 'host' : `host node ${kind}`}${where}${first ? ' first' : ''}`;
  return group(names, `${mark}${side === 0 ? titleBelow(head) : titleBeside(head)}`);
}

function titleBeside({ side, x, title, address }: HostHead): string {
  const at = (dy: number) => `x="${px(x + side * BESIDE)}" y="${DISC.y + dy}"`;
  const where =
    address === '' ? '' : `<text class="address" ${at(13)}>${escapeText(address)}</text>`;
  return `<text class="title" ${at(address === '' ? 4.5 : -1)}>${escapeText(title)}</text>${where}`;
}

function titleBelow({ titleX, title, address }: HostHead): string {
  const at = (y: number) => `x="${px(titleX)}" y="${y}"`;
  const where =
    address === '' ? '' : `<text class="address" ${at(56)}>${escapeText(address)}</text>`;
  return `<text class="title" ${at(43)}>${escapeText(title)}</text>${where}`;
}

/** A router is a box with crossing ways; a NAT a box with one arrow out and one in. */
function drawSign(kind: 'router' | 'nat', x: number): string {
  const box = `<rect x="${px(x - 10)}" y="${DISC.y - 9}" width="20" height="18"/>`;
  const ways =
    kind === 'router'
      ? `M${xy(x - 6, 13)}l12 10m0-10-12 10`
      : `M${xy(x - 6, 15)}h11l-3-3m3 3-3 3M${xy(x + 6, 22)}h-11l3-3m-3 3 3 3`;
  return `${box}<path d="${ways}"/>`;
}

/** The lifeline of a host, or of a router; it begins below a title that stands in its way. */
export function drawLifeline(
  column: Column,
  { bottom, hosts, form }: Geometry,
  folds: readonly FoldMark[],
  { from, to }: DrawnPart,
): string {
  const { x, half, kind } = column;
  const isUnder = hosts.some((head) => head.name === column.name && head.side === 0);
  const [top, foot] = [Math.max(isUnder ? form.head - 4 : LIFE, from), Math.min(bottom, to)];
  if (foot <= top) return '';
  const name = kind === 'host' ? 'life' : 'life way';
  const line = (at: number) => {
    const breaks = folds
      .filter(({ y }) => y - BREAK > top && y + BREAK < foot)
      .map(({ y }) => `V${px(y - BREAK)}${ZIGZAG}`);
    return `<path class="${name}" d="M${xy(at, top)}${breaks.join('')}V${px(foot)}"/>`;
  };
  // An inner host's lifeline runs down both edges of its lanes.
  return half > 0 ? line(x - half) + line(x + half) : line(x);
}

/** A lane is inked up to the caret: the wash ends there, the outline goes on in pencil. */
export function drawLane(
  lane: Lane,
  { form, scale, end, columns }: Geometry,
  now: number | undefined,
  hatch: string,
  part: DrawnPart,
): string {
  const { x, wash, lettering, t1 } = lane;
  const column = columns.find(({ name }) => name === lane.host);
  const width = column === undefined ? form.lane : lanePlace(column, form, lane.track).width;
  const [y1, y2] = [Math.max(lane.y1, part.from), Math.min(lane.y2, part.to)];
  const rect = (name: string, from: number, to: number, fill = '') =>
    to - from < 0.05
      ? ''
      : `<rect class="${name}" x="${px(x)}" y="${px(from)}" width="${width}" height="${px(to - from)}"${fill}/>`;
  const mine = lane.mine ? ' mine' : '';
  const cut = now === undefined || now >= end ? y2 : Math.min(y2, Math.max(y1, yAt(scale, now)));
  const hatching =
    wash === 'wait' && !lane.mine ? rect('hatched', y1, cut, ` fill="url(#${hatch})"`) : '';
  const text =
    lettering === null
      ? ''
      : `<text class="down${isAhead(t1, now) ? ' ahead' : ''}" transform="translate(${xy(x + width / 2, lettering.y)}) rotate(90)" y="4">${escapeText(lettering.text)}</text>`;
  return `${rect(`lane ${wash}${mine}`, y1, cut)}${hatching}${rect(`lane ahead${mine}`, cut, y2)}${text}`;
}

/** A state and a call beside a lane, with the tick that ties them to their time. */
export function drawName(name: Name, { form }: Geometry, now: number | undefined): string {
  const { side, x, y, lifeX, tickY, call, state, frame, t } = name;
  const edge = x - side * form.nameGap;
  const tick =
    tickY === null
      ? ''
      : `<path class="tick" d="M${xy(lifeX, tickY)}H${px(edge + side)}L${xy(x - side * 2, y)}"/>`;
  const text = (kind: string, part: { text: string; y: number } | null) =>
    part === null
      ? ''
      : `<text class="${kind}" x="${px(x)}" y="${px(part.y)}">${escapeText(part.text)}</text>`;
  const box =
    frame === null
      ? ''
      : `<rect class="differs" x="${px(frame.cx - frame.hw)}" y="${px(frame.cy - frame.hh)}" width="${px(frame.hw * 2)}" height="${px(frame.hh * 2)}"/>`;
  const parts = `${tick}${box}${text('call', call)}${text('state', state)}`;
  const ahead = isAhead(t, now) ? ' ahead' : '';
  return group(`${side < 0 ? 'name left' : 'name right'}${ahead}`, parts);
}
