import { describe, expect, it } from 'vitest';
import { t } from '#text/en.ts';
import { fieldsOf, partsOf, socketOf, valueOf } from './fields.ts';
import { way } from './fixtures.ts';
import type { Journey, Story } from './story.ts';
import { listStory } from './words.ts';

const links = ({ legs }: Journey) => legs.map(({ from, to }) => `${from}>${to}`).join(' ');
const read = (story: Story) =>
  story.journeys.map((journey) => `${journey.name} ${links(journey)} ${journey.end}`);

describe('a story', () => {
  it('is the first segment and its answer, link by link', () => {
    expect(read(way(64))).toEqual(['A1 A>R1 R1>R2 R2>B arrived', 'B2 B>R2 R2>R1 R1>A arrived']);
  });

  it('is the same through a NAT', () => {
    expect(read(way(64, true))).toEqual(read(way(64)));
  });

  it.each([
    [1, false, ['A1 A>R1 ended', 'R11 R1>A arrived']],
    [2, false, ['A1 A>R1 R1>R2 ended', 'R21 R2>R1 R1>A arrived']],
    [1, true, ['A1 A>R1 ended', 'R11 R1>A arrived']],
    [2, true, ['A1 A>R1 R1>R2 ended', 'R21 R2>R1 R1>A arrived']],
  ])('with TTL %i (NAT: %s) ends at a router, which reports it', (ttl, nat, expected) => {
    const story = way(ttl, nat);
    expect(read(story)).toEqual(expected);
    expect(story.journeys[0]?.why).toBe('time exceeded');
    expect(story.journeys[1]).toMatchObject({
      seg: null,
      error: 'time exceeded',
      heard: { before: 'SYN-SENT', after: 'SYN-SENT', isSoft: true },
    });
  });

  it('knows what vanishes on a link', () => {
    const lost = { fates: [{ name: 'A1', on: ['R1', 'R2'], fate: 'drop' }] } as const;
    expect(read(way(64, false, lost))).toEqual(['A1 A>R1 R1>R2 vanished']);
  });

  it('knows what a host throws away', () => {
    const wrong = { fates: [{ name: 'A1', on: ['R2', 'B'], fate: 'corrupt' }] } as const;
    const story = way(64, false, wrong);
    const why = story.journeys[0]?.why ?? '';
    expect(story.journeys).toMatchObject([
      { end: 'arrived', why: expect.any(String), heard: null },
    ]);
    expect(listStory(story, t).at(-1)).toContain(why);
  });

  it('may be of a segment that does not leave', () => {
    const script = [{ at: 0, host: 'A', do: 'connect', to: 'B:80', from: 4000 }] as const;
    const cut = [{ at: -1, do: 'cut', between: ['A', 'R1'] }, ...script] as const;
    const [journey] = way(64, false, { script: cut }).journeys;
    expect(journey).toMatchObject({ legs: [], end: 'ended' });
  });

  it('may be empty', () => {
    expect(way(64, false, { script: [] }).journeys).toEqual([]);
  });

  it('has the nodes of the way alone, with what they are', () => {
    const kinds = (nat: boolean) => way(64, nat).nodes.map(({ name, kind }) => `${name} ${kind}`);
    expect(kinds(false)).toEqual(['A host', 'R1 router', 'R2 router', 'B host']);
    expect(kinds(true)).toEqual(['A host', 'R1 nat', 'R2 router', 'B host']);
    expect(way(64).nodes[1]?.addresses).toEqual(['10.1.0.1']);
    expect(way(64, true).nodes[1]?.addresses).toEqual(['10.1.0.1', '192.0.2.1']);
  });

  it('gives each link a frame of its own', () => {
    const [out, back] = way(64).journeys;
    const ends = (journey: Journey | undefined) =>
      journey?.legs.map(({ frame }) => `${frame.src.slice(-2)} ${frame.dst.slice(-2)}`);
    expect(ends(out)).toEqual(['11 21', '22 31', '32 41']);
    expect(ends(back)).toEqual(['41 32', '31 22', '21 11']);
  });
});

describe('fields', () => {
  it('are read from the octets', () => {
    const leg = way(64).journeys[0]!.legs[0]!;
    expect(fieldsOf(leg).map(({ layer, key, value }) => `${layer} ${key} ${value}`)).toEqual([
      'frame source 00:00:5e:00:53:11',
      'frame destination 00:00:5e:00:53:21',
      expect.stringMatching(/^ip id \d+$/),
      'ip ttl 64',
      expect.stringMatching(/^ip checksum 0x[\da-f]{4}$/),
      'ip source 10.1.0.2',
      'ip destination 10.3.0.2',
      'tcp sourcePort 4000',
      'tcp destinationPort 80',
      'tcp seq 100',
      expect.stringMatching(/^tcp checksum 0x[\da-f]{4}$/),
    ]);
  });

  it('have an acknowledgment number only where it means something', () => {
    const [out, back] = way(64).journeys;
    expect(valueOf(out!.legs[0]!, 'tcp', 'ack')).toBeNull();
    expect(valueOf(back!.legs[0]!, 'tcp', 'ack')).toBe('101');
  });

  it('of an ICMP message are those of its quote too, as far as it goes', () => {
    const [, back] = way(2, true).journeys;
    const [first, last] = back!.legs;
    expect(valueOf(first!, 'icmp', 'type')).toBe('11, 0');
    expect(socketOf(first!, 'source', 'quotedIp')).toBe('192.0.2.1:4001');
    expect(socketOf(last!, 'source', 'quotedIp')).toBe('10.1.0.2:4000');
    expect(valueOf(last!, 'quotedTcp', 'seq')).toBe('100');
    expect(valueOf(last!, 'quotedTcp', 'checksum')).toBeNull();
    expect(partsOf(first!.octets).map(({ layer, start, end }) => [layer, start, end])).toEqual([
      ['ip', 0, 20],
      ['icmp', 20, 28],
      ['quotedIp', 28, 48],
      ['quotedTcp', 48, 56],
    ]);
  });

  it('of octets that are cut off are left out', () => {
    const { frame, octets } = way(64).journeys[0]!.legs[0]!;
    for (let length = 0; length < octets.length; length++) {
      const cut = octets.subarray(0, length);
      expect(() => [fieldsOf({ frame, octets: cut }), partsOf(cut)]).not.toThrow();
    }
  });
});
