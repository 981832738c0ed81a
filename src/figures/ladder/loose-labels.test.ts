import { describe, expect, it } from 'vitest';
import { t } from '#text/en.ts';
import { overlap } from './box.ts';
import { PLAY_NAMES, traceOf } from './fixtures.ts';
import { layoutLadder } from './layout.ts';

describe('notes between the lifelines', () => {
  it.each(PLAY_NAMES)('keep clear of one another and of all labels: %s', (play) => {
    for (const width of ['wide', 'narrow'] as const) {
      const { notes, flights, reports, cuts, form } = layoutLadder(traceOf(play), { width, t });
      const all = [...notes, ...cuts.flatMap(({ texts }) => texts)];
      const labels = [...flights, ...reports].flatMap(({ boxes }) => boxes);
      all.forEach(({ box, text }, i) => {
        expect(box.cx - box.hw, text).toBeGreaterThan(form.xA);
        expect(box.cx + box.hw, text).toBeLessThan(form.xB);
        const others = [...all.slice(i + 1).map((each) => each.box), ...labels];
        expect(
          others.some((other) => overlap(box, other)),
          text,
        ).toBe(false);
      });
    }
  });

  it('say what has no room along its line, an ICMP message with its MTU', () => {
    const { notes } = layoutLadder(traceOf('a link takes too little'), { width: 'wide', t });
    expect(notes.map(({ kind, pen, text }) => [kind, pen, text])).toEqual([
      ['label', 'icmp', expect.stringMatching(/^ICMP fragmentation needed MTU 300/)],
    ]);
  });
});
