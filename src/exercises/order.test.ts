import { describe, expect, test } from 'vitest';
import { t } from '#text/en.ts';
import { ASKED, LIFE, OPENING, sentIn } from './fixtures.ts';
import { piecesInOrder } from './order.ts';
import { shuffled } from './shuffle.ts';

const pieces = (names: readonly string[], scenario = LIFE, lose?: readonly string[]) =>
  piecesInOrder(ASKED, sentIn(scenario, 'A1', lose).run, names, t);

describe('segments to put in order', () => {
  test('come in the order in which they are sent, each with what made it leave', () => {
    expect(pieces(['A5', 'B3', 'A4']).map(({ name, time, why }) => [name, time, why])).toEqual([
      ['A4', '320 ms', 'The program of A closes.'],
      ['B3', '360 ms', 'It answers <SEQ=106><ACK=301><CTL=FIN,ACK>, which has just arrived.'],
      ['A5', '480 ms', 'It answers <SEQ=301><ACK=107><CTL=FIN,ACK>, which has just arrived.'],
    ]);
    expect(pieces(['A2', 'A1'], OPENING, ['A1'])[1]).toMatchObject({
      what: '<SEQ=100><CTL=SYN> again',
      why: 'A timer of A expires.',
    });
  });

  test('stop the build where their order is ambiguous, or two look alike', () => {
    // B answers the repeated SYN, and its own timer expires, at one moment.
    expect(() => pieces(['B2', 'B3', 'A1'], OPENING, ['B1'])).toThrow(
      'B2 and B3 are sent at one time',
    );
    expect(() => pieces(['A2', 'A3'], OPENING, ['A1', 'A2'])).toThrow(
      'two of its segments look alike',
    );
    expect(() => pieces(['A1'])).toThrow('at least two');
    expect(() => pieces(['A1', 'A1'])).toThrow();
  });
});

test('a shuffled order has every number, is never the right one, and stays the same', () => {
  for (let many = 2; many < 9; many++) {
    for (const seed of ['a', 'handshake/three-way#close', `${many}`]) {
      const order = shuffled(many, seed);
      expect([...order].sort()).toEqual(Array.from({ length: many }, (_, i) => i));
      expect(order.every((n, i) => n === i)).toBe(false);
      expect(shuffled(many, seed)).toEqual(order);
    }
  }
});
