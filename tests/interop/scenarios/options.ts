import assert from 'node:assert/strict';
import type { Config, Options, Segment } from '#tcp';
import { HURRIED, type Scenario } from '../scenario.ts';
import { isAny, isRst, octets } from '../segments.ts';
import type { Sysctls } from '../world/namespace.ts';
import type { Stage } from '../world/stage.ts';
import { type Connected, engineCalls, kernelCalls } from './start.ts';

const LOT = octets(300_000, 5);

/** What both ends have agreed on. */
interface Agreed {
  readonly scale: boolean;
  readonly timestamps: boolean;
  readonly sack: boolean;
}

interface Case extends Agreed {
  readonly name: string;
  readonly sysctls?: Sysctls;
  readonly config?: Partial<Config>;
}

const ALL: Agreed = { scale: true, timestamps: true, sack: true };
const NONE: Agreed = { scale: false, timestamps: false, sack: false };

const CASES: readonly Case[] = [
  { name: 'both ends offer all', ...ALL },
  {
    name: 'the kernel offers no window scale',
    ...ALL,
    scale: false,
    sysctls: { tcp_window_scaling: 0 },
  },
  {
    name: 'the kernel offers no timestamps',
    ...ALL,
    timestamps: false,
    sysctls: { tcp_timestamps: 0 },
  },
  { name: 'the kernel offers no SACK', ...ALL, sack: false, sysctls: { tcp_sack: 0 } },
  {
    name: 'the kernel offers nothing',
    ...NONE,
    sysctls: { tcp_window_scaling: 0, tcp_timestamps: 0, tcp_sack: 0 },
  },
  { name: 'we offer no window scale', ...ALL, scale: false, config: { windowScale: null } },
  { name: 'we offer no timestamps', ...ALL, timestamps: false, config: { timestamps: false } },
  { name: 'we offer no SACK', ...ALL, sack: false, config: { sack: false } },
  {
    name: 'we offer nothing',
    ...NONE,
    config: { windowScale: null, timestamps: false, sack: false },
  },
  {
    name: 'we have a buffer of 1 MB behind a window scale of 5',
    ...ALL,
    config: { rcvBuf: 1 << 20, windowScale: 5 },
  },
];

/** The reset of a closed socket bears no timestamps, and a SYN is not bound by what is agreed later. */
const isBound = (seg: Segment): boolean => !isRst(seg) && !seg.ctl.syn;

async function check(stage: Stage, both: Connected, agreed: Agreed): Promise<void> {
  const { connection, socket } = both;
  // One loss each way, so that SACK has something to say.
  const losses = (['to kernel', 'to engine'] as const).map((direction) =>
    stage.path.lose(direction, ({ data }) => data.length > 500, 1),
  );
  connection.send(LOT);
  socket.send(LOT);
  await Promise.all(losses.map(({ met }) => met));
  await stage.until(
    'everything',
    () => connection.received().length >= LOT.length && socket.received().length >= LOT.length,
    15_000,
  );
  assert.ok(connection.received().equals(LOT) && socket.received().equals(LOT), 'other octets');
  await stage.both(connection, 'ESTABLISHED', 'ESTABLISHED');

  const tcb = connection.tcb();
  const synOf = (direction: 'to kernel' | 'to engine'): Options | undefined =>
    stage.path.sent(direction).find(({ ctl }) => ctl.syn)?.options;
  const theirs = agreed.scale ? (synOf('to engine')?.wscale ?? -1) : 0;
  const ours = agreed.scale ? (synOf('to kernel')?.wscale ?? -1) : null;
  assert.equal(tcb?.snd.shift, theirs, 'Snd.Wind.Shift');
  assert.equal(tcb?.rcv.shift, ours, 'Rcv.Wind.Shift');
  assert.equal(tcb?.sack, agreed.sack, 'SACK agreed');
  for (const direction of ['to kernel', 'to engine'] as const) {
    const bound = stage.path.sent(direction).filter(isBound);
    const stamped = bound.filter(({ options }) => options.ts !== undefined).length;
    assert.equal(stamped, agreed.timestamps ? bound.length : 0, `timestamps ${direction}`);
    const blocks = stage.path
      .sent(direction)
      .filter(isAny)
      .some(({ options }) => (options.sack?.length ?? 0) > 0);
    assert.equal(blocks, agreed.sack, `SACK blocks ${direction}`);
  }
}

/** Options that both ends offer, or one of them does not. */
export const OPTIONS: readonly Scenario[] = CASES.flatMap(({ name, sysctls, config, ...agreed }) =>
  (['the engine calls', 'the kernel calls'] as const).map((caller) => ({
    name: `options: ${name}, ${caller}`,
    profiles: ['linux'] as const,
    sysctls: { ...HURRIED.sysctls, ...sysctls },
    config: { ...HURRIED.config, ...config },
    async play(stage: Stage) {
      const call = caller === 'the engine calls' ? engineCalls : kernelCalls;
      await check(stage, await call(stage), agreed);
    },
  })),
);
