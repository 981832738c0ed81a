import { describe, expect, it } from 'vitest';
import { runScenario } from '#scenario/run.ts';
import { parsePkt } from '#scenario/packetdrill/parse.ts';
import { pktToRun } from '#scenario/packetdrill/run.ts';
import { replay } from '#network/replay.ts';
import { reference } from '#tcp';
import type { Trace } from '#trace/trace.ts';
import { PLAYS, traceOf, type Play } from '../ladder/fixtures.ts';
import { pktOf } from './pkt-of.ts';

/** What a host sent, as a script would show it: when, which bits, how much. */
const sentIn = (trace: Trace, host: string) =>
  trace.entries.flatMap((entry) =>
    entry.kind === 'transit' && entry.from === host && !entry.name.startsWith('old')
      ? [`${entry.t} ${JSON.stringify(entry.seg.ctl)} ${entry.seg.data.length}`]
      : [],
  );

const sentBy = (pkt: string, trace: Trace) => {
  const { run } = pktToRun(parsePkt(pkt), { config: trace.hosts[0]?.config ?? undefined });
  return replay(reference, run).entries.flatMap(({ t, effects }) =>
    effects.flatMap((each) =>
      each.type === 'send' ? [`${t} ${JSON.stringify(each.seg.ctl)} ${each.seg.data.length}`] : [],
    ),
  );
};

const TOLD: readonly (readonly [Play, string])[] = [
  ['handshake', 'A'],
  ['handshake', 'B'],
  ['SYN,ACK lost', 'A'],
  ['ACK lost', 'B'],
  ['refused', 'A'],
  ['old duplicate SYN', 'B'],
  ['close', 'A'],
  ['close', 'B'],
  ['last ACK lost', 'A'],
  ['simultaneous close', 'B'],
  ['large numbers', 'A'],
  ['large numbers', 'B'],
];

describe('a host of a Trace as a packetdrill script', () => {
  it.each(TOLD)('%s, host %s: the script’s host sends the same', (play, host) => {
    const trace = traceOf(play);
    const pkt = pktOf(trace, host);
    expect(pkt).not.toBeNull();
    expect(sentBy(pkt ?? '', trace)).toEqual(sentIn(trace, host));
  });

  it('has its head', () => {
    expect(pktOf(traceOf('handshake'), 'B', { title: 'Three segments' })).toContain(
      '// title: Three segments\n',
    );
  });

  it('is none of a host that is not there, was only seen, or crashed', () => {
    const trace = traceOf('handshake');
    expect(pktOf(trace, 'Z')).toBeNull();
    const [a, b] = trace.hosts;
    if (!a || !b) throw new Error('The fixture has two hosts.');
    expect(pktOf({ ...trace, hosts: [{ ...a, config: null }, b] }, 'A')).toBeNull();
    const crashed = runScenario({
      ...PLAYS.handshake,
      script: [...PLAYS.handshake.script, { at: 300, host: 'B', do: 'crash' }],
    });
    expect(pktOf(crashed, 'B')).toBeNull();
    expect(pktOf(crashed, 'A')).not.toBeNull();
  });
});
