import type { Line, Script } from '#scenario/packetdrill/ast.ts';
import type { Live } from '#scenario/packetdrill/live/live.ts';
import type { Setup } from '#scenario/packetdrill/live/play.ts';
import { Mismatch } from '#scenario/packetdrill/live/skip.ts';
import { roundUp, type SocketDefaults } from '#scenario/packetdrill/live/socket-options.ts';
import { numberAt, wordsAt } from '#scenario/packetdrill/live/values.ts';
import type { Origin } from '#scenario/packetdrill/numbers.ts';
import { PROFILES, type Config, type Engine, type ProfileName } from '#tcp';
import { commandsOf, type Command } from './commands.ts';
import { headerFrom } from './header.ts';
import { kernelOf, type Kernel } from './kernel.ts';
import { lookThrough } from './needs.ts';
import { optionsOf } from './options.ts';
import { sysctlMeaning, type KeepTimes } from './sysctl.ts';

/** How a script is played in a profile, whatever the numbers begin with. */
export interface Plan {
  readonly setup: (engine: Engine, origin: Origin) => Setup;
  /** Rules that the script wants off. */
  readonly without: Kernel['without'];
  readonly notes: readonly string[];
}

/** packetdrill's own slack. Its newer versions add some for what takes long; there it is 1 %. */
const TOLERANCE = { ms: 4, percent: 1 };

/** The systems' own (tcp(4), tcp(7)): two hours, 75 s, 9 or 8 probes. */
const KEEP: Readonly<Record<ProfileName, KeepTimes>> = {
  rfc9293: { idle: 7_200, interval: 75, probes: 9, init: null },
  linux: { idle: 7_200, interval: 75, probes: 9, init: null },
  freebsd: { idle: 7_200, interval: 75, probes: 8, init: 75 },
};

/** FreeBSD's net.inet.tcp.sendspace. */
const SENDSPACE = 32_768;

/**
 * What a script's header, options and commands make of a profile. `msl` (ms) replaces the profile's;
 * a script that pins its own keeps it. `variant` is what another version of the system has otherwise.
 * @throws Skip, PktError, Error
 */
export function planFor(
  script: Script,
  profile: ProfileName,
  msl: number | null,
  variant: Partial<Config> = {},
): Plan {
  const header = headerFrom(script.header);
  const options = optionsOf(script);
  const found = lookThrough(script);
  const isFreeBsd = profile === 'freebsd';
  // A script that names its rule is one of ours: it means its times to the millisecond.
  const isOurs = script.header['rfc'] !== undefined;
  const start: Config = {
    ...PROFILES[profile],
    ...variant,
    ...(msl === null ? {} : { msl }),
    // In a script of ours the edges of the window are the same numbers in every profile.
    ...(isOurs ? { rcvBuf: PROFILES.rfc9293.rcvBuf, takesBeyondField: false } : {}),
  };
  const kernel = kernelOf(script, start);
  const said = socketSettings(script);
  const link = options.mss ?? kernel.config.mss;
  const mss = Math.min(said.mss ?? link, link);
  const base = said.rcvBuf ?? kernel.config.rcvBuf;
  const linux = profile === 'linux' && said.rcvBuf !== null ? chosenBuffer(said.rcvBuf, mss) : null;
  const whole = roundUp(base, Math.min(mss, peerMss(script)));
  const unit = 2 ** (kernel.config.windowScale ?? 0);
  const roundsDown = isFreeBsd && namesWindow(script, Math.floor(whole / unit), unit);
  const config: Config = {
    ...kernel.config,
    mss,
    rcvBuf: isFreeBsd && !isOurs ? roundUp(whole, roundsDown ? 1 : unit) : (linux?.rcvBuf ?? base),
    ...(linux === null || kernel.config.windowScale === null
      ? {}
      : { windowScale: linux.windowScale }),
    ...(header.msl === null ? {} : { msl: header.msl }),
    ...header.config,
  };
  const exact = { ms: header.tolerance ?? 0, percent: 0 };
  const slack = {
    ms: options.tolerance ?? header.tolerance ?? TOLERANCE.ms,
    percent: options.percent ?? TOLERANCE.percent,
  };
  const defaults: SocketDefaults = {
    ...KEEP[profile],
    ...(isOurs ? { init: null } : {}),
    rcvBuf: base,
    sndBuf: isFreeBsd ? SENDSPACE : null,
    doubles: profile === 'linux',
    rounds: isFreeBsd,
  };
  const setup = (engine: Engine, origin: Origin): Setup => {
    const now: SocketDefaults = { ...defaults };
    return {
      engine,
      config,
      origin,
      system: isFreeBsd ? 'freebsd' : 'linux',
      version: options.version,
      isDeaf: kernel.isDeaf,
      defaults: now,
      tolerance: isOurs ? exact : slack,
      tick: options.tick,
      pieces: !isOurs && !options.strict,
      complete: isOurs,
      command(line, live) {
        for (const each of commandsOf(line.command)) {
          if (each.kind === 'sysctl') Object.assign(now, keepTimes(each, config));
          else command(each, line, live);
        }
      },
    };
  };
  return {
    setup,
    without: kernel.without,
    notes: [
      ...new Set([
        ...options.notes,
        ...kernel.notes,
        ...found,
        ...(roundsDown ? ['windows are rounded down, as FreeBSD did up to version 12'] : []),
      ]),
    ],
  };
}

