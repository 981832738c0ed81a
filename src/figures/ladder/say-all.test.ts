import { describe, expect, it } from 'vitest';
import { t } from '#text/en.ts';
import { captionAt } from './caption-at.ts';
import { PLAY_NAMES, traceOf } from './fixtures.ts';
import { saidAt } from './said.ts';
import { sayAll } from './say-all.ts';
import { readScore } from './score.ts';

describe('what is said beforehand', () => {
  it.each(PLAY_NAMES)('is what would be told at each time of “%s”', (play) => {
    const trace = traceOf(play);
    const score = readScore(trace);
    const said = sayAll(trace, t, 'relative');
    if (said === null) return;
    const { start, end } = score;
    const times = said.lines.map(([at]) => at);
    const steps = Array.from({ length: 97 }, (_, i) => start + ((end - start) * i) / 96);
    for (const now of [...times, ...steps]) {
      expect([now, saidAt(said, now)]).toEqual([
        now,
        captionAt({ trace, score }, now, t, 'relative'),
      ]);
    }
  });

  it('is nothing for a run that would fill the page', () => {
    const trace = traceOf('handshake');
    const [entry] = trace.entries;
    const entries = Array.from({ length: 200 }, (_, i) => ({ ...entry!, n: i, t: i }));
    expect(sayAll({ ...trace, entries, end: 200 }, t)).toBeNull();
    expect(saidAt({ numbering: 'absolute', lines: [] }, 0).sentence).toBe('');
  });
});
