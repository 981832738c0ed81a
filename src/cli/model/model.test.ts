import { describe, expect, it } from 'vitest';
import { STATES } from '#tcp';
import { BROKEN } from './broken.ts';
import { EDGES } from './edges.ts';
import { explore } from './explore.ts';
import { modelNamed } from './models.ts';
import { counterexampleText } from './print.ts';

describe('the edges of the state diagram', () => {
  it('lead into each state and out of it again', () => {
    expect(new Set(EDGES.map(({ from }) => from))).toEqual(new Set(STATES));
    expect(new Set(EDGES.map(({ to }) => to))).toEqual(new Set(STATES));
  });

  it('stand there once', () => {
    const names = EDGES.map(({ from, to, opened, on }) => [from, to, opened, on.join()].join(' '));
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the search', () => {
  it('finds nothing in the reference, and the same each time', () => {
    const first = explore(modelNamed('nobody-there'));
    const second = explore(modelNamed('nobody-there'));
    expect(first.counterexample).toBeNull();
    expect([second.states, second.depth]).toEqual([first.states, first.depth]);
    expect(first.states).toBeGreaterThan(100);
  });

  it('shows the shortest way to a fault, event by event', () => {
    const suspect = BROKEN.find(({ model }) => model.id === 'two-way-handshake');
    if (suspect === undefined) throw new Error('the two-way handshake is no suspect any more');
    const { world, counterexample } = explore(suspect.model);
    expect(counterexample).not.toBeNull();
    expect(counterexampleText(world, counterexample!)).toEqual([
      'no edge of the diagram leads from LISTEN to ESTABLISHED on SEGMENT-ARRIVES',
      '  1. A CLOSED       B LISTEN       B: listen',
      '  2. A CLOSED       B ESTABLISHED  arrives, from an earlier life: A → B <SEQ=4294967284><CTL=SYN>  (1 on the way)',
    ]);
  });
});
