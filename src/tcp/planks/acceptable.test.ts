import { describe, expect, it } from 'vitest';
import { ctl } from '../ctl.ts';
import { acceptable } from './acceptable.ts';

const NXT = 0xffff_fffe;
const seg = (offset: number, length: number) => ({
  seq: (NXT + offset) >>> 0,
  ctl: ctl({ ack: true }),
  data: new Uint8Array(length),
});

describe('acceptable (RFC 9293 §3.4, Table 6), across the wrap', () => {
  it.each([
    ['no length, no window, at RCV.NXT', 0, 0, 0, true],
    ['no length, no window, one before', -1, 0, 0, false],
    ['no length, no window, one after', 1, 0, 0, false],
    ['no length, at the left edge', 0, 0, 10, true],
    ['no length, at the last octet', 9, 0, 10, true],
    ['no length, at the right edge', 10, 0, 10, false],
    ['no length, one before the left edge', -1, 0, 10, false],
    ['text, no window', 0, 1, 0, false],
    ['text that begins inside', 9, 5, 10, true],
    ['text that straddles the left edge', -3, 4, 10, true],
    ['text that ends just before the left edge', -4, 4, 10, false],
    ['text that begins at the right edge', 10, 1, 10, false],
  ])('%s', (_what, offset, length, wnd, expected) => {
    expect(acceptable(seg(offset, length), NXT, wnd)).toBe(expected);
  });
});
