import type { HostStep } from '#network/host.ts';
import type { Config, Engine, State } from '#tcp';
import {
  PktError,
  type IcmpLine,
  type Line,
  type PacketLine,
  type Place,
  type Script,
} from '../ast.ts';
import { isnsFrom, numbersFrom, pairKey, type Origin } from '../numbers.ts';
import { flagsOf } from '../segment-line.ts';
import { CLIENT_PORT, SERVER_PORT } from '../sockets.ts';
import { segmentFrom } from './arrive.ts';
import { createClocks } from './clocks.ts';
import { differences, expectedWords, foundWords, piece } from './expect.ts';
import { icmpErrorOf } from './icmp.ts';
import { createLive, type Live, type Sent } from './live.ts';
import { createProcess } from './process.ts';
import { Mismatch } from './skip.ts';
import type { SocketDefaults } from './socket-options.ts';
import { checkCode, type System } from './tcp-info.ts';
import { windowOf } from '../window-of.ts';
import { timeWords, toleranceFor, type Tolerance } from './times.ts';
import { createWaiting } from './waiting.ts';

/** How a script is to be played. */
export interface Setup {
  readonly engine: Engine;
  readonly config: Config;
  readonly origin: Origin;
  readonly system: System;
  readonly version: 4 | 6;
  /** Does the system follow no ICMP message but those about the MTU? */
  readonly isDeaf: boolean;
  readonly defaults: SocketDefaults;
  readonly tolerance: Tolerance;
  /** ms per tick of the script's timestamp clock; `null`: values are not compared. */
  readonly tick: number | null;
  /** May text that the script expects in one segment come in several? */
  readonly pieces: boolean;
  /** Is what was sent and never expected a mistake, even if nothing is expected after it? */
  readonly complete: boolean;
  /** What a command means for the run, if it asks or does something. @throws Mismatch */
  command(line: Line & { readonly kind: 'command' }, live: Live): void;
}

/** What became of a script: the first thing that went otherwise, and everything that the host did. */
export interface Played {
  readonly problem: Mismatch | null;
  /** What is worth knowing, though nothing is wrong. */
  readonly notes: readonly string[];
  readonly steps: readonly HostStep[];
}

const ADDRESSES = {
  4: { local: '192.0.2.1', peer: '192.0.2.2' },
  6: { local: '2001:db8::1', peer: '2001:db8::2' },
} as const;

/** Longer than this no line waits, ms: ten days. */
const PATIENCE = 864_000_000;

/**
 * Plays a script against a host, line by line, as packetdrill does: what the script does is done at
 * its time, what it expects is waited for, and what the host sends has to come in the script's order
 * with nothing in between. The world ends with the last line. What leaves after the last expected
 * segment is told of; it is judged, too, up to the last line that asks anything, if the script is to
 * be complete (packetdrill itself never looks at it).
 * @throws PktError where a line contradicts the script, Skip where it wants what is not there
 */
