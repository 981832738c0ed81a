import type { Segment } from '#tcp';
import type { Probe } from './probes.ts';
import { reach, type Reached, type Standing } from './reach.ts';
import type { Target } from './target.ts';

/** What a target does with a segment, in words that do not depend on its numbers. */
export async function ask(target: Target, state: Reached, probe: Probe): Promise<string> {
  try {
    const at = await reach(target, state);
    const before = target.sent().length;
    const fin = target.sent().find(({ ctl }) => ctl.fin);
    target.give(probe.make(target, at));
    await target.settle();
    const answers = target
      .sent()
      .slice(before)
      // Its timer sends the FIN again after 200 ms, whatever it was asked.
      .filter(({ ctl, seq }) => !(ctl.fin && seq === fin?.seq))
      .map((seg) => answerText(seg, at));
    return `${answers.join(' and ') || 'silence'}, ${await target.state()}`;
  } finally {
    target.end();
  }
}

function answerText({ ctl, seq, ack, data }: Segment, at: Standing): string {
  const bits = [
    ...(ctl.syn ? ['SYN'] : []),
    ...(ctl.fin ? ['FIN'] : []),
    ...(ctl.rst ? ['RST'] : []),
    ...(ctl.ack ? ['ACK'] : []),
  ].join(',');
  // A new connection has new numbers.
  const from = ctl.syn && ctl.ack ? '' : ` seq ${relative(seq, at.sndNxt, 'SND.NXT')}`;
  const to = ctl.ack ? ` ack ${relative(ack, at.rcvNxt, 'RCV.NXT')}` : '';
  return `${bits}${from}${to}${data.length > 0 ? ` len ${data.length}` : ''}`;
}

function relative(number: number, base: number, name: string): string {
  const off = (number - base) | 0;
  return number === 0 ? '0' : off === 0 ? name : `${name}${off > 0 ? '+' : '−'}${Math.abs(off)}`;
}
