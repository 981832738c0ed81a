import { describe, expect, it } from 'vitest';
import { STATES } from '#tcp';
import { PRINTED } from './edges.ts';
import { nextSpot, type Spot } from './walk.ts';

const press = (from: Spot, ...keys: string[]): Spot =>
  keys.reduce((spot, key) => nextSpot(spot, key, PRINTED) ?? spot, from);
const closed: Spot = { kind: 'state', state: 'CLOSED' };

describe('arrow keys', () => {
  it('walk along edges from state to state, and back', () => {
    const there = press(closed, 'ArrowRight', 'ArrowRight', 'ArrowRight');
    expect(there).toEqual({ kind: 'edge', id: 'SYN-SENT CLOSED' });
    expect(press(there, 'ArrowLeft')).toEqual({ kind: 'state', state: 'SYN-SENT' });
  });

  it('choose among the ways out of a state, round and round', () => {
    const first = press(closed, 'ArrowRight');
    expect(press(first, 'ArrowDown')).toEqual({ kind: 'edge', id: 'CLOSED LISTEN' });
    expect(press(first, 'ArrowDown', 'ArrowDown')).toEqual(first);
    expect(press(first, 'ArrowUp')).toEqual({ kind: 'edge', id: 'CLOSED LISTEN' });
  });

  it('go from state to state in the order of a life', () => {
    const seen = STATES.map((_, i) => press(closed, ...STATES.slice(0, i).map(() => 'ArrowDown')));
    expect(seen).toEqual(STATES.map((state) => ({ kind: 'state', state })));
    expect(press(closed, 'ArrowUp')).toEqual({ kind: 'state', state: 'TIME-WAIT' });
  });

  it('reach every edge from CLOSED, and none that is not shown', () => {
    const reached = new Set<string>();
    const queue: Spot[] = [closed];
    for (const spot of queue) {
      const key = JSON.stringify(spot);
      if (reached.has(key)) continue;
      reached.add(key);
      queue.push(press(spot, 'ArrowRight'), press(spot, 'ArrowDown'));
    }
    expect(reached.size).toBe(STATES.length + PRINTED.length);
  });

  it('begin at CLOSED again from an edge that is gone', () => {
    expect(press({ kind: 'edge', id: 'FIN-WAIT-1 TIME-WAIT' }, 'ArrowRight')).toEqual(closed);
    expect(nextSpot(closed, 'a', PRINTED)).toBeNull();
  });
});
