import type { Trace } from '#trace/trace.ts';
import type { Column, HostHead } from './geometry.ts';
import { givenTitle, hostTitle } from './hosts.ts';
import { fitText, textWidth } from './metrics.ts';
import type { Score } from './score.ts';
import type { Sheet } from './sheet.ts';

/** The size of titles and of addresses, and the paper that they keep at the edges, px. */
const TITLE = 13;
const ADDRESS = 11;
const EDGE = 2;
/** From a lifeline to the title beside its disc, px. */
export const BESIDE = 14;
/** Between two titles that stand below their signs, px. */
const APART = 3;

/** The heads of the lifelines: discs of hosts, signs of routers and NATs, with their titles. */
export function headsOf(
  trace: Trace,
  score: Score,
  columns: readonly Column[],
  { form, t }: Sheet,
  titles: Readonly<Record<string, string>> = {},
): readonly HostHead[] {
  const ports = portsOf(score);
  const ttls = new Set(
    [...score.flights, ...score.reports].flatMap(({ stops }) =>
      stops.flatMap(({ node, ttl }) => (ttl === null ? [] : [node])),
    ),
  );
  /** A title below its sign reaches half way to its neighbours, at the edge to the edge. */
  const roomBelow = (i: number) => {
    const [x = 0, before, next] = [columns[i]?.x, columns[i - 1]?.x, columns[i + 1]?.x];
    const left = before === undefined ? EDGE : (before + x) / 2;
    const right = next === undefined ? form.width - EDGE : (x + next) / 2;
    return Math.min(right - left, x - (before ?? -Infinity), (next ?? Infinity) - x) - APART;
  };
  return columns.map(({ name, kind, x, side }, i): HostHead => {
    const host = trace.hosts.find((each) => each.name === name);
    const isBeside = side !== 0 && form.names === 'beside';
    const title =
      host === undefined ? name : (givenTitle(titles, name) ?? hostTitle(host.title, t));
    const port = ports.get(name);
    const whole =
      host === undefined || port === undefined ? (host?.address ?? '') : `${host.address}:${port}`;
    const room = isBeside ? (side < 0 ? x : form.width - x) - BESIDE : roomBelow(i);
    // Where there is room for bare numbers only, the column says what they are.
    const caption = form.small && ttls.has(name) ? t('ladder.ttlHead') : '';
    const address = form.small ? caption : addressIn(room, whole, host?.address ?? '');
    const widest = Math.max(
      textWidth(title, 'flags', TITLE),
      textWidth(address, 'numbers', ADDRESS),
    );
    const isAtLeft = x - widest / 2 < EDGE;
    const isAtRight = x + widest / 2 > form.width - EDGE;
    return {
      ...{ name, kind, x, address, first: i === 0, side: isBeside ? side : 0 },
      title: fitText(title, 'flags', TITLE, room),
      titleX: isAtLeft ? EDGE : isAtRight ? form.width - EDGE : x,
      anchor: isAtLeft ? 'start' : isAtRight ? 'end' : 'middle',
    };
  });
}

/** An address with its port, or without where there is no room for it; half of one says nothing. */
function addressIn(room: number, whole: string, address: string): string {
  return [whole, address].find((text) => textWidth(text, 'numbers', ADDRESS) <= room) ?? '';
}

/** The port that each host uses first. */
function portsOf({ flights }: Score): ReadonlyMap<string, number> {
  const ports = new Map<string, number>();
  for (const { from, to, seg } of flights) {
    if (!ports.has(from)) ports.set(from, seg.src.port);
    if (!ports.has(to)) ports.set(to, seg.dst.port);
  }
  return ports;
}
