import { type Config, PROFILES, type Segment, type State } from '#tcp';
import { segmentFromDatagram } from '#wire/segment.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { kernelTarget } from '../answers/kernel-target.ts';
import type { Target } from '../answers/target.ts';
import { endsOf } from './addresses.ts';
import { createEngineEnd, type EngineConnection, type EngineEnd } from './engine-end.ts';
import { icmpFromPacket } from './icmp.ts';
import { createKernelEnd, type KernelEnd } from './kernel-end.ts';
import type { Link } from './link.ts';
import { createPath, type Path, type Weather } from './path.ts';
import { snapshot, ssKey } from './ss.ts';

/** How a scenario sets its stage. */
export interface Setting {
  readonly profile: 'rfc9293' | 'linux';
  readonly config?: Partial<Config>;
  readonly weather?: Weather;
  /** The engine's initial sequence number; as RFC 6528 has it, if left out. */
  readonly isn?: number;
  /** The IP version; 4 if left out. */
  readonly family?: 4 | 6;
}

/** What a scenario plays with. */
export interface Stage {
  readonly engine: EngineEnd;
  readonly kernel: KernelEnd;
  readonly path: Path;
  /**
   * Waits until the engine says that its end is in the first state, and ss that the kernel's is in
   * the second (CLOSED: ss does not know it). Throws if that does not come about.
   */
  both(connection: EngineConnection, engine: State, kernel: State, within?: number): Promise<void>;
  /** As `both`, and it must still be so after `ms`. */
  stays(connection: EngineConnection, engine: State, kernel: State, ms: number): Promise<void>;
  /** Waits until `isSo`. Throws, saying `what` was waited for. */
  until(what: string, isSo: () => boolean, within?: number): Promise<void>;
  /** An address beyond the kernel, of no other scenario. */
  readonly elsewhere: string;
  /** The kernel once more, at ends of its own, for a peer made by hand: see `kernelTarget`. */
  kernelTarget(patience: number): Target;
  /** Adds to what is reported of the play. */
  note(text: string): void;
  /** In which states the two ends are that were looked at last. */
  now(): Promise<string>;
  /** What was compared so far. */
  compared(): readonly string[];
  strike(): void;
}

/**
 * The engine's times: a short TIME-WAIT, so that a run ends soon, and a long retransmission timeout, so
 * that on a busy machine nothing is sent again while a scenario looks at its steps.
 */
const TIMES: Partial<Config> = { msl: 1_500, rtoMin: 2_000, rtoInitial: 2_000, finWait2: 2_000 };

const PATIENCE = 8_000;

/** Ends beyond those of the plays. */
let spare = 999;

/** Sets the stage of the `n`th scenario. */
export function setStage(link: Link, n: number, setting: Setting): Stage {
  const ends = endsOf(n, setting.family ?? 4);
  const config = { ...PROFILES[setting.profile], ...TIMES, ...setting.config };
  const path: Path = createPath(link, (seg) => engine.take(seg), setting.weather ?? null);
  const engine = createEngineEnd({
    local: ends.engine,
    kernel: ends.kernel,
    config,
    ...(setting.isn === undefined ? {} : { isn: setting.isn }),
    transmit: (seg: Segment) => path.carry(seg, 'to kernel'),
  });
  const kernel = createKernelEnd(ends.kernel, ends.engine);
  link.attach(ends.engine.address, (packet) => {
    const message = icmpFromPacket(packet);
    if (message !== null) {
      path.note('to engine', `ICMP ${message.error}, about seq ${message.seq}`);
      return engine.hear(message);
    }
    const seg = segmentFromDatagram(packet);
    if (seg.ok) path.carry(seg.value, 'to engine');
    else path.note('to engine', `no segment: ${seg.error.what}`);
  });

  const compared: string[] = [];

  let latest: EngineConnection | null = null;

  const look = async (connection: EngineConnection) => {
    latest = connection;
    const kernelState = (await snapshot()).get(ssKey(connection.remote, connection.local));
    return { engine: connection.state(), kernel: kernelState ?? 'CLOSED' };
  };

  const until = async (what: string, isSo: () => boolean, within = PATIENCE) => {
    const end = performance.now() + within;
    while (!isSo()) {
      if (performance.now() > end) throw new Error(`${what}: not within ${within} ms`);
      await sleep(5);
    }
  };

  const both: Stage['both'] = async (connection, engineState, kernelState, within = PATIENCE) => {
    const end = performance.now() + within;
    for (;;) {
      const found = await look(connection);
      if (found.engine === engineState && found.kernel === kernelState) break;
      if (performance.now() > end) {
        throw new Error(
          `expected engine ${engineState}, kernel ${kernelState}; ` +
            `after ${within} ms the engine says ${found.engine}, ss says ${found.kernel}`,
        );
      }
      await sleep(10);
    }
    compared.push(`${engineState}/${kernelState}`);
  };

  return {
    engine,
    kernel,
    path,
    both,
    until,
    elsewhere: ends.elsewhere,
    async stays(connection, engineState, kernelState, ms) {
      await both(connection, engineState, kernelState);
      await sleep(ms);
      const found = await look(connection);
      if (found.engine === engineState && found.kernel === kernelState) return;
      throw new Error(
        `engine ${engineState}, kernel ${kernelState} did not last ${ms} ms: ` +
          `the engine says ${found.engine}, ss says ${found.kernel}`,
      );
    },
    kernelTarget: (patience) => kernelTarget(link, (spare += 1), patience),
    note: (text) => compared.push(text),
    async now() {
      if (latest === null) return 'no states were looked at';
      const found = await look(latest);
      return `the engine says ${found.engine}, ss says ${found.kernel}`;
    },
    compared: () => compared,
    strike() {
      engine.stop();
      kernel.stop();
      link.detach(ends.engine.address);
    },
  };
}
