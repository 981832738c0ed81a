import { describe, expect, it } from 'vitest';
import { t } from '#text/en.ts';
import { way } from './fixtures.ts';
import { changedOctets } from './octets.ts';
import { comparedAt, rowsOf, stepAtNode, stepOfEnd, stepsOf } from './steps.ts';
import type { Story } from './story.ts';
import { stepTableHtml } from './table.ts';
import { ttlStops } from './vary.ts';
import { listStory, placeWords } from './words.ts';

const places = (story: Story) => stepsOf(story).map((step) => placeWords(story, step, t));

/** The fields that a node changes, by the step's place. */
const changedAt = (story: Story, place: number): readonly string[] => {
  const compared = comparedAt(story, stepsOf(story)[place]!)!;
  return rowsOf([compared.from, compared.to]).flatMap(({ layer, key, changed }) =>
    changed[1] === true ? [`${layer} ${key}`] : [],
  );
};

describe('the steps of a story', () => {
  it('go along every link to every node, there and back', () => {
    expect(places(way(64))).toEqual([
      t('routers.place.all'),
      ...['Client to R1', 'at R1', 'R1 to R2', 'at R2', 'R2 to Server', 'at the server'],
      ...['Server to R2', 'at R2', 'R2 to R1', 'at R1', 'R1 to Client', 'at the client'],
    ]);
  });

  it('end where the TTL does, and go back with the report', () => {
    const story = way(1);
    expect(places(story).slice(1)).toEqual([
      'Client to R1',
      'at R1',
      'R1 to Client',
      'at the client',
    ]);
    expect(stepOfEnd(story)).toBe(2);
    expect(stepOfEnd(way(64))).toBe(0);
    expect(stepAtNode(way(64), 'R2')).toBe(4);
    expect(stepAtNode(story, 'R2')).toBe(0);
  });

  it('end on the link where the segment vanishes', () => {
    const lost = { fates: [{ name: 'A1', on: ['R1', 'R2'], fate: 'drop' }] } as const;
    expect(places(way(64, false, lost)).slice(1)).toEqual(['Client to R1', 'at R1', 'R1 to R2']);
  });
});

describe('what a node changes', () => {
  const ROUTER = ['frame source', 'frame destination', 'ip ttl', 'ip checksum'];

  it('is the frame, the TTL and the checksum of the IP header', () => {
    expect(changedAt(way(64), 2)).toEqual(ROUTER);
    expect(changedAt(way(64), 10)).toEqual(ROUTER);
  });

  it('is also, if it is a NAT, the sender’s socket and TCP’s checksum, and back its receiver’s', () => {
    const story = way(64, true);
    expect(changedAt(story, 2)).toEqual([...ROUTER, 'ip source', 'tcp sourcePort', 'tcp checksum']);
    expect(changedAt(story, 10)).toEqual([
      ...ROUTER,
      ...['ip destination', 'tcp destinationPort', 'tcp checksum'],
    ]);
  });

  it('is in an ICMP message the quote as well', () => {
    const story = way(2, true);
    const report = places(story).lastIndexOf('at R1');
    expect(changedAt(story, report)).toEqual([
      ...ROUTER,
      ...['ip destination', 'icmp checksum', 'quotedIp checksum', 'quotedIp source'],
      'quotedTcp sourcePort',
    ]);
  });

  it('is told in octets too', () => {
    const compared = comparedAt(way(64), stepsOf(way(64))[2]!)!;
    const changed = changedOctets(compared.from.octets, compared.to.octets);
    expect([...changed].every((at) => at === 8 || at === 10 || at === 11)).toBe(true);
    expect(changed.has(8)).toBe(true);
  });
});

describe('in words', () => {
  it('each step has its sentence', () => {
    for (const story of [way(64), way(64, true), way(1, true), way(2), way(2, true)]) {
      const lines = listStory(story, t);
      expect(new Set(lines).size).toBe(lines.length);
      expect(lines.join(' ')).not.toMatch(/undefined|null|: \./);
    }
  });

  it('a NAT’s step says whether the port stays', () => {
    const taken = listStory(way(64, true), t)[2];
    const [first, , second] = way(64, true).journeys[0]!.legs;
    expect(first).not.toEqual(second);
    expect(taken).toContain(t('routers.say.port.taken', { before: 4000, after: 4001 }));
    const alone = {
      script: [{ at: 0, host: 'A', do: 'connect', to: 'B:80', from: 4000 }],
    } as const;
    expect(listStory(way(64, true, alone), t)[2]).toContain(
      t('routers.say.port.kept', { before: 4000 }),
    );
  });

  it('a changed field is marked by a sign and by a word', () => {
    const story = way(64);
    const html = stepTableHtml(story, stepsOf(story)[2]!, t);
    const marked = html.match(/<td class="changed"><i aria-hidden="true">≠<\/i><span/g);
    expect(marked).toHaveLength(4);
    expect(html).toContain(t('routers.changed'));
  });

  it('names from a scenario cannot be markup', () => {
    const bad = '<b onclick=1>';
    const story = way(64);
    const nodes = story.nodes.map((node) => ({ ...node, title: bad }));
    const html = stepTableHtml({ ...story, nodes }, stepsOf(story)[2]!, t);
    expect(html).not.toContain(bad);
  });
});

it('the TTLs to try are those that end at each router, those that do not, and the usual', () => {
  expect(ttlStops(2)).toEqual([1, 2, 3, 4, 64]);
});
