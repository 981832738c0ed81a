import { describe, expect, it } from 'vitest';
import en from '../../../content/i18n/en.json' with { type: 'json' };
import { STATES } from '#tcp';
import { PLACES } from '#tcp/places.ts';
import { translator } from '#text/text.ts';
import { addressOf } from '../ladder/rules.ts';
import { EDGES, PRINTED, STATE_PLANKS, SWITCHES } from './edges.ts';
import { edgeRows } from './words.ts';

const t = translator(en);

/** RFC 9293 Figure 5, read off the drawing line by line. */
const FIGURE_5 = [
  'CLOSED → LISTEN: OPEN',
  'CLOSED → SYN-SENT: OPEN',
  'LISTEN → CLOSED: CLOSE',
  'SYN-SENT → CLOSED: CLOSE',
  'LISTEN → SYN-RECEIVED: SYN',
  'LISTEN → SYN-SENT: SEND',
  'SYN-SENT → SYN-RECEIVED: SYN',
  'SYN-RECEIVED → LISTEN: RST',
  'SYN-RECEIVED → ESTABLISHED: ACK',
  'SYN-SENT → ESTABLISHED: SYN',
  'SYN-RECEIVED → FIN-WAIT-1: CLOSE',
  'ESTABLISHED → FIN-WAIT-1: CLOSE',
  'ESTABLISHED → CLOSE-WAIT: FIN',
  'FIN-WAIT-1 → FIN-WAIT-2: ACK',
  'FIN-WAIT-1 → CLOSING: FIN',
  'CLOSE-WAIT → LAST-ACK: CLOSE',
  'FIN-WAIT-2 → TIME-WAIT: FIN',
  'CLOSING → TIME-WAIT: ACK',
  'LAST-ACK → CLOSED: ACK',
  'TIME-WAIT → CLOSED: TIMEOUT',
];

describe('the edges', () => {
  it('are those of Figure 5 and nothing else, unless switched on', () => {
    const printed = PRINTED.map(({ from, to, causes }) => `${from} → ${to}: ${causes[0]}`);
    expect(printed.toSorted()).toEqual(FIGURE_5.toSorted());
    const shown = EDGES.filter(({ group }) => !SWITCHES.some((one) => one === group));
    expect(shown).toEqual(PRINTED);
  });

  it('have names of their own, and lead from one state to another', () => {
    expect(new Set(EDGES.map(({ id }) => id)).size).toBe(EDGES.length);
    for (const { from, to } of EDGES) {
      expect(STATES).toContain(from);
      expect(STATES).toContain(to);
      expect(from).not.toBe(to);
    }
  });

  it('have a rule in words, and an address where it can be read', () => {
    for (const { edge, rule, source, line } of edgeRows(t)) {
      expect(addressOf(edge.rules[0]), edge.id).toMatch(/^https:\/\/www\.rfc-editor\.org\/rfc\//);
      expect(t.has(`rule.${edge.rules[0]}`), edge.id).toBe(true);
      for (const words of [rule, source, line]) expect(words).not.toBe('');
    }
  });

  it('and the boxes belong to planks of the engine', () => {
    const named = [...EDGES.flatMap(({ plank }) => plank ?? []), ...Object.values(STATE_PLANKS)];
    for (const plank of named) expect(PLACES).toHaveProperty(plank);
  });

  it('are all in the table, in words', () => {
    const rows = edgeRows(t);
    expect(rows.map(({ n }) => n)).toEqual(EDGES.map((_, i) => i + 1));
    expect(rows[5]).toMatchObject({ from: 'LISTEN', to: 'SYN-RECEIVED' });
    expect(rows[5]?.line.replace(/<[^>]+>/g, '')).toBe('SYN arrives: send SYN,ACK');
  });
});
