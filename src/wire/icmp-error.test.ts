import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ctl, ICMP_ERRORS, NO_DATA, type Segment } from '#tcp';
import { icmpDatagram, reportedSegment, reportFromDatagram } from './icmp-error.ts';
import { segmentToDatagram } from './segment.ts';

const runs = { numRuns: Number(process.env['FC_RUNS'] ?? 500) };

const segment = (from: string, to: string): Segment => ({
  src: { address: from, port: 40_001 },
  dst: { address: to, port: 8001 },
  ...{ seq: 0xffff_fff0, ack: 7, ctl: ctl({ ack: true }), wnd: 1, up: 0 },
  data: NO_DATA,
  options: {},
});

const V4 = segment('10.0.0.1', '10.9.0.2');
const V6 = segment('fe80::1', 'fe80::2');

describe('an ICMP error', () => {
  it.each(ICMP_ERRORS.map((error) => [error]))('"%s" comes back as it was written', (error) => {
    const quote = segmentToDatagram(V4).slice(0, 28);
    const report = { error, quote, ...(error === 'fragmentation needed' ? { mtu: 1280 } : {}) };
    const bytes = icmpDatagram(report, '10.0.0.254', '10.0.0.1');
    expect(reportFromDatagram(bytes)).toEqual({ ok: true, value: report });
  });

  it.each(ICMP_ERRORS.map((error) => [error]))('"%s" is the same over IPv6', (error) => {
    const quote = segmentToDatagram(V6).slice(0, 48);
    const write = () => icmpDatagram({ error, quote }, 'fe80::9', 'fe80::1');
    if (error === 'source quench' || error === 'source route failed') {
      expect(write).toThrow(RangeError);
    } else {
      expect(reportFromDatagram(write())).toMatchObject({ value: { error } });
    }
  });

  it('tells which connection and which octet it is about, from 8 octets of TCP', () => {
    const about = { local: V4.src, remote: V4.dst, seq: V4.seq };
    const quote = segmentToDatagram(V4).slice(0, 28);
    expect(reportedSegment({ error: 'time exceeded', quote })).toEqual({
      ok: true,
      value: { error: 'time exceeded', ...about },
    });
    expect(reportedSegment({ error: 'time exceeded', quote: quote.slice(0, 27) }).ok).toBe(false);
  });

  it('does not survive a flipped bit', () => {
    const quote = segmentToDatagram(V4).slice(0, 28);
    const bytes = icmpDatagram({ error: 'host unreachable', quote }, '10.0.0.254', '10.0.0.1');
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const broken = bytes.slice();
      broken[bit >> 3] = (broken[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect([bit, reportFromDatagram(broken).ok]).toEqual([bit, false]);
    }
  });

  it('is refused, not crashed on, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.constantFrom(0x45, 0x60), fc.uint8Array({ maxLength: 80 }), (head, rest) => {
        const bytes = Uint8Array.of(head, ...rest);
        const report = reportFromDatagram(bytes);
        if (!report.ok) expect(report.error.what).not.toBe('');
        expect(() => reportedSegment({ error: 'time exceeded', quote: bytes })).not.toThrow();
      }),
      runs,
    );
  });
});