/** Buffers and segment sizes that the process asks for before it opens anything. */
function socketSettings({ lines }: Script): { rcvBuf: number | null; mss: number | null } {
  const asked = (option: string): number | null => {
    const line = lines.find(
      (each) =>
        each.kind === 'call' && each.name === 'setsockopt' && wordsAt(each, 2).includes(option),
    );
    return line?.kind === 'call' ? numberAt(line, 3, 'the value') : null;
  };
  return { rcvBuf: asked('SO_RCVBUF'), mss: asked('TCP_MAXSEG') };
}

/**
 * Does the script expect the whole window rounded down to what its scale can name, and never up?
 * FreeBSD did so before it began to round up; a script is written for one or the other.
 */
function namesWindow({ lines }: Script, down: number, unit: number): boolean {
  const windows = lines.flatMap((line) =>
    line.kind === 'packet' && line.direction === 'out' ? [line.win] : [],
  );
  return unit > 1 && windows.includes(down) && !windows.includes(down + 1);
}

/** The segment size that the script's peer offers first: FreeBSD's buffers are whole segments. */
function peerMss({ lines }: Script): number {
  const syn = lines.find(
    (line) => line.kind === 'packet' && line.direction === 'in' && line.ctl.syn,
  );
  if (syn?.kind !== 'packet' || syn.options === 'any') return 536;
  return syn.options.mss ?? 536;
}

/**
 * What Linux makes of a receive buffer that the process chooses: the window is whole segments, and the
 * window scale the least that names it (the system's own buffers grow, and are scaled for that).
 */
function chosenBuffer(octets: number, mss: number): { rcvBuf: number; windowScale: number } {
  const scale = Math.floor(Math.log2(Math.max(1, octets))) - 15;
  return {
    rcvBuf: Math.max(1, Math.floor(octets / mss)) * mss,
    windowScale: Math.min(14, Math.max(0, scale)),
  };
}

/** What a kernel variable makes of the times that new sockets start with. */
function keepTimes(asked: Command & { readonly kind: 'sysctl' }, config: Config): object {
  const meaning = sysctlMeaning(asked.name, asked.value, config);
  return meaning?.kind === 'keep' ? meaning.keep : {};
}

/** What a command asks or does while the script runs. */
function command(each: Command, line: Line, live: Live): void {
  if (each.kind === 'count') count(each, line, live);
  if (each.kind !== 'drop') return;
  for (const conn of live.names()) {
    const tcb = live.tcb(conn);
    if (tcb !== null && (each.state === null || tcb.state === each.state)) {
      live.call(conn, { type: 'ABORT' });
    }
  }
}

function count(asked: Command & { readonly kind: 'count' }, line: Line, live: Live): void {
  const { state, port, count: wanted } = asked;
  const found = live.names().filter((conn) => {
    const tcb = live.tcb(conn);
    return tcb?.state === state && (port === null || tcb.local.port === port);
  }).length;
  // `grep 1` finds 10 and 21, too; a script of one connection never gets there.
  if (String(found).includes(String(wanted))) return;
  const states = live.names().map((conn) => live.stateOf(conn));
  throw new Mismatch(
    line.place,
    `${wanted} in ${state}`,
    `${found}; there are ${states.join(', ') || 'no connections'}`,
  );
}
