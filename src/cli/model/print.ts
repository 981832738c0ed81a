import type { Segment } from '#tcp';
import { ENDS } from './host.ts';
import type { Counterexample } from './explore.ts';
import type { Side } from './model.ts';
import type { Move, Situation, World } from './situation.ts';

/** A segment as the RFC prints it: `A → B <SEQ=100><ACK=301><CTL=SYN,ACK>`. */
function segmentText({ src, seq, ack, ctl, data }: Segment): string {
  const way = src.address === ENDS.A.address ? 'A → B' : 'B → A';
  const bits = (['syn', 'fin', 'rst', 'psh', 'ack'] as const).filter((bit) => ctl[bit]);
  const number = ctl.ack ? `<ACK=${ack}>` : '';
  const text = data.length > 0 ? `<DATA=${String.fromCharCode(...data)}>` : '';
  return `${way} <SEQ=${seq}>${number}<CTL=${bits.join(',').toUpperCase()}>${text}`;
}

function moveText({ segments }: World, move: Move): string {
  switch (move.kind) {
    case 'deliver':
      return `arrives: ${segmentText(segments.value(move.seg))}`;
    case 'lose':
      return `is lost: ${segmentText(segments.value(move.seg))}`;
    case 'copy':
      return `is doubled: ${segmentText(segments.value(move.seg))}`;
    case 'deliver old':
      return `arrives, from an earlier life: ${segmentText(segments.value(move.seg))}`;
    case 'forget old':
      return `dies of age: ${segmentText(segments.value(move.seg))}`;
    case 'timer':
      return `${move.side}: ${move.timer} expires`;
    case 'early timer':
      return `${move.side}: ${move.timer} expires, without need`;
    case 'give up':
      return `${move.side}: R2 is reached`;
    case 'read':
      return `${move.side}: RECEIVE`;
    case 'call':
      return `${move.side}: ${typeof move.call === 'string' ? move.call : `send “${move.call.send}”`}`;
  }
}

const stateOf = ({ hosts }: World, now: Situation, side: Side): string => {
  const { tcb, listening } = hosts.value(now[side]);
  return tcb?.state ?? (listening ? 'LISTEN' : 'CLOSED');
};

/** The way to what is wrong, an event a line, with both states and what is on its way afterwards. */
export function counterexampleText(world: World, { what, path }: Counterexample): string[] {
  const lines = path.map(({ move, after }, n) => {
    const states = `A ${stateOf(world, after, 'A').padEnd(12)} B ${stateOf(world, after, 'B').padEnd(12)}`;
    const flying = after.net.length === 0 ? '' : `  (${after.net.length} on the way)`;
    return `${`${n + 1}`.padStart(3)}. ${states} ${moveText(world, move)}${flying}`;
  });
  return [what, ...lines];
}
