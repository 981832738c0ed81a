import { textWidth } from '../ladder/metrics.ts';
import { socketOf, valueOf } from './fields.ts';
import type { Leg, Story } from './story.ts';

const FACTS = ['ttl', 'source', 'destination'] as const;

/** Stands before a destination. */
export const TO = '→ ';

/** What stands beside an arrow. */
export interface LegFact {
  readonly what: (typeof FACTS)[number];
  readonly text: string;
  /** It was another one on the leg before. */
  readonly changed: boolean;
}

/** TTL and both sockets of a leg, and which of them a node has just written. */
export function factsOf(leg: Leg, before: Leg | undefined): readonly LegFact[] {
  const read = (from: Leg, what: LegFact['what']) =>
    what === 'ttl' ? (valueOf(from, 'ip', 'ttl') ?? '') : socketOf(from, what);
  return FACTS.map((what) => {
    const value = read(leg, what);
    const changed = before !== undefined && read(before, what) !== value;
    return { what, changed, text: value };
  });
}

/** The room that the longest socket takes, in letters of size 1. */
export function widestFact({ journeys }: Story): number {
  const facts = journeys.flatMap(({ legs }) => legs.flatMap((leg) => factsOf(leg, undefined)));
  return Math.max(0, ...facts.map(({ text }) => textWidth(`${TO}${text}`, 'numbers', 1)));
}
