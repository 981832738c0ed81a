import { ctl, type Ctl, type Options } from '#tcp';
import { setWord } from '#tcp/octets.ts';
import { join } from '#wire/bytes.ts';
import { segmentToDatagram } from '#wire/segment.ts';
import { TcpField, tcpLength } from '#wire/tcp.ts';
import { octetsOfHex } from './text-octets.ts';

/*
 * Octets out of what `tcpdump -n -S -e -vv` prints of a segment over IPv4 without data: it prints
 * every field, so that the octets can be written down again.
 */

const PACKET =
  /^ *([\da-f:]{17}) > ([\da-f:]{17}), ethertype IPv4 \(0x0800\), length \d+: \(tos 0x0, ttl (\d+), id (\d+), offset 0, flags \[DF\], proto TCP \(6\), length \d+\)\s+(\S+)\.(\d+) > (\S+)\.(\d+): Flags \[([SFRP.]+)\], cksum (0x[\da-f]+) \(([^)]*)\),(?: seq (\d+),)?(?: ack (\d+),)? win (\d+), (?:options \[([^\]]*)\], )?length 0$/gm;

const BITS: Readonly<Record<string, keyof Ctl>> = {
  ...{ S: 'syn', F: 'fin', R: 'rst', P: 'psh', '.': 'ack' },
};

/** A frame as it was captured, and the TCP checksum that tcpdump worked out for it. */
export interface Dumped {
  readonly frame: Uint8Array;
  readonly checksum: number;
}

/** The frames of a dump, in its order. What is no such segment is passed over. */
export function framesOfDump(text: string): readonly Dumped[] {
  return [...text.matchAll(PACKET)].map((match) => frameOfMatch(match.map((each) => each ?? '')));
}

function frameOfMatch(match: readonly string[]): Dumped {
  const [, from = '', to = '', ttl, id, src = '', sport, dst = '', dport, ...rest] = match;
  const [flags = '', cksum, verdict = '', seq, ack, wnd, options = ''] = rest;
  const seg = {
    src: { address: src, port: Number(sport) },
    dst: { address: dst, port: Number(dport) },
    ...{ seq: Number(seq), ack: Number(ack), wnd: Number(wnd), up: 0 },
    ctl: ctl(Object.fromEntries([...flags].map((letter) => [BITS[letter], true]))),
    data: new Uint8Array(),
    options: optionsOf(options),
  };
  const datagram = segmentToDatagram(seg, { ttl: Number(ttl), id: Number(id) });
  setWord(datagram, datagram.length - tcpLength(seg) + TcpField.CHECKSUM, Number(cksum));
  const macs = [to, from].map((each) => octetsOfHex(each) ?? new Uint8Array());
  const frame = join(...macs, Uint8Array.of(0x08, 0x00), datagram);
  const wanted = /-> (0x[\da-f]+)/.exec(verdict)?.[1] ?? cksum;
  return { frame, checksum: Number(wanted) };
}

/** tcpdump's list of options. Linux sends them in the order in which `#wire` writes them. */
function optionsOf(text: string): Options {
  const mss = /mss (\d+)/.exec(text)?.[1];
  const wscale = /wscale (\d+)/.exec(text)?.[1];
  const ts = /TS val (\d+) ecr (\d+)/.exec(text);
  return {
    ...(mss === undefined ? {} : { mss: Number(mss) }),
    ...(wscale === undefined ? {} : { wscale: Number(wscale) }),
    ...(text.includes('sackOK') ? { sackPermitted: true } : {}),
    ...(ts === null ? {} : { ts: { val: Number(ts[1]), ecr: Number(ts[2]) } }),
  };
}
