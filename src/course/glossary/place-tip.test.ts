import { describe, expect, it } from 'vitest';
import { lineAt, placeTip } from './place-tip.ts';

const VIEW = { width: 390, height: 800 };
const TIP = { width: 300, height: 120 };
const word = (left: number, top: number) => ({ left, top, right: left + 60, bottom: top + 20 });

describe('a definition', () => {
  it('stands under its word, at its left edge', () => {
    expect(placeTip(word(40, 100), TIP, VIEW)).toEqual({ left: 40, top: 126 });
  });

  it('stays inside the right edge of the window, and the left', () => {
    expect(placeTip(word(320, 100), TIP, VIEW).left).toBe(82);
    expect(placeTip(word(-30, 100), TIP, VIEW).left).toBe(8);
    expect(placeTip(word(2, 100), { width: 374, height: 120 }, VIEW).left).toBe(8);
  });

  it('stands above where there is more room', () => {
    expect(placeTip(word(40, 740), TIP, VIEW).top).toBe(740 - 6 - 120);
  });

  it('stays below where neither side has room and there is more of it', () => {
    expect(placeTip(word(40, 60), { width: 300, height: 900 }, VIEW).top).toBe(86);
  });
});

describe('of a word that is broken over two lines', () => {
  const lines = [
    { left: 300, top: 100, right: 380, bottom: 120 },
    { left: 10, top: 128, right: 90, bottom: 148 },
  ];

  it('the line under the pointer counts', () => {
    expect(lineAt(lines, { x: 320, y: 110 })).toBe(lines[0]);
    expect(lineAt(lines, { x: 20, y: 140 })).toBe(lines[1]);
  });

  it('the first counts when there is no pointer', () => {
    expect(lineAt(lines, null)).toBe(lines[0]);
  });

  it('nothing counts when nothing is shown', () => {
    expect(lineAt([], null)).toBeUndefined();
  });
});
