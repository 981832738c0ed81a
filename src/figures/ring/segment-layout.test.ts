import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add } from '#tcp/seq.ts';
import { fitSegment, layoutSegment } from './segment-layout.ts';
import { offsetIn } from './view.ts';

const piece = (seq: number, text: number) => ({ seq, text, syn: false, fin: false });
const rcv = { irs: null, nxt: 4294967000, wnd: 65_535 };

describe('a segment over the window', () => {
  it('is magnified where it would be a hair, and all of the window stands below', () => {
    const views = fitSegment(piece(add(rcv.nxt, -1000), 1460), 1460, rcv, null);
    expect(views.near.span).toBeLessThan(views.all.span / 10);
    expect(offsetIn(views.all, add(rcv.nxt, rcv.wnd))).toBeLessThan(views.all.span);
    const layout = layoutSegment(piece(add(rcv.nxt, -1000), 1460), 1460, { width: 600, views });
    expect(layout.x.end - layout.x.start).toBeGreaterThan(100);
    expect(layout.y.all).toBeGreaterThan(layout.y.window);
  });

  it('is drawn once where it is large enough to be seen', () => {
    const views = fitSegment(piece(rcv.nxt, 1460), 1460, { ...rcv, wnd: 3000 }, null);
    expect(views.near).toBe(views.all);
    expect(layoutSegment(piece(rcv.nxt, 1460), 1460, { width: 346, views }).y.all).toBeNull();
  });

  it('is pointed at where it lies far away', () => {
    const far = piece(add(rcv.nxt, 2 ** 30), 10);
    const views = fitSegment(far, 10, rcv, null);
    const { off } = layoutSegment(far, 10, { width: 600, views });
    expect(off).toMatchObject({ side: 'after' });
    const behind = piece(add(rcv.nxt, -(2 ** 30)), 10);
    expect(layoutSegment(behind, 10, { width: 600, views }).off).toMatchObject({ side: 'before' });
  });

  it('is always on the sheet, or is pointed at', () => {
    const seq = fc.integer({ min: 0, max: 2 ** 32 - 1 });
    const near = fc.integer({ min: -200_000, max: 200_000 });
    const wnd = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 2 ** 30 }));
    fc.assert(
      fc.property(seq, near, fc.integer({ min: 0, max: 65_000 }), wnd, (nxt, by, length, room) => {
        const one = piece(add(nxt, by), length);
        const views = fitSegment(one, length, { irs: null, nxt, wnd: room }, null);
        const { x, across, off } = layoutSegment(one, length, { width: 600, views });
        if (off !== null) return;
        expect(x.end).toBeGreaterThanOrEqual(across.x);
        expect(x.start).toBeLessThanOrEqual(across.x + across.width);
      }),
    );
  });
});
