import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { HURRIED, type Scenario } from '../scenario.ts';
import { engineCalls, kernelCalls, talk } from './start.ts';

/** A new connection between the same two sockets while one end is in TIME-WAIT. */
export const REOPENING: readonly Scenario[] = [
  {
    name: "our SYN reopens the kernel's TIME-WAIT",
    async play(stage) {
      const listener = await stage.kernel.listen();
      const old = stage.engine.connect();
      const socket = await listener.accept();
      await talk(stage, { connection: old, socket });
      socket.finish();
      await stage.both(old, 'CLOSE-WAIT', 'FIN-WAIT-2');
      old.finish();
      await stage.both(old, 'CLOSED', 'TIME-WAIT');
      const fresh = stage.engine.connect();
      const again = await listener.accept();
      await stage.both(fresh, 'ESTABLISHED', 'ESTABLISHED');
      assert.deepEqual(fresh.life(), ['CLOSED', 'SYN-SENT', 'ESTABLISHED']);
      await talk(stage, { connection: fresh, socket: again });
    },
  },
  {
    name: "the kernel's SYN meets our TIME-WAIT",
    ...HURRIED,
    config: { ...HURRIED.config, msl: 15_000 },
    async play(stage, profile) {
      const { connection: old, socket } = await kernelCalls(stage);
      await talk(stage, { connection: old, socket });
      old.finish();
      await stage.both(old, 'FIN-WAIT-2', 'CLOSE-WAIT');
      socket.finish();
      await stage.both(old, 'TIME-WAIT', 'CLOSED');
      await sleep(20);
      const again = stage.kernel.connect();
      const fresh = stage.engine.accepted();
      await stage.both(fresh, 'ESTABLISHED', 'ESTABLISHED');
      await talk(stage, { connection: fresh, socket: again });
      const syns = stage.path.sent('to engine').filter(({ ctl }) => ctl.syn).length;
      // rfc9293: the SYN draws a challenge ACK, the kernel resets TIME-WAIT and sends its SYN again.
      assert.equal(syns, profile === 'linux' ? 2 : 3);
    },
  },
  {
    name: 'both call again after both were in TIME-WAIT',
    profiles: ['linux'],
    async play(stage) {
      const { connection, socket } = await engineCalls(stage);
      connection.finish();
      await stage.both(connection, 'FIN-WAIT-2', 'CLOSE-WAIT');
      socket.finish();
      await stage.both(connection, 'TIME-WAIT', 'CLOSED');
      await stage.both(connection, 'CLOSED', 'CLOSED');
      const fresh = stage.engine.connect();
      await stage.both(fresh, 'ESTABLISHED', 'ESTABLISHED');
    },
  },
];
