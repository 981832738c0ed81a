import { type Field, fieldsOf, type Key, type Layer } from './fields.ts';
import type { Leg, Story } from './story.ts';

/**
 * Where a reader stands on the way: over all of it, on a link, or at the node where a link ends.
 * Journeys and legs are named by their places.
 */
export type Step =
  | { readonly kind: 'all' }
  | { readonly kind: 'leg' | 'at'; readonly journey: number; readonly leg: number };

/** All steps of a story, in their order; the first is over all of it. */
export function stepsOf({ journeys }: Story): readonly Step[] {
  const along = journeys.flatMap(({ legs, end }, journey) =>
    legs.flatMap((_, leg): Step[] => {
      const nobody = end === 'vanished' && leg === legs.length - 1;
      const here: Step = { kind: 'leg', journey, leg };
      return nobody ? [here] : [here, { kind: 'at', journey, leg }];
    }),
  );
  return [{ kind: 'all' }, ...along];
}

/** The place of a step among all; 0 if there is none like it. */
export function placeOfStep(steps: readonly Step[], wanted: Step): number {
  const same = (step: Step): boolean =>
    step.kind !== 'all' && wanted.kind !== 'all' && step.kind === wanted.kind
      ? step.journey === wanted.journey && step.leg === wanted.leg
      : false;
  return Math.max(0, steps.findIndex(same));
}

/** The step at which the first journey comes to a node; the first of all if it never does. */
export function stepAtNode(story: Story, node: string): number {
  const leg = story.journeys[0]?.legs.findIndex(({ to }) => to === node) ?? -1;
  return leg < 0 ? 0 : placeOfStep(stepsOf(story), { kind: 'at', journey: 0, leg });
}

/** The step at which the first journey is ended by a node; the first of all if none ends it. */
export function stepOfEnd(story: Story): number {
  const [first] = story.journeys;
  const last = first?.legs.at(-1);
  return first?.end !== 'ended' || last === undefined ? 0 : stepAtNode(story, last.to);
}

/** What a column of a step's table holds. */
export type Head = 'sent' | 'last' | 'here' | 'arrived' | 'before' | 'after';

/** The two links, or the one, that a step's table is about. */
export interface Compared {
  readonly heads: readonly [Head] | readonly [Head, Head];
  /** As it was, and as it is; the same leg if there is only one. */
  readonly from: Leg;
  readonly to: Leg;
}

/** What a step's table compares; `null` if nothing has been sent. */
export function comparedAt({ journeys }: Story, step: Step): Compared | null {
  const journey = journeys[step.kind === 'all' ? 0 : step.journey];
  const [first] = journey?.legs ?? [];
  if (journey === undefined || first === undefined) return null;
  if (step.kind === 'all') return between(['sent', 'last'], first, journey.legs.at(-1));
  const [leg, next] = [journey.legs[step.leg], journey.legs[step.leg + 1]];
  if (step.kind === 'leg') return between(['sent', 'here'], first, leg);
  return next === undefined || leg === undefined
    ? between(['sent', 'arrived'], first, leg)
    : between(['before', 'after'], leg, next);
}

function between(heads: readonly [Head, Head], from: Leg, to: Leg | undefined): Compared {
  return to === undefined || to === from
    ? { heads: [heads[0]], from, to: from }
    : { heads, from, to };
}

/** A field on each of several links, and where it differs from the link before. */
export interface Row {
  readonly layer: Layer;
  readonly key: Key;
  readonly values: readonly string[];
  /** As many as there are values; the first has nothing before it. */
  readonly changed: readonly boolean[];
}

/** The fields on these links, one row each. All links are those of one journey. */
export function rowsOf(legs: readonly Leg[]): readonly Row[] {
  const columns = legs.map(fieldsOf);
  const valueIn = (fields: readonly Field[], { layer, key }: Field) =>
    fields.find((field) => field.layer === layer && field.key === key)?.value ?? '';
  return (columns[0] ?? []).map((field) => {
    const values = columns.map((fields) => valueIn(fields, field));
    const changed = values.map((value, i) => i > 0 && value !== values[i - 1]);
    return { layer: field.layer, key: field.key, values, changed };
  });
}
