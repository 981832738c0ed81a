import type { Ctl, Options, Segment } from '#tcp';

const LETTERS: readonly (readonly [keyof Ctl, string])[] = [
  ['syn', 'SYN'],
  ['fin', 'FIN'],
  ['rst', 'RST'],
  ['psh', 'PSH'],
  ['urg', 'URG'],
  ['ack', 'ACK'],
];

/** A segment in one line: control bits, numbers, window, length, options. */
export function segmentText(seg: Segment): string {
  const bits = LETTERS.filter(([bit]) => seg.ctl[bit]).map(([, name]) => name);
  const parts = [
    bits.join(',') || 'no bits',
    `seq ${seg.seq}`,
    ...(seg.ctl.ack ? [`ack ${seg.ack}`] : []),
    `win ${seg.wnd}`,
    ...(seg.data.length > 0 ? [`len ${seg.data.length}`] : []),
    optionsText(seg.options),
  ];
  return `${seg.src.port} > ${seg.dst.port}  ${parts.filter((part) => part !== '').join(' ')}`;
}

function optionsText({ mss, wscale, sackPermitted, sack, ts }: Options): string {
  const parts = [
    ...(mss === undefined ? [] : [`mss ${mss}`]),
    ...(wscale === undefined ? [] : [`wscale ${wscale}`]),
    ...(sackPermitted === true ? ['sackOK'] : []),
    ...(ts === undefined ? [] : [`TS ${ts.val}/${ts.ecr}`]),
    ...(sack ?? []).map(({ left, right }) => `sack ${left}:${right}`),
  ];
  return parts.length === 0 ? '' : `<${parts.join(', ')}>`;
}
