import { describe, expect, it } from 'vitest';
import { t } from '#text/en.ts';
import { lineBox, overlap, reach } from './box.ts';
import { PLAY_NAMES, traceOf, type Play } from './fixtures.ts';
import type { Geometry } from './geometry.ts';
import { layoutLadder } from './layout.ts';
import { timeAt, yAt } from './scale.ts';

const WIDTHS = ['wide', 'narrow', 300] as const;
type Case = readonly [play: Play, width: (typeof WIDTHS)[number]];
const CASES: readonly Case[] = PLAY_NAMES.flatMap((play) =>
  WIDTHS.map((width): Case => [play, width]),
);
const layout = (play: Play, width: Case[1]): Geometry => layoutLadder(traceOf(play), { width, t });

describe.each(CASES)('layoutLadder(%s, %s)', (play, width) => {
  const g = layout(play, width);

  it('keeps the labels of segments and timers apart', () => {
    const boxes = [
      ...g.flights.flatMap((flight) =>
        flight.boxes.map((box) => ({ box, of: flight.flight.name })),
      ),
      ...g.brackets.flatMap(({ label, y1 }) => (label ? [{ box: label.box, of: `${y1}` }] : [])),
    ];
    const clashes = boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter((b) => a.of !== b.of && overlap(a.box, b.box))
        .map((b) => [a.of, b.of]),
    );
    expect(clashes).toEqual([]);
  });

  it('labels every segment, between the lifelines', () => {
    for (const { label, boxes } of g.flights) {
      expect(label?.lines[0]?.flags).not.toBe('');
      for (const { cx, hw, ux } of boxes) {
        expect(cx - hw * ux).toBeGreaterThan(g.form.xA - 1);
        expect(cx + hw * ux).toBeLessThan(g.form.xB + 1);
      }
    }
  });

  it('keeps the names beside a lane apart', () => {
    for (const side of [-1, 1]) {
      const baselines = g.names
        .filter((name) => name.side === side)
        .flatMap(({ call, state }) => [call, state].flatMap((part) => (part ? [part.y] : [])))
        .sort((a, b) => a - b);
      baselines.slice(1).forEach((y, i) => expect(y - (baselines[i] ?? 0)).toBeGreaterThan(12));
    }
  });

  it('runs time downwards', () => {
    const times = Array.from({ length: 400 }, (_, i) => g.start + ((g.end - g.start) * i) / 399);
    const heights = times.map((time) => yAt(g.scale, time));
    heights.slice(1).forEach((y, i) => expect(y).toBeGreaterThan(heights[i] ?? 0));
    times.forEach((time, i) => expect(timeAt(g.scale, heights[i] ?? 0)).toBeCloseTo(time, 3));
  });

  it('folds no segment and no event', () => {
    const folds = g.scale.pieces.filter((piece) => piece.folded);
    const inside = (t1: number, t2: number) => folds.filter((f) => t1 < f.t2 && f.t1 < t2);
    for (const { flight } of g.flights) expect(inside(flight.t1, flight.t2)).toEqual([]);
    for (const { t1 } of g.lanes) expect(inside(t1, t1)).toEqual([]);
  });

  it('draws nothing over a fold', () => {
    for (const { y } of g.folds) {
      for (const { boxes } of g.flights) {
        for (const box of boxes) expect(Math.abs(box.cy - y)).toBeGreaterThan(reach(box));
      }
    }
  });
});

describe('layoutLadder', () => {
  it('slopes arrows by their delay', () => {
    const { flights } = layout('handshake', 'wide');
    const falls = flights.map(({ y1, y2 }) => Math.round(y2 - y1));
    expect(falls).toEqual([60, 60, 60]);
  });

  it('puts the client into ESTABLISHED when the SYN,ACK arrives, the server 40 ms later', () => {
    const { lanes } = layout('handshake', 'wide');
    const entered = lanes.filter(({ state }) => state === 'ESTABLISHED');
    expect(entered.map(({ host, t1 }) => [host, t1])).toEqual([
      ['A', 80],
      ['B', 120],
    ]);
  });

  it('folds the waits of 1, 2 and 4 seconds after lost SYNs', () => {
    const { folds, brackets } = layout('three SYNs lost', 'wide');
    expect(folds).toHaveLength(3);
    expect(brackets.map(({ label }) => label?.text)).toEqual([
      'RTO = 1 s',
      'RTO = 2 s',
      'RTO = 4 s',
    ]);
  });

  it('starts TIME-WAIT anew when the last ACK is lost', () => {
    const { brackets } = layout('last ACK lost', 'wide');
    const waits = brackets.filter(({ timer }) => timer === 'TIME-WAIT');
    expect(waits.map(({ end, t2 }) => [end, t2])).toEqual([
      ['cut', 1480],
      ['expired', 61_480],
    ]);
  });

  describe.each([2, 3, 4])('%i segments that leave together', (count) => {
    const trace = traceOf('handshake');
    const entries = trace.entries.flatMap((entry) => {
      if (entry.kind !== 'transit' || entry.name !== 'A2') return [entry];
      return Array.from({ length: count }, (_, i) => ({ ...entry, name: `A${2 + i}`, id: 90 + i }));
    });

    it.each(WIDTHS)('stand one below the other, with room for their labels: %s', (width) => {
      const together = { ...trace, entries, end: 120 };
      const { flights, height } = layoutLadder(together, { width, t });
      const twins = flights.slice(-count);
      twins.slice(1).forEach(({ y1, y2 }, i) => {
        expect(y1 - (twins[i]?.y1 ?? 0)).toBeGreaterThan(14);
        expect(y2 - (twins[i]?.y2 ?? 0)).toBeGreaterThan(14);
      });
      for (const { label, boxes, y2 } of twins) {
        expect(label?.lines.map(({ numbers }) => numbers).join('')).not.toBe('');
        expect(y2).toBeLessThan(height);
        const others = twins.filter((other) => other.label !== label);
        for (const { x1, y1, x2, y2: end } of others) {
          const line = lineBox([x1, y1], [x2, end]);
          expect(boxes.some((box) => overlap(box, line))).toBe(false);
        }
      }
    });
  });

  it('drops the ruler and shortens states where there is little room', () => {
    const small = layout('handshake', 'narrow');
    expect(small.ruler).toBeNull();
    expect(small.names.map(({ state }) => state?.text)).toContain('SYN-RCVD');
  });

  it('frames the state that a mark names', () => {
    const trace = traceOf('handshake');
    const step = trace.entries.find((e) => e.kind === 'step' && e.after === 'SYN-RECEIVED');
    const marks = [{ host: 'B', n: step?.n ?? -1 }];
    const framed = layoutLadder(trace, { width: 'wide', t, marks }).names.filter((n) => n.frame);
    expect(framed.map(({ state }) => state?.text)).toEqual(['SYN-RECEIVED']);
  });

  it('names a marked state that did not change', () => {
    const trace = traceOf('last ACK lost');
    const step = trace.entries.findLast((e) => e.kind === 'step' && e.before === e.after);
    const marks = [{ host: step?.kind === 'step' ? step.host : '', n: step?.n ?? -1 }];
    const framed = layoutLadder(trace, { width: 'wide', t, marks }).names.filter((n) => n.frame);
    expect(framed).toHaveLength(1);
  });

  it('refuses a trace of one host', () => {
    const trace = traceOf('handshake');
    const alone = { ...trace, hosts: trace.hosts.slice(0, 1) };
    expect(() => layoutLadder(alone, { width: 'wide', t })).toThrow('A ladder needs two hosts.');
  });
});
