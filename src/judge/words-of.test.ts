import { describe, expect, it } from 'vitest';
import en from '../../content/i18n/en.json' with { type: 'json' };
import { ctl, NO_DATA, type Segment } from '#tcp';
import { translator } from '#text/text.ts';
import { segmentsWords } from './words-of.ts';

const t = translator(en);

const end = { address: '10.0.0.1', port: 80 };
const rest = { src: end, dst: end, wnd: 100, up: 0, data: NO_DATA, options: {} };
const resets = (count: number): readonly Segment[] =>
  Array.from({ length: count }, (_, seq) => ({ ...rest, seq, ack: 0, ctl: ctl({ rst: true }) }));

describe('what a host sent', () => {
  it('is nothing, or one after the other', () => {
    expect(segmentsWords([], [], t)).toBe('nothing is sent');
    expect(segmentsWords(resets(2), resets(2), t)).toBe('RST seq=0, then RST seq=1');
  });

  it('is cut short after three', () => {
    expect(segmentsWords(resets(3), [], t)).toMatch(/RST seq=2$/);
    expect(segmentsWords(resets(5), [], t)).toMatch(/RST seq=2, then 2 more$/);
  });
});
