import { describe, expect, it } from 'vitest';
import { isIpv4ChecksumRight } from '#wire/ip.ts';
import { reportedSegment, reportFromDatagram } from '#wire/icmp-error.ts';
import { segmentFromDatagram } from '#wire/segment.ts';
import { toJson } from '#trace/json.ts';
import type { Trace } from '#trace/trace.ts';
import { A, hostOf, only, open, worldOf } from './fixtures.ts';
import type { WorldOptions } from './world.ts';

const INSIDE = A;
const SERVER = '10.9.0.2';
const OFFICE = '10.2.0.1';

/** A ─ N (a NAT) ─ R ─ B, 10 ms each. */
const way = (ttl: number, octets: WorldOptions['octets'] = 'recorded'): Trace =>
  open(
    worldOf({
      hosts: [hostOf('A', INSIDE, 100, { ttl }), hostOf('B', SERVER, 300)],
      routers: [{ name: 'R', address: '10.2.0.2' }],
      nats: [{ name: 'N', address: OFFICE, inner: '10.0.0.254', inside: ['A'] }],
      links: [
        { between: ['A', 'N'], delay: 10 },
        { between: ['N', 'R'], delay: 10 },
        { between: ['R', 'B'], delay: 10 },
      ],
      octets,
    }),
  ).run(500);

/** The octets of what travelled first, or of the first ICMP message, link by link. */
function links(trace: Trace, kind: 'transit' | 'icmp'): readonly (Uint8Array | undefined)[] {
  const first = only(trace, kind)[0];
  return [first?.octets, ...(first?.hops ?? []).map((hop) => hop.octets)];
}

describe('recorded octets', () => {
  it('are the datagram as it is on each link', () => {
    const [sent, second, third] = links(way(64), 'transit');
    expect([sent, second, third].map((each) => each?.[8])).toEqual([64, 63, 62]);
    for (const each of [sent, second, third]) {
      expect(isIpv4ChecksumRight(each ?? new Uint8Array())).toBe(true);
      expect(segmentFromDatagram(each ?? new Uint8Array()).ok).toBe(true);
    }
    const read = segmentFromDatagram(third ?? new Uint8Array());
    expect(read).toMatchObject({ ok: true, value: { src: { address: OFFICE, port: 4000 } } });
  });

  it('stand beside the frame that carries them', () => {
    const [first] = only(way(64), 'transit');
    const frames = [first?.frame, ...(first?.hops ?? []).map((hop) => hop.frame)];
    expect(frames.map((frame) => [frame?.src, frame?.dst].map((each) => each?.slice(-2)))).toEqual([
      ['11', '21'],
      ['22', '31'],
      ['32', '41'],
    ]);
  });

  it('end where the datagram ends', () => {
    const [sent, atNat, atRouter] = links(way(2), 'transit');
    expect([sent?.[8], atNat?.[8], atRouter]).toEqual([2, 1, undefined]);
  });

  it('tell what an ICMP message quotes, which a NAT translates back; its TTL goes on sinking', () => {
    const [sent, inside] = links(way(2), 'icmp');
    const quoted = [sent, inside].map((each) => {
      const report = reportFromDatagram(each ?? new Uint8Array());
      const about = report.ok ? reportedSegment(report.value) : report;
      return about.ok ? about.value.local : about.error;
    });
    expect(quoted).toEqual([
      { address: OFFICE, port: 4000 },
      { address: INSIDE, port: 4000 },
    ]);
    expect([sent?.[8], inside?.[8]]).toEqual([64, 63]);
    expect([...(sent?.slice(4, 6) ?? [])]).toEqual([...(inside?.slice(4, 6) ?? [])]);
  });

  it('are nowhere unless they are asked for, and change nothing else', () => {
    const bare = (trace: Trace) =>
      toJson({
        ...trace,
        entries: trace.entries.map((entry) => {
          if (entry.kind !== 'transit' && entry.kind !== 'icmp') return entry;
          const { octets: _, frame: __, hops, ...rest } = entry;
          const plain = hops?.map(({ octets: ___, frame: ____, ...hop }) => hop);
          return plain === undefined ? rest : { ...rest, hops: plain };
        }),
      });
    for (const ttl of [1, 2, 64]) {
      const plain = way(ttl, true);
      expect(only(plain, 'transit').some((entry) => 'octets' in entry)).toBe(false);
      expect(JSON.parse(bare(way(ttl)))).toEqual(JSON.parse(toJson(plain)));
    }
  });
});

describe('a NAT', () => {
  it('speaks to those behind it from its inner address', () => {
    const [message] = links(way(1), 'icmp');
    expect([...(message?.slice(12, 16) ?? [])]).toEqual([10, 0, 0, 254]);
  });
});
