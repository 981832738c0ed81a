import type { HostRun, Input } from '#network/replay.ts';
import { RFC9293, type Config, type Segment, type State } from '#tcp';
import { PktError, type Line, type PacketLine, type Place, type Script, type When } from './ast.ts';
import { isnsFrom, numbersFrom, type Numbers, type Origin } from './numbers.ts';
import { createSockets, HOST, octets, PEER, type Returns, type Sockets } from './sockets.ts';

/** What a script expects of the host, with live numbers. Times in ms, both ends included. */
export type Expected = { readonly place: Place; readonly from: number; readonly to: number } & (
  | {
      readonly kind: 'segment';
      readonly seg: Segment;
      /** What the script leaves open. */
      readonly open: { readonly wnd: boolean; readonly options: boolean };
    }
  | { readonly kind: 'state'; readonly state: State; readonly input: number }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly returns: Returns;
      readonly input: number;
    }
);

/** A script made ready for a host: what happens to it, and what it should do. */
export interface PktRun {
  readonly run: HostRun;
  readonly expected: readonly Expected[];
}

/** Where a script's numbers begin unless another origin is wanted: RFC 9293's Figure 6. */
export const FIGURE_6: Origin = { peer: 100, ours: 300 };

/**
 * Makes a script into one host's run, and what it should do. The script's expectations hold for the
 * profile it was written for; the judge compares with the reference and not with them. As in
 * packetdrill, the world ends with the script's last line.
 * @throws PktError where a line cannot be run
 */
export function pktToRun(
  script: Script,
  { origin = FIGURE_6, config = RFC9293 }: { origin?: Origin; config?: Config } = {},
): PktRun {
  const isn = isnsFrom(origin, script.lines.length + 1);
  const world: World = { numbers: numbersFrom(origin, isn), sockets: createSockets(), clock: 0 };
  let end = 0;
  const inputs: Input[] = [];
  const expected: Expected[] = [];
  const heardFrom = new Map<number | null, number>();

  for (const line of script.lines) {
    const { from, to } = spanOf(line.when, world.clock);
    world.clock = from;
    end = Math.max(end, Number.isFinite(to) ? to : from);
    const expect = { place: line.place, from, to };
    if (line.kind === 'assert') {
      const input = heardFrom.get(line.port);
      if (input === undefined) throw new PktError(line.place, 'no connection to ask for its state');
      expected.push({ ...expect, kind: 'state', state: line.state, input });
    } else if (line.kind === 'packet' && line.direction === 'out') {
      const open = { wnd: line.win === null, options: line.options === 'any' };
      expected.push({ ...expect, kind: 'segment', seg: outbound(line, world), open });
    } else {
      requireExact(line);
      if (line.kind === 'packet') {
        const seg = inbound(line, world);
        heardFrom.set(seg.src.port, inputs.length).set(null, inputs.length);
        inputs.push({ at: from, kind: 'segment', seg });
      } else {
        const said = world.sockets.take(line);
        if (said === null) continue;
        heardFrom.set(null, inputs.length);
        if (said.returns !== null && line.kind === 'call') {
          const { name } = line;
          expected.push({
            ...expect,
            kind: 'call',
            name,
            returns: said.returns,
            input: inputs.length,
          });
        }
        inputs.push({ at: from, kind: 'call', conn: said.conn, call: said.call });
      }
    }
  }
  return { run: { config, isn, inputs, until: end }, expected };
}

interface World {
  readonly numbers: Numbers;
  readonly sockets: Sockets;
  /** The time of the line before, ms. */
  clock: number;
}

function spanOf(when: When, clock: number): { from: number; to: number } {
  switch (when.kind) {
    case 'at':
      return { from: when.ms, to: when.ms };
    case 'after':
      return { from: clock + when.ms, to: clock + when.ms };
    case 'between': {
      const start = when.relative ? clock : 0;
      return { from: start + when.from, to: start + when.to };
    }
    case 'any':
      return { from: clock, to: Number.POSITIVE_INFINITY };
  }
}

function requireExact(line: Line): void {
  if (line.when.kind === 'at' || line.when.kind === 'after') return;
  throw new PktError(line.place, 'what the script does itself needs an exact time');
}

function inbound(line: PacketLine & { place: Place }, { numbers, sockets }: World): Segment {
  const { src, dst } = line.ports ?? { src: sockets.peerPort(), dst: sockets.localPort() };
  const live = numbers.inbound(src, line.ctl, line.seq, line.ack);
  sockets.heard(src, line.ctl);
  return segment(line, live, { address: PEER, port: src }, { address: HOST, port: dst });
}

function outbound(line: PacketLine, { numbers, sockets }: World): Segment {
  const { src, dst } = line.ports ?? { src: sockets.localPort(), dst: sockets.peerPort() };
  const live = numbers.outbound(dst, line.ctl, line.seq, line.ack);
  return segment(line, live, { address: HOST, port: src }, { address: PEER, port: dst });
}

function segment(
  line: PacketLine,
  live: { seq: number; ack: number },
  src: Segment['src'],
  dst: Segment['dst'],
): Segment {
  const data = octets(line.ctl.syn ? 0 : line.seq - 1, line.length);
  const options = line.options === 'any' ? {} : line.options;
  return { src, dst, ...live, ctl: line.ctl, wnd: line.win ?? 0, up: line.urg ?? 0, data, options };
}
