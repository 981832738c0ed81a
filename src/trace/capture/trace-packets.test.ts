import { describe, expect, it } from 'vitest';
import { runScenario } from '#scenario/run.ts';
import type { Scenario } from '#scenario/scenario.ts';
import { reportedSegment, reportFromDatagram } from '#wire/icmp-error.ts';
import { segmentFromDatagram } from '#wire/segment.ts';
import { packetsOf } from './trace-packets.ts';

const OFFICE = '10.2.0.1';

/** A ─ N (a NAT) ─ R ─ B: two routers, of which the first translates. */
const play = (more: Partial<Scenario>): Scenario => ({
  id: 'test',
  hosts: [
    { name: 'A', title: 'client', address: '10.1.0.2', isn: [100] },
    { name: 'B', title: 'server', address: '10.3.0.2', isn: [300] },
  ],
  delay: 30,
  network: {
    routers: [{ name: 'R', address: '10.2.0.2' }],
    nats: [{ name: 'N', address: OFFICE, inner: '10.1.0.1', inside: ['A'] }],
    links: [
      { between: ['A', 'N'], delay: 10 },
      { between: ['N', 'R'], delay: 10 },
      { between: ['R', 'B'], delay: 10 },
    ],
  },
  script: [
    { at: -1, host: 'B', do: 'listen', port: 8001 },
    { at: 0, host: 'A', do: 'connect', to: 'B:8001', from: 40001 },
  ],
  until: 300,
  ...more,
});

const ttlOf = (ttl: number): Partial<Scenario> => ({
  hosts: [{ ...play({}).hosts[0], ttl }, play({}).hosts[1]],
});

describe('the packets of a Trace', () => {
  it('are the datagrams that its hosts sent, octet for octet', () => {
    const recorded = runScenario(play({ octets: 'recorded' }));
    const sent = recorded.entries.flatMap((entry) =>
      entry.kind === 'transit' ? [entry.octets] : [],
    );
    const rebuilt = packetsOf(runScenario(play({})), {}).map(({ datagram }) => datagram);
    expect(rebuilt).toEqual(sent);
  });

  it('leave with the time to live that their host gave them', () => {
    const [first] = packetsOf(runScenario(play(ttlOf(9))), {});
    expect(first?.datagram[8]).toBe(9);
  });

  it.each([
    ['at a NAT, to its inside', 1, { N: '10.1.0.1' }, '10.1.0.2', 40001],
    ['at a router behind it', 2, { R: '10.2.0.2' }, OFFICE, 40001],
  ] as const)(
    'tell of ICMP %s, which quotes what came there',
    (_where, ttl, routers, address, port) => {
      const packets = packetsOf(runScenario(play(ttlOf(ttl))), routers);
      expect(packets).toHaveLength(2);
      const report = reportFromDatagram(packets[1]?.datagram ?? new Uint8Array());
      const about = report.ok ? reportedSegment(report.value) : report;
      expect(about).toMatchObject({ ok: true, value: { error: 'time exceeded', seq: 100 } });
      expect(about.ok && about.value.local).toEqual({ address, port });
    },
  );

  it('leave out the ICMP of routers whose addresses nobody tells', () => {
    expect(packetsOf(runScenario(play(ttlOf(1))), {})).toHaveLength(1);
  });

  it('leave out copies that the network made, and begin with what an earlier connection left', () => {
    const trace = runScenario(
      play({
        network: undefined,
        old: [{ at: 60, from: 'A', fromPort: 40001, toPort: 8001, flags: 'SYN', seq: 90 }],
      }),
    );
    const doubled = {
      ...trace,
      entries: trace.entries.map((entry) =>
        entry.kind === 'transit' && entry.name === 'B1' ? { ...entry, copyOf: 0 } : entry,
      ),
    };
    const names = packetsOf(doubled, {}).map(({ comment }) => comment.split(':')[0]);
    expect(names[0]).toBe('old1');
    expect(names).not.toContain('B1');
    const first = segmentFromDatagram(packetsOf(trace, {})[0]?.datagram ?? new Uint8Array());
    expect(first).toMatchObject({ ok: true, value: { seq: 90 } });
  });
});
