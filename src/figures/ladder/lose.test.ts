import { describe, expect, it } from 'vitest';
import { t } from '#text/en.ts';
import { runScenario } from '#scenario/run.ts';
import { PLAYS } from './fixtures.ts';
import { loseHtml } from './lose.ts';
import { MOST_BUTTONS } from './most-buttons.ts';
import { readScore } from './score.ts';

const sends = Array.from({ length: 60 }, (_, i) => ({
  ...({ at: 200 + i * 100, host: 'A', do: 'send', text: 'x' } as const),
}));
const trace = runScenario({ ...PLAYS.handshake, script: [...PLAYS.handshake.script, ...sends] });
const score = readScore(trace);
const names = (now: number) =>
  [...loseHtml(trace, score, t, now).matchAll(/data-lose="([^"]+)"/g)].map(([, name]) => name);

describe('the buttons of a figure with very many segments', () => {
  it('are those of the segments around the caret', () => {
    expect(score.flights.length).toBeGreaterThan(MOST_BUTTONS * 2);
    expect(names(0)).toHaveLength(MOST_BUTTONS);
    expect(names(0)).toContain('A1');
    const half = names(3000);
    const at = score.flights.find(({ t1 }) => t1 >= 3000);
    expect(half).toContain(at?.name);
    expect(half).not.toContain('A1');
  });

  it('are as many at the end', () => {
    expect(names(score.end)).toHaveLength(MOST_BUTTONS);
    expect(names(score.end)).toContain(score.flights.at(-1)?.name);
  });
});
