import {
  SIGNALS,
  STATES,
  TIMERS,
  type Effect,
  type Options,
  type SackBlock,
  type Segment,
} from '#tcp';
import { array, fields, number, octets, oneOf, refuse, seq, text, time } from './fields.ts';

/** One untrusted effect. */
export function effect(value: unknown): Effect {
  const from = fields(value, 'an effect');
  const rule = from.rule === null ? null : text(from.rule, 'a rule');
  switch (from.type) {
    case 'send':
      return { type: 'send', seg: segment(from.seg), again: from.again === true, rule };
    case 'state': {
      const [before, after] = [
        oneOf(from.from, STATES, 'a state'),
        oneOf(from.to, STATES, 'a state'),
      ];
      return { type: 'state', from: before, to: after, rule };
    }
    case 'timer': {
      const timer = oneOf(from.timer, TIMERS, 'a timer');
      return {
        type: 'timer',
        timer,
        at: from.at === null ? null : time(from.at),
        rule,
      };
    }
    case 'signal':
      return { type: 'signal', signal: oneOf(from.signal, SIGNALS, 'a signal'), rule };
    case 'deliver':
      return { type: 'deliver', data: octets(from.data), rule };
    case 'drop':
      return { type: 'drop', why: text(from.why, 'a reason'), rule };
    default:
      return refuse('an effect is of no known kind');
  }
}

function segment(value: unknown): Segment {
  const from = fields(value, 'a segment');
  const bits = fields(from.ctl, 'the control bits');
  return {
    src: endpoint(from.src),
    dst: endpoint(from.dst),
    seq: seq(from.seq),
    ack: seq(from.ack),
    ctl: {
      cwr: bits.cwr === true,
      ece: bits.ece === true,
      urg: bits.urg === true,
      ack: bits.ack === true,
      psh: bits.psh === true,
      rst: bits.rst === true,
      syn: bits.syn === true,
      fin: bits.fin === true,
    },
    wnd: number(from.wnd, 'a window'),
    up: number(from.up, 'an urgent pointer'),
    data: octets(from.data),
    options: options(fields(from.options, 'the options')),
  };
}

function options({ mss, wscale, sackPermitted, sack, ts }: Record<string, unknown>): Options {
  return {
    ...(mss === undefined ? {} : { mss: number(mss, 'a segment size') }),
    ...(wscale === undefined ? {} : { wscale: number(wscale, 'a window scale') }),
    ...(sackPermitted === true ? { sackPermitted } : {}),
    ...(sack === undefined ? {} : { sack: array(sack, 'SACK blocks', 4).map(block) }),
    ...(ts === undefined ? {} : { ts: timestamps(ts) }),
  };
}

function block(value: unknown): SackBlock {
  const from = fields(value, 'a SACK block');
  return { left: seq(from.left), right: seq(from.right) };
}

function timestamps(value: unknown): NonNullable<Options['ts']> {
  const from = fields(value, 'the timestamps');
  return { val: seq(from.val), ecr: seq(from.ecr) };
}

function endpoint(value: unknown): Segment['src'] {
  const from = fields(value, 'an endpoint');
  return { address: text(from.address, 'an address'), port: number(from.port, 'a port') };
}
