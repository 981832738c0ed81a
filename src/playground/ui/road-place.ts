import type { Flying } from '../model/flying.ts';
import { isLeft, nodesOf } from '../model/network.ts';
import type { Setup } from '../model/setup.ts';

/** Where something on its way is drawn: how far along the road, from 0 to 1, and which way it points. */
export interface RoadPlace {
  readonly part: number;
  readonly goesRight: boolean;
}

/** Between two hosts of one side there is no road to be drawn: it keeps to their end. */
const ASIDE = 0.08;

/** The place of something that is on its way. Pure. */
export function placeOnRoad({ via, next, part }: Flying, setup: Setup): RoadPlace {
  const chain = nodesOf(setup);
  const links = chain.length + 1;
  const at = (node: string): number => {
    const place = chain.indexOf(node);
    if (place >= 0) return (place + 1) / links;
    return isLeft(node) ? 0 : 1;
  };
  const [from, to] = [at(via), at(next)];
  if (from === to) return { part: from === 0 ? ASIDE : 1 - ASIDE, goesRight: from === 0 };
  return { part: from + (to - from) * Math.min(1, Math.max(0, part)), goesRight: to > from };
}
