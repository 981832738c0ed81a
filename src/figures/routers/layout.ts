import type { Translator } from '#text/text.ts';
import { fitText, textWidth } from '../ladder/metrics.ts';
import { factsOf, type LegFact, widestFact } from './facts.ts';
import { formOf } from './form-of.ts';
import {
  type Form,
  type Lettering,
  type Line,
  middle,
  type Point,
  type Run,
  sideOf,
} from './forms.ts';
import type { WayNode } from './nodes.ts';
import { placeOfStep, type Step, stepsOf } from './steps.ts';
import type { Story } from './story.ts';
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
  readonly lifeline: Line | null;
}

/** A link, with the last octets of the two interfaces' addresses. */
export interface Link {
  readonly line: Line;
  readonly ends: readonly [Label, Label];
}

/** A line of what a leg carries. */
export type Fact = Label & Pick<LegFact, 'what' | 'changed'>;

/** A leg as an arrow. */
export interface Arrow {
  /** The place of its step among all. */
  readonly place: number;
  readonly journey: number;
  /** It is the first of its journey. */
  readonly isFirst: boolean;
  readonly line: Line;
  /** The place at which it vanishes, if it does, and where it would have gone on. */
  readonly cross: Point | null;
  readonly ghosts: readonly Line[];
  readonly label: string;
  readonly facts: readonly Fact[];
}

/** A node that ends what came to it, and the links on which it would have gone on. */
export interface Ending {
  readonly place: number;
  readonly ghosts: readonly Line[];
  readonly cross: Point;
  readonly label: Label;
}

/** The packet of a journey. */
export interface Token {
  readonly label: string;
  readonly width: number;
}

/** A way as geometry. px. */
export interface WayLayout {
  readonly form: Form;
  /** One for each journey. */
  readonly tokens: readonly Token[];
  readonly nodes: readonly NodeBox[];
  readonly links: readonly Link[];
  readonly arrows: readonly Arrow[];
  readonly ending: Ending | null;
}

/** Lays out a story: the links side by side or below one another, and what runs along them. Pure. */
export function layoutWay(story: Story, width: 'wide' | 'narrow', t: Translator): WayLayout {
  const legs = story.journeys.map((journey) => journey.legs.length);
  const form = formOf(width, { nodes: story.nodes.length, legs, widest: widestFact(story) });
  const fit = (text: string) => fitText(text, 'flags', 13, form.room);
  return {
    form,
    tokens: story.journeys.map((journey) => {
      const label = journeyLabel(journey, t);
      return { label, width: textWidth(label, 'flags', 13) + 14 };
    }),
    nodes: story.nodes.map((node, place) => ({
      ...{ node, ...form.node(place), lifeline: form.lifeline(place) },
      title: { text: fit(nodeTitle(story, node.name, t)), ...form.title(place) },
      addresses: node.addresses.map((text, row, { length }) => ({
        ...{ text, ...form.address(place, row, length) },
      })),
    })),
    links: story.links.map(({ src, dst }, place) => ({
      line: form.link(place),
      ends: [
        { text: lastOctet(src), ...form.interface(place, place + 1) },
        { text: lastOctet(dst), ...form.interface(place + 1, place) },
      ],
    })),
    arrows: arrowsOf(story, form, t),
    ending: endingOf(story, form, t),
  };
}

/** `:21`: what tells an interface from the others. */
const lastOctet = (address: string): string => address.slice(-3);

/** The run of a journey's leg. */
function runOf({ nodes, journeys }: Story, journey: number, leg: number): Run {
  const { from, to } = journeys[journey]?.legs[leg] ?? {};
  const placeOf = (wanted: string | undefined) => nodes.findIndex(({ name }) => name === wanted);
  return { journey, leg, from: placeOf(from), to: placeOf(to) };
}

function arrowsOf(story: Story, form: Form, t: Translator): readonly Arrow[] {
  const steps = stepsOf(story);
  return story.journeys.flatMap((journey, j) =>
    journey.legs.map((leg, i): Arrow => {
      const run = runOf(story, j, i);
      const line = form.lane(run);
      const vanishes = journey.end === 'vanished' && i === journey.legs.length - 1;
      return {
        ...{ place: placeOfStep(steps, { kind: 'leg', journey: j, leg: i }), journey: j, line },
        isFirst: i === 0,
        cross: vanishes ? middle(line) : null,
        ghosts: vanishes ? [[middle(line), line[1]], ...beyond(run, story, form)] : [],
        label: journeyLabel(journey, t),
        facts: factsOf(leg, journey.legs[i - 1]).map((fact, row) => ({
          ...{ ...fact, ...form.fact(run, row) },
        })),
      };
    }),
  );
}

/** The links on which a run was to go on. */
function beyond(last: Run, { nodes }: Story, form: Form): readonly Line[] {
  const side = sideOf(last);
  const left = side > 0 ? nodes.length - 1 - last.to : last.to;
  return Array.from({ length: left }, (_, i) => {
    const from = last.to + side * i;
    return form.lane({ ...last, leg: last.leg + 1 + i, from, to: from + side });
  });
}

function endingOf(story: Story, form: Form, t: Translator): Ending | null {
  const journey = story.journeys.findIndex(({ end, legs }) => end === 'ended' && legs.length > 0);
  const leg = (story.journeys[journey]?.legs.length ?? 0) - 1;
  if (leg < 0) return null;
  const run = runOf(story, journey, leg);
  const { cross, label } = form.ending(run);
  return {
    place: placeOfStep(stepsOf(story), { kind: 'at', journey, leg }),
    ghosts: beyond(run, story, form),
    ...{ cross, label: { text: t('routers.ends'), ...label } },
  };
}

/** Where the packet stands at a step; `null` over all of the way. */
export function tokenAt({ form, tokens }: WayLayout, story: Story, step: Step): Point | null {
  if (step.kind === 'all') return null;
  const run = runOf(story, step.journey, step.leg);
  const [journey, token] = [story.journeys[step.journey], tokens[step.journey]];
  if (run.from < 0 || journey === undefined || token === undefined) return null;
  const ends = journey.end === 'ended' && step.leg === journey.legs.length - 1;
  const kind = step.kind === 'at' && ends ? 'end' : step.kind;
  return form.token(run, kind, token.width);
}
