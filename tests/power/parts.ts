import { readdirSync } from 'node:fs';
import { course } from '../../course.config.ts';

const isPart = (name: string) => /^part-\d+\.test\.ts$/.test(name);

/** There are as many parts as files for them: each file is tried on a core of its own. */
export const PARTS = readdirSync(import.meta.dirname).filter(isPart).length;

/** The labs of a part, counted from 1: neighbours are in different ones, since they cost about as much. */
export function labsOf(part: number): readonly string[] {
  return course.labs.filter((_, i) => i % PARTS === part - 1);
}
