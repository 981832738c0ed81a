import { describe, expect, test } from 'vitest';
import { runScenario } from '#scenario/run.ts';
import { STATES } from '#tcp/state.ts';
import { t } from '#text/en.ts';
import { statesAt } from '#trace/states-at.ts';
import { EDGES } from '#figures/states/edges.ts';
import { pathTaken } from '#figures/states/path.ts';
import { rideAlong } from '#figures/states/rides.ts';
import { LIVES, neighbours, planksOf } from './states.ts';
import { anchorOf, waysOf } from './ways.ts';

/** The edges that the page of a state shows in one direction. */
const shown = (state: (typeof STATES)[number], direction: 'in' | 'out') =>
  waysOf(state, direction, t).flatMap(({ ways }) => ways);

describe('the ways that the pages show', () => {
  test('are all edges of Figure 5 and of what it leaves out, each on exactly two pages', () => {
    const ends = STATES.flatMap((state) => [
      ...shown(state, 'in').map(({ edge }) => ({ id: edge.id, end: edge.to, state })),
      ...shown(state, 'out').map(({ edge }) => ({ id: edge.id, end: edge.from, state })),
    ]);
    for (const { id, end, state } of ends) expect(state, id).toBe(end);
    for (const { id, from, to } of EDGES) {
      const pages = ends.filter((one) => one.id === id).map(({ state }) => state);
      expect(new Set(pages), id).toEqual(new Set([from, to]));
      expect(pages, id).toHaveLength(2);
    }
  });

  test('are grouped by where they stand, the printed ones first', () => {
    for (const state of STATES) {
      for (const direction of ['in', 'out'] as const) {
        const groups = waysOf(state, direction, t).map(({ group }) => group);
        expect(new Set(groups).size, state).toBe(groups.length);
        expect(groups[0], `${direction} of ${state}`).toBe('figure');
      }
    }
  });

  test.each(EDGES.map(({ id }) => id))('%s has a ladder in which its host takes it', (id) => {
    const { from } = EDGES.find((edge) => edge.id === id) ?? {};
    const way = from && shown(from, 'out').find(({ edge }) => edge.id === id);
    expect(way, id).toBeDefined();
    if (!way) return;
    const taken = pathTaken(runScenario(rideAlong(id))).find(({ edge }) => edge === id);
    expect(way.ladder.host).toBe(taken?.host);
    // The state that is entered is framed, and the words of that moment stand in the list.
    expect(way.ladder.svg).toContain('class="differs"');
    expect(way.ladder.list).toContain(`>${way.ladder.at}<`);
    expect(way.source).not.toBe('');
  });

  test('have an anchor of their own', () => {
    const anchors = EDGES.map(({ id }) => anchorOf(id));
    expect(new Set(anchors).size).toBe(anchors.length);
    for (const anchor of anchors) expect(anchor).toMatch(/^[a-z0-9-]+$/);
  });
});

describe('the life that a page shows', () => {
  test.each(STATES)('passes through %s, and its caret stands there', (state) => {
    const { edge, now } = LIVES[state];
    const trace = runScenario(rideAlong(edge));
    expect(Object.values(statesAt(trace, now))).toContain(state);
  });
});

test('every state has neighbours, but for the ends', () => {
  expect(neighbours('CLOSED')).toEqual({ after: 'LISTEN' });
  expect(neighbours('TIME-WAIT')).toEqual({ before: 'LAST-ACK' });
  expect(neighbours('CLOSE-WAIT')).toEqual({ before: 'FIN-WAIT-2', after: 'CLOSING' });
});

test('a state is made of what arrives in it and of the ways out of it', () => {
  expect(planksOf('TIME-WAIT')).toEqual(['timeWait']);
  expect(planksOf('SYN-RECEIVED')).toEqual(expect.arrayContaining(['synReceived', 'closeEarly']));
});
