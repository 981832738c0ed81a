import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toJson } from '#trace/json.ts';
import type { Trace } from '#trace/trace.ts';
import { anyDeed, anySetup } from '../fixtures.ts';
import { presetCalled } from '../presets/presets.ts';
import { clip } from './clip.ts';
import type { Deed } from './deed.ts';
import {
  type Desk,
  deskOf,
  doDeed,
  EMPTY_DESK,
  eveOf,
  obstacle,
  pastOf,
  playDesk,
  turnTo,
  undoDeed,
} from './desk.ts';
import { play } from './play.ts';
import { viewAt } from './view.ts';

const OPEN: Deed = { do: 'open', host: 'A', to: 'B', port: 8001, from: 40_001 };

const whyNot = (deed: Deed, desk: Desk) => obstacle(deed, desk, eveOf(desk, playDesk(desk)));
const show = (id: string): Desk => {
  const { session, now } = presetCalled(id)!;
  return deskOf(session, now);
};

/** What a reader sees at `now`: how things on their way will fare is still open. */
const seen = (trace: Trace, now: number): string => {
  const { entries, ...rest } = clip(trace, now);
  const open = entries.map((entry) =>
    'until' in entry && entry.until > now ? { ...entry, until: null, fate: null } : entry,
  );
  return toJson({ ...rest, entries: open });
};

describe('a deed', () => {
  it('happens after all that the reader has seen', () => {
    const desk = turnTo(doDeed(EMPTY_DESK, OPEN), 121);
    const after = doDeed(desk, { do: 'close', host: 'A', conn: '40001' });
    expect(after.session.deeds.map(({ at }) => at)).toEqual([1, 122]);
    expect(after.now).toBe(122);
  });

  it('done in the past takes back what was done later', () => {
    const late = doDeed(turnTo(doDeed(EMPTY_DESK, OPEN), 300), { do: 'crash', host: 'B' });
    const other = doDeed(turnTo(late, 20), { do: 'drop', segment: 'A1' });
    expect(other.session.deeds.map(({ deed }) => deed.do)).toEqual(['open', 'drop']);
    expect(playDesk(other).trace.entries[1]).toMatchObject({ fate: 'lost', until: 21 });
  });

  it('of later does not stand in the way of another', () => {
    const sent = turnTo(doDeed(EMPTY_DESK, OPEN), 20);
    const back = turnTo(doDeed(sent, { do: 'drop', segment: 'A1' }), 10);
    const eve = eveOf(back, playDesk(pastOf(back)));
    expect(obstacle({ do: 'delay', segment: 'A1', by: 9 }, back, eve)).toBeNull();
    expect(eve.flying).toMatchObject([{ name: 'A1', arrives: 41, isLost: false }]);
  });

  it('can be undone', () => {
    const desk = doDeed(turnTo(doDeed(EMPTY_DESK, OPEN), 300), { do: 'crash', host: 'B' });
    expect(undoDeed(desk)).toMatchObject({ now: 300, session: { deeds: [{ deed: OPEN }] } });
  });

  it('changes nothing of what was before it', () => {
    const runs = { numRuns: Math.ceil(Number(process.env['FC_RUNS'] ?? 200) / 4) };
    const story = anySetup.chain((setup) =>
      fc.tuple(
        fc.constant(setup),
        fc.array(fc.tuple(anyDeed(setup), fc.integer({ min: 0, max: 90 })), { maxLength: 12 }),
      ),
    );
    fc.assert(
      fc.property(story, ([setup, deeds]) => {
        let desk: Desk = { ...EMPTY_DESK, session: { setup, deeds: [] } };
        for (const [deed, wait] of deeds) {
          desk = turnTo(desk, desk.now + wait);
          const before = playDesk(desk);
          if (before.isEndless) return;
          if (obstacle(deed, desk, eveOf(desk, before)) !== null) continue;
          const next = doDeed(desk, deed);
          const after = playDesk(next);
          // What is said to be possible is.
          expect(after.refused.map((each) => each.deed)).toEqual([]);
          expect(seen(after.trace, desk.now)).toBe(seen(before.trace, desk.now));
          desk = next;
        }
      }),
      runs,
    );
  });
});

describe('what cannot be done says why', () => {
  it.each<[string, Desk, Deed, string]>([
    [
      'SEND without a connection',
      EMPTY_DESK,
      { do: 'send', host: 'A', conn: '40001', text: 'x' },
      'no connection',
    ],
    [
      'SEND on a listener',
      EMPTY_DESK,
      { do: 'send', host: 'B', conn: '8001', text: 'x' },
      'listener',
    ],
    ['OPEN twice', show('figure-6'), OPEN, 'pair taken'],
    ['LISTEN twice', EMPTY_DESK, { do: 'listen', host: 'B', port: 8001 }, 'port taken'],
    [
      'SEND after CLOSE',
      show('fin-wait-1'),
      { do: 'send', host: 'A', conn: '40001', text: 'x' },
      'closed already',
    ],
    ['CLOSE twice', show('closing'), { do: 'close', host: 'A', conn: '40001' }, 'closed already'],
    [
      'RECEIVE after the end',
      show('close-wait'),
      { do: 'receive', host: 'B', conn: '8001.1', max: 9 },
      'nothing to read',
    ],
    ['a crash of nothing', EMPTY_DESK, { do: 'crash', host: 'A' }, 'nothing to lose'],
    ['what has arrived', show('figure-6'), { do: 'drop', segment: 'A1' }, 'arrived'],
    [
      'a swap with nothing',
      show('syn-sent'),
      { do: 'swap', segment: 'A1', with: 'A1' },
      'no other',
    ],
    ['a link that is whole', EMPTY_DESK, { do: 'mend', between: ['A', 'B'] }, 'whole already'],
  ])('%s', (_what, desk, deed, why) => {
    expect(whyNot(deed, desk)).toBe(why);
  });

  it('and what can be done says nothing', () => {
    expect(whyNot(OPEN, EMPTY_DESK)).toBeNull();
    expect(whyNot({ do: 'drop', segment: 'A1' }, show('syn-sent'))).toBeNull();
    expect(whyNot({ do: 'close', host: 'B', conn: '8001.1' }, show('close-wait'))).toBeNull();
  });
});

it('two hosts that would talk for ever are cut short', () => {
  const setup = {
    ...EMPTY_DESK.session.setup,
    road: { ...EMPTY_DESK.session.setup.road, delay: 1 },
  };
  const { session } = presetCalled('established')!;
  // Each takes the other's numbers for wrong, and says so, again and again.
  const deeds = [
    ...session.deeds,
    { at: 50, deed: { do: 'send', host: 'A', conn: '40001', text: 'x' } },
    { at: 51, deed: { do: 'edit', segment: 'A3', forgery: { ack: 0xffff_0000 } } },
  ] as const;
  expect(play({ setup, deeds }, 60_000).trace.entries.length).toBeLessThan(40_000);
});

it('what is on its way through routers is seen between them', () => {
  const { session, now } = presetCalled('ttl')!;
  const run = play(session, 1_000);
  const [syn] = viewAt(run, session.setup, 30).flying;
  expect(syn).toMatchObject({ name: 'A1', via: 'R1', next: 'R2', ttl: 1, left: 20, arrives: 40 });
  const [icmp] = viewAt(run, session.setup, now).flying;
  expect(icmp).toMatchObject({ seg: null, error: 'time exceeded', via: 'R2', next: 'R1' });
});
