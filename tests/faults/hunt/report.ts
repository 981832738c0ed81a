import { isDead, type Hunted } from './hunt.ts';

/** What became of one fault, in words: its name, what is wrong with it, and what noticed it. */
export function hunted(one: Hunted, all: boolean): readonly string[] {
  const { fault, kills, isSound } = one;
  const { name, says, killedBy, profile } = fault;
  const [first] = kills;
  const head = `${first === undefined ? 'SURVIVED' : isDead(one) ? 'killed' : 'MISSED'} ${name}: ${says}`;
  const where = profile === undefined ? '' : ` (${profile})`;
  if (!isSound) return [head, `  there is no ${killedBy}${where}, or the reference fails it, too`];
  if (first === undefined) return [head, `  not even ${killedBy}${where} notices it`];
  if (!isDead(one)) {
    return [head, `  ${killedBy}${where} does not notice it, but ${first.trial} does: name that`];
  }
  const others = all ? `, and by ${kills.length - 1} others` : '';
  return [head, `  by ${first.trial}${where}${others}`, `    ${first.why}`];
}

/** `N passed, N failed`: a fault passes if the test that it names notices it. */
export function summary(results: readonly Hunted[]): string {
  const dead = results.filter(isDead).length;
  return `${dead} passed, ${results.length - dead} failed`;
}