export function playPkt(script: Script, setup: Setup): Played {
  const isns = isnsFrom(setup.origin, script.lines.length + 1);
  let drawn = 0;
  const live = createLive(setup.engine, setup.config, () => isns[drawn++] ?? 0);
  const numbers = numbersFrom(setup.origin, isns);
  const clocks = createClocks(setup.tick, setup.tolerance.ms);
  const { local, peer } = ADDRESSES[setup.version];
  const { system, defaults } = setup;
  const process = createProcess({
    live,
    defaults,
    system,
    local,
    peer,
    serverPort: SERVER_PORT,
    clientPort: CLIENT_PORT,
    nonBlockFlag: system === 'freebsd' ? 4 : 0x800,
  });
  const states = new Map<string, State>();
  const byPort = new Map<number | null, string>();
  const waiting = createWaiting(live, setup.tolerance);
  const notes: string[] = [];
  let clock = 0;
  live.onStep(({ conn, after }) => states.set(conn, after));

  /** A live segment in the script's words; its ports only if they are not those of the line before. */
  const shownWords = (found: Sent): string => {
    const { src, dst } = found.seg;
    const { local: ours, peer: theirs } = process.pair();
    const ports = src.port === ours && dst.port === theirs ? '' : `${src.port} > ${dst.port} `;
    return `> ${ports}${foundWords(found, { numbers, clocks })}`;
  };

  const arrive = (line: PacketLine & { place: Place }): void => {
    const pair = process.pair();
    const { src, dst } = line.ports ?? { src: pair.peer, dst: pair.local };
    const way = {
      peer: { address: peer, port: src },
      local: { address: local, port: dst },
      conn: connOf(src, dst),
    };
    const step = live.receive(segmentFrom(line, way, numbers, clocks));
    byPort.set(src, step.conn).set(null, step.conn);
  };

  /** The connection between two ports, for its clock. */
  const connOf = (src: number, dst: number): string | null =>
    live.steps.findLast(({ conn }) => {
      const tcb = live.tcb(conn);
      return tcb?.remote?.port === src && tcb.local.port === dst;
    })?.conn ?? null;

  const hear = (line: IcmpLine & { place: Place }): void => {
    const error = icmpErrorOf(line, setup.version);
    if (error === undefined) {
      throw new PktError(line.place, `there is no ICMP message ${line.type} ${line.code ?? ''}`);
    }
    if (error === null) {
      const code = line.code === null ? '' : ` ${line.code}`;
      notes.push(`ICMP ${line.type}${code} says nothing to TCP`);
      return;
    }
    if (setup.isDeaf && line.mtu === null) {
      notes.push(`ICMP ${line.type} is not followed: the script says so`);
      return;
    }
    const pair = process.pair();
    live.icmp({
      error,
      local: { address: local, port: pair.local },
      remote: { address: peer, port: pair.peer },
      seq: (line.seq + numbers.bases(pairKey(pair.local, pair.peer)).ours) >>> 0,
      ...(line.mtu === null ? {} : { mtu: line.mtu }),
    });
  };

  const expect = (line: PacketLine & Pick<Line, 'place' | 'when'>): void => {
    const { from, to } = windowOf(line.when, clock);
    const early = toleranceFor(setup.tolerance, from - clock);
    const late = toleranceFor(setup.tolerance, Number.isFinite(to) ? to - clock : 0);
    const until = Number.isFinite(to) ? to + late : live.now() + PATIENCE;
    let rest: PacketLine = line;
    for (;;) {
      const found = live.nextSent(until);
      const wanted = `> ${expectedWords(rest)} ${whenWords(from, to)}`;
      if (found === null) throw new Mismatch(line.place, wanted, 'nothing was sent');
      const ports = line.ports ?? { src: process.pair().local, dst: process.pair().peer };
      const length = piece(rest, found, setup.pieces);
      const wrong = [
        ...differences(rest, length, found, { numbers, clocks, ports }),
        ...(found.t >= from - early && found.t <= to + late ? [] : ['time']),
      ];
      if (setup.system === 'linux' && setup.pieces && isPushOnly(wrong, rest, found)) {
        notes.push('PSH is missing on text where Linux sets it: not compared');
        wrong.length = 0;
      }
      if (wrong.length > 0) {
        const words = `${shownWords(found)} at ${timeWords(found.t)}`;
        throw new Mismatch(line.place, wanted, `${words} (differs in ${wrong.join(', ')})`);
      }
      clock = line.when.kind === 'at' || line.when.kind === 'after' ? from : found.t;
      if (length === rest.length) return;
      rest = { ...rest, seq: (rest.seq + length) >>> 0, length: rest.length - length };
    }
  };

  const take = (line: Line): void => {
    if (line.kind === 'packet' && line.direction === 'out') return expect(line);
    const at = exactTime(line, clock);
    const asks = ['assert', 'code', 'command'].includes(line.kind);
    live.runTo(Math.max(at, live.now()), asks);
    clock = at;
    switch (line.kind) {
      case 'packet':
        return arrive(line);
      case 'icmp':
        return hear(line);
      case 'call': {
        const before = live.steps.length;
        waiting.begin(line, clock, () => process.begin(line));
        const conn = live.steps[before]?.conn;
        if (conn !== undefined) byPort.set(null, conn);
        return;
      }
      case 'assert': {
        const conn = byPort.get(line.port);
        if (conn === undefined)
          throw new PktError(line.place, 'no connection to ask for its state');
        const state = states.get(conn) ?? 'CLOSED';
        if (state !== line.state) {
          throw new Mismatch(line.place, line.state, `the state is ${state}`);
        }
        return;
      }
      case 'code':
        return checkCode(line.code, line.place, testedTcb(), system);
      case 'command':
        return setup.command(line, live);
    }
  };

  const testedTcb = () => live.tcb(process.underTest() ?? byPort.get(null) ?? '');

  const lastQuestion = script.lines.findLastIndex((line) => isExpectation(line));
  const finish = (): void => {
    const [first, ...others] = live.unseen();
    if (first !== undefined) {
      const words = `${shownWords(first)} at ${timeWords(first.t)}`;
      const place = script.lines[lastQuestion]?.place ?? { line: 1, column: 1 };
      const more = others.length === 0 ? '' : ` and ${others.length} more`;
      throw new Mismatch(place, 'nothing else', `${words}${more}`);
    }
  };

  let problem: Mismatch | null = null;
  try {
    script.lines.forEach((line, index) => {
      take(line);
      if (setup.complete && index === lastQuestion) {
        live.runTo(Math.max(clock, live.now()), true);
        finish();
      }
    });
    waiting.finish();
    for (const each of live.unseen()) {
      notes.push(`sent and never asked for: ${shownWords(each)}`);
    }
  } catch (error) {
    if (!(error instanceof Mismatch)) throw error;
    problem = error;
  }
  return { problem, notes, steps: live.steps };
}

/**
 * Where a system sets PSH on text depends on how it fills its buffers; RFC 9293 §3.9.1.2 leaves that to
 * it as long as the last segment of what was pushed bears it. Linux pushes more often.
 */
function isPushOnly(wrong: readonly string[], { ctl, length }: PacketLine, { seg }: Sent): boolean {
  const others = { ...seg.ctl, psh: ctl.psh };
  return (
    wrong.length === 1 &&
    wrong[0] === 'control bits' &&
    length > 0 &&
    ctl.psh &&
    flagsOf(others) === flagsOf(ctl)
  );
}

function exactTime(line: Line, clock: number): number {
  if (line.when.kind === 'at') return line.when.ms;
  if (line.when.kind === 'after') return clock + line.when.ms;
  throw new PktError(line.place, 'what the script does itself needs an exact time');
}

function whenWords(from: number, to: number): string {
  if (!Number.isFinite(to)) return 'at any time';
  return from === to ? `at ${timeWords(from)}` : `from ${timeWords(from)} to ${timeWords(to)}`;
}

/** Does the line look at the host? What comes after the last that does only clears up. */
function isExpectation(line: Line): boolean {
  switch (line.kind) {
    case 'packet':
      return line.direction === 'out';
    case 'assert':
    case 'code':
      return true;
    case 'command':
      return line.command.includes('grep');
    case 'call':
      return !['close', 'shutdown', 'socket'].includes(line.name);
    default:
      return false;
  }
}
