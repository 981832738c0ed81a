import type { HostRun, Input } from '#network/replay.ts';
import { isSeq, RFC9293, type Config, type Segment } from '#tcp';
import { PktError, type Line, type PacketLine, type Place, type Script } from './ast.ts';
import { isnsFrom, numbersFrom, type Numbers, type Origin } from './numbers.ts';
import { octets } from './octets.ts';
import { settingsFrom } from './settings.ts';
import { createSockets, HOST, PEER, type Sockets } from './sockets.ts';
import { windowOf } from './window-of.ts';

/** A script made ready for a host that is run open loop: what happens to it. */
export interface PktRun {
  readonly run: HostRun;
}

/** Where a script's numbers begin unless another origin is wanted: RFC 9293's Figure 6. */
export const FIGURE_6: Origin = { peer: 100, ours: 300 };

/**
 * Makes a script into one host's run, without playing it: the judge compares what a learner's host
 * does on these inputs with what the reference does. What the script expects is left out, and lines
 * whose meaning hangs on what the host did cannot be read (`live/play.ts` plays those). As in
 * packetdrill, the world ends with the script's last line. The numbers begin where the script's header
 * says, `// isn: 4294967295, peer 100`, and as in Figure 6 if it does not. The host is set as its header
 * says, `// config: reopen=sequence`, and as `config` has it in all else.
 * @throws PktError where a line cannot be run
 */
export function pktToRun(
  script: Script,
  { origin = originOf(script), config = RFC9293 }: { origin?: Origin; config?: Config } = {},
): PktRun {
  const isn = isnsFrom(origin, script.lines.length + 1);
  const world: World = { numbers: numbersFrom(origin, isn), sockets: createSockets(), clock: 0 };
  let end = 0;
  const inputs: Input[] = [];

  for (const line of script.lines) {
    const { from, to } = windowOf(line.when, world.clock);
    world.clock = from;
    end = Math.max(end, Number.isFinite(to) ? to : from);
    if (line.kind === 'assert') continue;
    if (line.kind === 'packet' && line.direction === 'out') {
      const { dst } = portsOf(line, world);
      world.numbers.outbound(dst, line.ctl, line.seq, line.ack);
      continue;
    }
    requireExact(line);
    if (line.kind === 'packet')
      inputs.push({ at: from, kind: 'segment', seg: inbound(line, world) });
    else if (line.kind === 'call') {
      const said = world.sockets.take(line);
      if (said !== null) inputs.push({ at: from, kind: 'call', ...said });
    } else throw new PktError(line.place, 'this line cannot be run without a live host');
  }
  return { run: { config: { ...config, ...settingsOf(script) }, isn, inputs, until: end } };
}

/** The first line, for what is wrong with the header. */
const TOP: Place = { line: 1, column: 1 };

/**
 * Where a script's numbers begin, and how far apart ours are, as its header says: `300, peer 100` or
 * `300, peer 100, step 1`.
 * @throws PktError
 */
export function originOf({ header: { isn } }: Script): Origin {
  if (isn === undefined) return FIGURE_6;
  const [, ours, peer, step] = /^(\d+), peer (\d+)(?:, step (\d+))?$/.exec(isn) ?? [];
  const origin = { ours: Number(ours), peer: Number(peer) };
  const isRight = isSeq(origin.ours) && isSeq(origin.peer);
  if (isRight) return step === undefined ? origin : { ...origin, step: Number(step) };
  throw new PktError(
    TOP,
    '// isn: needs our first number and the peer’s, such as “// isn: 300, peer 100”',
  );
}

/** How a script's host is set, as its header says. @throws PktError */
export function settingsOf({ header: { config } }: Script): Partial<Config> {
  if (config === undefined) return {};
  try {
    return settingsFrom(config);
  } catch (error) {
    throw new PktError(TOP, (error as Error).message);
  }
}

interface World {
  readonly numbers: Numbers;
  readonly sockets: Sockets;
  /** The time of the line before, ms. */
  clock: number;
}

function requireExact(line: Line): void {
  if (line.when.kind === 'at' || line.when.kind === 'after') return;
  throw new PktError(line.place, 'what the script does itself needs an exact time');
}

function portsOf(line: PacketLine, { sockets }: World): { src: number; dst: number } {
  const [ours, peers] = [sockets.localPort(), sockets.peerPort()];
  if (line.ports !== null) return line.ports;
  return line.direction === 'in' ? { src: peers, dst: ours } : { src: ours, dst: peers };
}

function inbound(line: PacketLine & { place: Place }, world: World): Segment {
  const { src, dst } = portsOf(line, world);
  const live = world.numbers.inbound(src, line.ctl, line.seq, line.ack);
  world.sockets.heard(src, line.ctl);
  const { others: _, ...options } = line.options === 'any' ? {} : line.options;
  return {
    src: { address: PEER, port: src },
    dst: { address: HOST, port: dst },
    ...live,
    ctl: line.ctl,
    wnd: line.win ?? 0,
    up: line.urg ?? 0,
    data: octets(line.ctl.syn ? 0 : line.seq - 1, line.length),
    options,
  };
}
