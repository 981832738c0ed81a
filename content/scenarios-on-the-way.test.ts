/* What the scenarios with routers claim. The numbers are those of a capture of Linux 6.18. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runScenario } from '#scenario/run.ts';
import type { Trace, TransitEntry } from '#trace/trace.ts';
import sameSyn from './scenarios/same-syn-three-links.ts';
import ttlRunsOut from './scenarios/ttl-runs-out.ts';

/** What tcpdump saw, with the checksums that it worked out. */
const CAPTURE = readFileSync(new URL('measured/syn-and-answer.txt', import.meta.url), 'utf8');

const sent = ({ entries }: Trace): readonly TransitEntry[] =>
  entries.filter((entry): entry is TransitEntry => entry.kind === 'transit');

const hex = (octets: Uint8Array | undefined, from: number, to: number): string =>
  Array.from(octets?.subarray(from, to) ?? [], (octet) => octet.toString(16).padStart(2, '0')).join(
    '',
  );

/** The same without the NAT, as it was captured. */
const captured = {
  ...sameSyn,
  octets: 'recorded',
  network: {
    ...sameSyn.network,
    nats: [],
    routers: [...sameSyn.network.routers, { name: 'R1', address: '10.1.0.1' }],
  },
} as const;

describe('the same SYN on three links', () => {
  const TCP_CHECKSUM = [36, 38] as const;

  test('has the checksum of TCP that was captured, and so has its answer', () => {
    const [syn, answer] = sent(runScenario(captured));
    expect(syn?.octets).toHaveLength(60);
    const sums = [syn, answer].map((each) => `0x${hex(each?.octets, ...TCP_CHECKSUM)}`);
    expect(sums).toEqual(['0xd014', '0xac6e']);
    expect([...CAPTURE.matchAll(/incorrect -> (0x[\da-f]{4})/g)].map(([, sum]) => sum)).toEqual(
      sums,
    );
    expect(answer).toMatchObject({ from: 'B', seg: { seq: 772685071, ack: 1278197391 } });
  });

  test('changes only in its TTL and its header’s checksum', () => {
    const [syn] = sent(runScenario(captured));
    const links = [syn?.octets, ...(syn?.hops ?? []).map((hop) => hop.octets)];
    expect(links.map((octets) => octets?.[8])).toEqual([64, 63, 62]);
    const others = links.map(
      (octets) => hex(octets, 0, 8) + hex(octets, 9, 10) + hex(octets, 12, 60),
    );
    expect(new Set(others).size).toBe(1);
  });

  test('leaves a NAT from its address, and from another port if that one is taken', () => {
    const trace = runScenario({ ...sameSyn, octets: 'recorded' });
    const [syn] = sent(trace);
    expect(syn?.hops?.[0]?.as?.src).toEqual({ address: '192.0.2.1', port: 51437 });
    const last = trace.entries.findLast((entry) => entry.kind === 'step' && entry.host === 'A');
    expect(last).toMatchObject({ after: 'ESTABLISHED' });
  });
});

describe('a SYN whose TTL runs out', () => {
  const play = (ttl: number) => {
    const [a, b] = ttlRunsOut.hosts;
    return runScenario({ ...ttlRunsOut, hosts: [{ ...a, ttl }, b] });
  };
  const speaker = ({ entries }: Trace) => entries.find((entry) => entry.kind === 'icmp')?.from;

  test('ends at the router that its TTL counts to, as it was captured', () => {
    expect([1, 2, 3].map((ttl) => speaker(play(ttl)))).toEqual(['R1', 'R2', undefined]);
    expect(speaker(runScenario(ttlRunsOut))).toBe('R2');
  });

  test('leaves the caller in SYN-SENT: the RFC takes it for a soft error', () => {
    const steps = runScenario(ttlRunsOut).entries.filter((entry) => entry.kind === 'step');
    expect(steps.at(-1)).toMatchObject({
      host: 'A',
      event: { type: 'ICMP', error: 'time exceeded', seq: 100 },
      before: 'SYN-SENT',
      after: 'SYN-SENT',
    });
  });
});
