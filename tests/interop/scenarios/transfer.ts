import assert from 'node:assert/strict';
import { HURRIED, type Scenario } from '../scenario.ts';
import { octets } from '../segments.ts';
import type { Stage } from '../world/stage.ts';
import type { Weather } from '../world/path.ts';
import { type Connected, engineCalls, kernelCalls } from './start.ts';

const MEGABYTE = 1 << 20;
const OURS = octets(MEGABYTE, 1);
const THEIRS = octets(MEGABYTE, 2);
const PIECE = 1 << 16;

/** Loss, delay, duplication and reordering, drawn from a seed. */
const rain = (seed: number): Weather => ({
  seed,
  loss: 0.02,
  duplication: 0.02,
  delay: 2,
  jitter: 8,
});

/** A megabyte each way at the same time; both ends are ESTABLISHED before and after. */
async function exchange(stage: Stage, { connection, socket }: Connected): Promise<void> {
  for (let at = 0; at < MEGABYTE; at += PIECE) connection.send(OURS.subarray(at, at + PIECE));
  socket.send(THEIRS);
  await stage.until(
    'a megabyte each way',
    () => connection.received().length >= MEGABYTE && socket.received().length >= MEGABYTE,
    40_000,
  );
  assert.ok(connection.received().equals(THEIRS), 'other octets reached us than the kernel sent');
  assert.ok(socket.received().equals(OURS), 'other octets reached the kernel than we sent');
  await stage.both(connection, 'ESTABLISHED', 'ESTABLISHED');
}

/** A megabyte each way, with and without bad weather, and a close in the same weather. */
export const TRANSFERS: readonly Scenario[] = [
  {
    name: '1 MB each way in fair weather, the engine calls',
    ...HURRIED,
    async play(stage) {
      const both = await engineCalls(stage);
      await exchange(stage, both);
    },
  },
  {
    name: '1 MB each way under loss, delay, duplication and reordering: the engine calls and closes',
    ...HURRIED,
    weather: rain(1),
    async play(stage) {
      const { connection, socket } = await engineCalls(stage);
      await exchange(stage, { connection, socket });
      connection.finish();
      await stage.both(connection, 'FIN-WAIT-2', 'CLOSE-WAIT');
      socket.finish();
      await stage.until('CLOSED', () => connection.state() === 'CLOSED', 10_000);
      await stage.both(connection, 'CLOSED', 'CLOSED');
    },
  },
  {
    name: '1 MB each way under loss, delay, duplication and reordering: the kernel calls and closes',
    ...HURRIED,
    weather: rain(2),
    isn: 2 ** 32 - 700_000,
    async play(stage) {
      const { connection, socket } = await kernelCalls(stage);
      await exchange(stage, { connection, socket });
      socket.finish();
      await stage.both(connection, 'CLOSE-WAIT', 'FIN-WAIT-2');
      // A copy of the kernel's last ACK finds our end closed, and the reset that it draws would end
      // the kernel's TIME-WAIT (RFC 1337).
      stage.path.lose('to kernel', ({ ctl }) => ctl.rst);
      connection.finish();
      await stage.both(connection, 'CLOSED', 'TIME-WAIT');
    },
  },
];
