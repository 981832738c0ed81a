/* What the chapter on the road of a segment says of its figures and records. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { measured } from '#course/measured.ts';
import { framesOfDump } from '#figures/bytes/tcpdump.ts';
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

describe('a second host behind the NAT', () => {
  test('has called from the same port before, so the server sees two', () => {
    const calls = sameSyn.script.filter((line) => line.do === 'connect');
    expect(calls.map(({ host, from }) => `${host} ${from}`)).toEqual(['C 51436', 'A 51436']);
    const [syn] = sent(runScenario(sameSyn));
    expect(syn?.seg.src.port).toBe(51436);
    expect(syn?.hops?.[0]?.as?.src.port).toBe(51437);
  });
});

describe('the octets that the text prints', () => {
  const chapter = readFileSync(new URL('docs/ground/road.mdx', import.meta.url), 'utf8');
  const printed = /```text\nframe([\s\S]*?)```/.exec(chapter)?.[1] ?? '';
  const [syn, answer] = framesOfDump(CAPTURE).map(({ frame }) => frame);

  test('are those that were captured', () => {
    const octets = printed
      .replace(/IP|TCP|options/g, '')
      .trim()
      .split(/\s+/)
      .join('');
    expect(octets).toBe(hex(syn, 0, 74));
  });

  test('stand in the tables where the headers have them', () => {
    const rows = [...chapter.matchAll(/^\| ([\d–]+) +\| (`.*?`) +\|/gm)];
    const [ip, tcp] = [14, 34];
    let start = tcp;
    expect(rows).toHaveLength(17);
    for (const [, places = '', here = ''] of rows) {
      if (places === '0') start = ip;
      if (places === '0–3') start = tcp;
      const [first = 0, last = first] = places.split('–').map(Number);
      const there = hex(syn, start + first, start + last + 1);
      expect(here.replace(/[`\s]/g, ''), places).toBe(there);
    }
  });

  test('are flags and a length that can be read in one octet', () => {
    expect([hex(syn, 47, 48), hex(answer, 47, 48)]).toEqual(['02', '12']);
    expect(0x0a * 4 - 20).toBe(20);
    expect([0xc8ec, 0x2329, 0xfaf0, 0xf0fa]).toEqual([51436, 9001, 64240, 61690]);
  });
});

describe('records', () => {
  const lines = (record: string) => measured(record).output.split('\n');

  test('a checksum that nobody finished, the same on all three links', () => {
    const syns = lines('same-syn-three-links').filter((line) => line.includes('Flags [S]'));
    expect(syns).toHaveLength(3);
    for (const syn of [...syns, lines('syn-and-answer')[1]]) {
      expect(syn).toContain('cksum 0x1436 (incorrect -> 0xd014), seq 1278197390');
    }
    const frames = lines('same-syn-three-links').filter((line) => line.includes('id 14765'));
    expect(frames.map((line) => />\s(\S+),.*ttl (\d+)/.exec(line)?.slice(1))).toEqual([
      ['fe:d3:41:d9:c3:f1', '64'],
      ['22:02:88:a7:69:76', '63'],
      ['3a:64:1b:a1:4e:fa', '62'],
    ]);
  });

  test('a NAT that keeps a port that is free, the number and the timestamp', () => {
    const syns = lines('nat').filter((line) => line.includes('Flags [S],'));
    expect(syns.map((line) => /IP (\S+) >/.exec(line)?.[1])).toEqual([
      '10.1.0.2.5555',
      '10.2.0.1.5555',
    ]);
    for (const syn of syns) expect(syn).toMatch(/seq 220376712,.*TS val 1676380235 /);
  });

  test('two calls, of which the second gets through', () => {
    const record = lines('ttl-runs-out');
    const at = (words: string) => record.findIndex((line) => line.includes(words));
    expect(record[at('TTL 2 ')]).toMatch(/No route to host.* 0\.00s/);
    expect(record[at('TTL 2 ') + 1]).toContain('10.1.0.2.40474 > 10.3.0.2.9001: Flags [S]');
    expect(record[at('TTL 2 ') + 2]).toContain('10.2.0.2 > 10.1.0.2: ICMP time exceeded');
    expect(record[at('TTL 3 ')]).toContain('connect ok');
    expect(record[at('TTL 3 ') + 1]).toContain('10.1.0.2.40486 > 10.3.0.2.9001: Flags [S]');
    expect(record[at('TTL 3 ') + 2]).toContain('10.3.0.2.9001 > 10.1.0.2.40486: Flags [S.]');
    expect(record[at('no timeout') + 1]).toMatch(/No route to host.* 1\.00s/);
  });
});
