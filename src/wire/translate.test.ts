import { describe, expect, it } from 'vitest';
import { ctl, type Segment } from '#tcp';
import { segmentFromDatagram, segmentToDatagram } from './segment.ts';
import { translate } from './translate.ts';

const seg: Segment = {
  src: { address: '10.0.0.1', port: 40_001 },
  dst: { address: '203.0.113.9', port: 80 },
  ...{ seq: 1, ack: 2, ctl: ctl({ ack: true, psh: true }), wnd: 3, up: 0 },
  data: Uint8Array.of(1, 2, 3),
  options: { ts: { val: 1, ecr: 2 } },
};
const outside = { address: '198.51.100.7', port: 40_001 };

describe('translate', () => {
  it('writes another source into header and segment; both checksums follow', () => {
    const there = translate(segmentToDatagram(seg), { src: outside });
    expect(segmentFromDatagram(there)).toEqual({ ok: true, value: { ...seg, src: outside } });
    expect(there).toEqual(segmentToDatagram({ ...seg, src: outside }));
    expect(translate(there, { src: seg.src })).toEqual(segmentToDatagram(seg));
  });

  it('writes another destination', () => {
    const dst = { address: '10.0.0.2', port: 81 };
    expect(translate(segmentToDatagram(seg), { dst })).toEqual(segmentToDatagram({ ...seg, dst }));
  });

  it('leaves a wrong checksum wrong', () => {
    const broken = segmentToDatagram(seg);
    broken[30] = (broken[30] ?? 0) ^ 1;
    expect(segmentFromDatagram(translate(broken, { src: outside }))).toMatchObject({
      error: { rule: 'MUST-3' },
    });
  });

  it('changes as much as there is of what ICMP quotes', () => {
    const quote = segmentToDatagram(seg).slice(0, 28);
    const whole = segmentToDatagram({ ...seg, src: outside });
    expect(translate(quote, { src: outside })).toEqual(whole.slice(0, 28));
  });
});
