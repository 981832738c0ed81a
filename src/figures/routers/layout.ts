import type { Translator } from '#text/text.ts';
import { textWidth } from '../ladder/metrics.ts';
import { socketOf, valueOf } from './fields.ts';
import { type Form, formOf, type Lettering, type Point } from './forms.ts';
import type { WayNode } from './nodes.ts';
import { placeOfStep, type Step, stepsOf } from './steps.ts';
import type { Journey, Leg, Story } from './story.ts';
import { journeyLabel, nodeTitle } from './words.ts';

/** Lettering at a place. */
export interface Label extends Lettering {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** A node of the way. */
export interface NodeBox {
  readonly node: WayNode;
  readonly x: number;
  readonly y: number;
  readonly title: Label;
  readonly addresses: readonly Label[];
}

/** A link, with the last octets of the two interfaces' addresses. */
export interface Link {
  readonly line: readonly [Point, Point];
  readonly ends: readonly [Label, Label];
}

/** A line of what a leg carries; `changed`: it was another one on the leg before. */
export interface Fact extends Label {
  readonly what: 'ttl' | 'source' | 'destination';
  readonly changed: boolean;
}

/** A leg as an arrow. */
export interface Arrow {
  /** The place of its step among all. */
  readonly place: number;
  readonly journey: number;
  readonly line: readonly [Point, Point];
  /** The place at which it vanishes, if it does. */
  readonly cross: Point | null;
  readonly label: string;
  readonly facts: readonly Fact[];
}

/** A node that ends what came to it. */
export interface Ending {
  readonly place: number;
  readonly leader: readonly [Point, Point];
  readonly cross: Point;
  readonly label: Label;
}

/** A way as geometry. px. */
export interface WayLayout {
  readonly form: Form;
  readonly nodes: readonly NodeBox[];
  readonly links: readonly Link[];
  readonly arrows: readonly Arrow[];
  /** Where something would have gone on, had it not ended or vanished. */
  readonly ghosts: readonly (readonly [Point, Point])[];
  readonly ending: Ending | null;
}

/** Lays out a story: the way there on one side of the links, the way back on the other. Pure. */
export function layoutWay(story: Story, width: 'wide' | 'narrow', t: Translator): WayLayout {
  const form = formOf(width, story.nodes.length, widestFact(story));
  const steps = stepsOf(story);
  const placeOf = (name: string) => story.nodes.findIndex((node) => node.name === name);
  const lane = (from: number, to: number): readonly [Point, Point] => form.lane(from, to);
  const arrows = story.journeys.flatMap((journey, j) =>
    journey.legs.map((leg, i): Arrow => {
      const [from, to] = [placeOf(leg.from), placeOf(leg.to)];
      const line = lane(from, to);
      const vanishes = journey.end === 'vanished' && i === journey.legs.length - 1;
      return {
        ...{ place: placeOfStep(steps, { kind: 'leg', journey: j, leg: i }), journey: j, line },
        cross: vanishes ? middle(line) : null,
        label: journeyLabel(journey, t),
        facts: factsOf(leg, journey.legs[i - 1]).map(({ what, text, changed }, row) => ({
          ...{ what, text, changed },
          ...form.fact(from, to, row),
        })),
      };
    }),
  );
  return {
    form,
    nodes: story.nodes.map((node, place) => ({
      ...{ node, ...form.node(place) },
      title: { text: nodeTitle(story, node.name, t), ...form.title(place) },
      addresses: [node.address, ...(node.inner === undefined ? [] : [node.inner])]
        .toReversed()
        .map((text, row) => ({ text, ...form.address(place, row) })),
    })),
    links: story.links.map(({ src, dst }, place) => ({
      line: form.link(place),
      ends: [
        { text: lastOctet(src), ...form.interface(place, place + 1) },
        { text: lastOctet(dst), ...form.interface(place + 1, place) },
      ],
    })),
    arrows,
    ghosts: ghostsOf(story, placeOf, lane),
    ending: endingOf(story, steps, form, t),
  };
}

/** `:21`: what tells an interface from the others. */
const lastOctet = (address: string): string => address.slice(-3);

const middle = ([[x1, y1], [x2, y2]]: readonly [Point, Point]): Point => [
  (x1 + x2) / 2,
  (y1 + y2) / 2,
];

const FACTS = ['ttl', 'source', 'destination'] as const;

/** What stands beside an arrow: TTL and both sockets, and which of them a node has just written. */
function factsOf(leg: Leg, before: Leg | undefined) {
  const read = (from: Leg, what: (typeof FACTS)[number]) =>
    what === 'ttl' ? (valueOf(from, 'ip', 'ttl') ?? '') : socketOf(from, what);
  return FACTS.map((what) => {
    const value = read(leg, what);
    const changed = before !== undefined && read(before, what) !== value;
    return { what, changed, text: what === 'destination' ? `→ ${value}` : value };
  });
}

/** The room that the longest socket takes, in letters of size 1. */
function widestFact({ journeys }: Story): number {
  const facts = journeys.flatMap(({ legs }) => legs.flatMap((leg) => factsOf(leg, undefined)));
  return Math.max(0, ...facts.map(({ text }) => textWidth(text, 'numbers', 1)));
}

/** The links on which a journey was to go on. An ICMP message was to go to whom it is about: it went. */
function ghostsOf(
  { nodes, journeys }: Story,
  placeOf: (name: string) => number,
  lane: (from: number, to: number) => readonly [Point, Point],
): readonly (readonly [Point, Point])[] {
  return journeys.flatMap(({ legs, end }: Journey) => {
    const last = legs.at(-1);
    if (end === 'arrived' || last === undefined) return [];
    const step = placeOf(last.to) > placeOf(last.from) ? 1 : -1;
    const lines: (readonly [Point, Point])[] = [];
    for (let at = placeOf(last.to); nodes[at + step] !== undefined; at += step) {
      lines.push(lane(at, at + step));
    }
    return lines;
  });
}

function endingOf(
  { nodes, journeys }: Story,
  steps: readonly Step[],
  form: Form,
  t: Translator,
): Ending | null {
  const journey = journeys.findIndex(({ end, legs }) => end === 'ended' && legs.length > 0);
  const legs = journeys[journey]?.legs ?? [];
  const last = legs.at(-1);
  if (last === undefined) return null;
  const at = nodes.findIndex(({ name }) => name === last.to);
  const { leader, cross, label } = form.ending(at);
  return {
    place: placeOfStep(steps, { kind: 'at', journey, leg: legs.length - 1 }),
    ...{ leader, cross, label: { text: t('routers.ends'), ...label } },
  };
}

/** Where the packet stands at a step; `null` over all of the way. */
export function tokenAt(layout: WayLayout, story: Story, step: Step): Point | null {
  if (step.kind === 'all') return null;
  const leg = story.journeys[step.journey]?.legs[step.leg];
  const placeOf = (name: string | undefined) =>
    layout.nodes.findIndex(({ node }) => node.name === name);
  const [from, to] = [placeOf(leg?.from), placeOf(leg?.to)];
  if (from < 0 || to < 0) return null;
  if (step.kind === 'at') return [layout.form.node(to).x, layout.form.node(to).y];
  return layout.form.token(from, to);
}
