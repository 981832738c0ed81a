import { describe, expect, it } from 'vitest';
import { checkCookie, makeCookie } from './cookies.ts';

const key = Uint8Array.from({ length: 16 }, (_, i) => i);
const tuple = {
  local: { address: '192.0.2.1', port: 80 },
  remote: { address: '192.0.2.2', port: 40_001 },
};
const IRS = 0xffff_ffff;
const BUCKET = 64_000;

const thirdSegment = (cookie: number) => ({ seq: (IRS + 1) >>> 0, ack: (cookie + 1) >>> 0 });

describe('cookies', () => {
  it('bring back the MSS, rounded down to one of four', () => {
    const back = (mss: number) =>
      checkCookie(tuple, thirdSegment(makeCookie(tuple, IRS, mss, 0, key)), 0, key);
    expect([100, 536, 1299, 1300, 1459, 1460, 8960].map(back)).toEqual([
      536, 536, 536, 1300, 1440, 1460, 1460,
    ]);
  });

  it('are good in their own bucket and the next, whichever bucket that is', () => {
    for (const bucket of [0, 31, 32, 1_000_000]) {
      const made = bucket * BUCKET + 63_999;
      const seg = thirdSegment(makeCookie(tuple, IRS, 1460, made, key));
      const good = (after: number) => checkCookie(tuple, seg, made + after, key) !== null;
      expect([0, 1, BUCKET, BUCKET + 1, 3 * BUCKET, 32 * BUCKET].map(good)).toEqual([
        true,
        true,
        true,
        false,
        false,
        false,
      ]);
    }
  });

  it('are good for one caller, one SYN and one listener only', () => {
    const cookie = makeCookie(tuple, IRS, 1460, 0, key);
    const seg = thirdSegment(cookie);
    const elsewhere = { ...tuple, remote: { ...tuple.remote, port: 40_002 } };
    const listener = { ...tuple, local: { ...tuple.local, port: 81 } };
    expect(checkCookie(elsewhere, seg, 0, key)).toBeNull();
    expect(checkCookie(listener, seg, 0, key)).toBeNull();
    expect(checkCookie(tuple, { ...seg, seq: seg.seq + 1 }, 0, key)).toBeNull();
    expect(checkCookie(tuple, { ...seg, ack: cookie }, 0, key)).toBeNull();
    expect(checkCookie(tuple, { ...seg, ack: cookie + 2 }, 0, key)).toBeNull();
    expect(checkCookie(tuple, seg, 0, key.toReversed())).toBeNull();
  });
});
