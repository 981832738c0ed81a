import { runScenario } from '#scenario/run.ts';
import type { State } from '#tcp/state.ts';
import type { Translator } from '#text/text.ts';
import { ladderSvg } from '#figures/ladder/ladder.ts';
import { listHtml, listLadder } from '#figures/ladder/list.ts';
import { duration } from '#figures/ladder/time.ts';
import type { Group } from '#figures/states/edge.ts';
import { pathTaken } from '#figures/states/path.ts';
import { rideAlong } from '#figures/states/rides.ts';
import { type EdgeRow, edgeRows } from '#figures/states/words.ts';

/** Narrow enough for the smallest telephone, px: the ladder is drawn once and never scaled. */
const WIDTH = 288;

/** A play in which somebody goes along an edge. */
export interface WayLadder {
  /** Who, and when. */
  readonly host: string;
  readonly at: string;
  readonly svg: string;
  /** The same in words: items of a list. */
  readonly list: string;
}

/** A way into a state or out of it. */
export interface Way extends EdgeRow {
  /** Its anchor on both pages. */
  readonly id: string;
  readonly ladder: WayLadder;
}

/** Ways of one kind: printed in Figure 5, or left out by it for one reason. */
export interface WayGroup {
  readonly group: Group;
  readonly ways: readonly Way[];
}

const drawn = new Map<string, WayLadder>();

/** The ladder of an edge; drawn once for the two pages that show it. */
function ladderOf(id: string, n: number, title: string, t: Translator): WayLadder {
  const known = drawn.get(id);
  if (known !== undefined) return known;
  const trace = runScenario(rideAlong(id));
  const taken = pathTaken(trace).find(({ edge }) => edge === id);
  if (taken === undefined) throw new Error(`Nobody takes the edge ${id} in its play.`);
  const { host, n: entry } = taken;
  const marks = [{ host, n: entry }];
  const ladder = {
    host,
    at: duration(Math.round(taken.t), t),
    svg: ladderSvg(trace, { t, width: WIDTH, idPrefix: `way-${n}`, title, marks }),
    // The rule that counts stands above the ladder; those of the other steps would drown it.
    list: listHtml(listLadder(trace, t).map((item) => ({ ...item, rules: [] }))),
  };
  drawn.set(id, ladder);
  return ladder;
}

/** All ways into a state, or out of it, each with a ladder that takes it, by where they stand. */
export function waysOf(state: State, direction: 'in' | 'out', t: Translator): readonly WayGroup[] {
  const end = direction === 'in' ? 'to' : 'from';
  const rows = edgeRows(t).filter(({ edge }) => edge[end] === state);
  const groups = [...new Set(rows.map(({ edge }) => edge.group))];
  return groups.map((group) => ({
    group,
    ways: rows
      .filter(({ edge }) => edge.group === group)
      .map((row) => {
        const title = t('states.ride', { from: row.from, to: row.to });
        return {
          ...row,
          id: anchorOf(row.edge.id),
          ladder: ladderOf(row.edge.id, row.n, title, t),
        };
      }),
  }));
}

/** An edge's anchor: `syn-sent-closed-rst`. */
export const anchorOf = (edge: string): string => `way-${edge.toLowerCase().replaceAll(' ', '-')}`;
