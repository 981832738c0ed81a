import { describe, expect, it } from 'vitest';
import { STATES } from '#tcp';
import { clip } from '../model/clip.ts';
import { play } from '../model/play.ts';
import type { HostName } from '../model/setup.ts';
import { viewAt } from '../model/view.ts';
import { FIGURES } from './figures.ts';
import { presetCalled, PRESETS } from './presets.ts';
import { STATES_SHOWN } from './states.ts';

/** Segments as the RFC prints them. */
const segmentsOf = (id: string): readonly string[] => {
  const preset = presetCalled(id)!;
  const { trace } = play(preset.session, preset.now);
  return clip(trace, preset.now).entries.flatMap((entry) => {
    if (entry.kind !== 'transit') return [];
    const { seq, ack, ctl, data } = entry.seg;
    const bits = (['syn', 'fin', 'rst', 'ack'] as const).filter((bit) => ctl[bit]);
    const text = data.length > 0 ? `<DATA=${data.length}>` : '';
    return [
      `${entry.from} <SEQ=${seq}>${ctl.ack ? `<ACK=${ack}>` : ''}${text}<CTL=${bits.join(',').toUpperCase()}>`,
    ];
  });
};

describe.each(PRESETS.map((preset) => [preset.id, preset] as const))('%s', (_id, preset) => {
  it('leads to what it is to show, and nothing in it is refused', () => {
    const run = play(preset.session, preset.now + 1_000);
    expect(run).toMatchObject({ refused: [], isEndless: false });
    const view = viewAt(run, preset.session.setup, preset.now);
    for (const [host, state] of Object.entries(preset.shows)) {
      const sockets = view.sockets.get(host as HostName) ?? [];
      const connected = sockets.filter(({ tcb }) => tcb.state !== 'LISTEN');
      const here = (connected.length > 0 || state === 'CLOSED' ? connected : sockets).map(
        ({ tcb }) => tcb.state,
      );
      expect(here.length === 0 ? ['CLOSED'] : here, host).toContain(state);
    }
  });
});

it('there is one for every figure and for every state', () => {
  expect(FIGURES.map(({ id }) => id)).toEqual(
    [6, 7, 8, 9, 10, 11, 12, 13].map((n) => `figure-${n}`),
  );
  const shown = STATES_SHOWN.flatMap(({ shows }) => Object.values(shows));
  expect(new Set(shown)).toEqual(new Set(STATES));
});

describe('the segments of the RFC’s figures', () => {
  it.each<[string, readonly string[]]>([
    [
      'figure-6',
      [
        'A <SEQ=100><CTL=SYN>',
        'B <SEQ=300><ACK=101><CTL=SYN,ACK>',
        'A <SEQ=101><ACK=301><CTL=ACK>',
      ],
    ],
    [
      'figure-7',
      [
        'A <SEQ=100><CTL=SYN>',
        'B <SEQ=300><CTL=SYN>',
        'B <SEQ=300><ACK=101><CTL=SYN,ACK>',
        'A <SEQ=100><ACK=301><CTL=SYN,ACK>',
      ],
    ],
    [
      'figure-8',
      [
        'A <SEQ=100><CTL=SYN>',
        'A <SEQ=90><CTL=SYN>',
        'B <SEQ=300><ACK=91><CTL=SYN,ACK>',
        'A <SEQ=91><CTL=RST>',
        'B <SEQ=400><ACK=101><CTL=SYN,ACK>',
        'A <SEQ=101><ACK=401><CTL=ACK>',
      ],
    ],
    [
      'figure-11',
      ['A <SEQ=90><CTL=SYN>', 'B <SEQ=300><ACK=91><CTL=SYN,ACK>', 'A <SEQ=91><CTL=RST>'],
    ],
  ])('%s', (id, expected) => {
    expect(segmentsOf(id)).toEqual(expected);
  });

  it.each<[string, readonly string[]]>([
    [
      'figure-9',
      [
        'A <SEQ=400><CTL=SYN>',
        'B <SEQ=300><ACK=100><CTL=ACK>',
        'A <SEQ=100><CTL=RST>',
        'A <SEQ=400><CTL=SYN>',
        'B <SEQ=500><ACK=401><CTL=SYN,ACK>',
        'A <SEQ=401><ACK=501><CTL=ACK>',
      ],
    ],
    ['figure-10', ['B <SEQ=300><ACK=100><DATA=10><CTL=ACK>', 'A <SEQ=100><CTL=RST>']],
    [
      'figure-12',
      [
        'A <SEQ=100><ACK=300><CTL=FIN,ACK>',
        'B <SEQ=300><ACK=101><CTL=ACK>',
        'B <SEQ=300><ACK=101><CTL=FIN,ACK>',
        'A <SEQ=101><ACK=301><CTL=ACK>',
      ],
    ],
    [
      'figure-13',
      [
        'A <SEQ=100><ACK=300><CTL=FIN,ACK>',
        'B <SEQ=300><ACK=100><CTL=FIN,ACK>',
        'B <SEQ=301><ACK=101><CTL=ACK>',
        'A <SEQ=101><ACK=301><CTL=ACK>',
      ],
    ],
  ])('%s, after the handshake', (id, expected) => {
    expect(segmentsOf(id).slice(3)).toEqual(expected);
  });
});
