import assert from 'node:assert/strict';
import type { Scenario } from '../scenario.ts';
import { isBareAck } from '../segments.ts';
import { talk } from './start.ts';

/** What a listener of ours does with the kernel's calls: queues and cookies. */
export const LISTENING: readonly Scenario[] = [
  {
    name: 'our listener answers with a SYN cookie: nothing is kept until the ACK brings it back',
    profiles: ['linux'],
    config: { synCookies: 'always' },
    async play(stage) {
      const { engine, kernel, path, both } = stage;
      engine.listen(8);
      const ack = path.hold('to engine', isBareAck);
      const socket = kernel.connect();
      const connection = engine.accepted();
      await both(connection, 'CLOSED', 'ESTABLISHED');
      assert.equal(connection.tcb(), null);
      await ack.end();
      await both(connection, 'ESTABLISHED', 'ESTABLISHED');
      await talk(stage, { connection, socket });
    },
  },
  {
    name: 'our accept queue is full: the next call waits until there is room',
    profiles: ['linux'],
    async play(stage) {
      const { engine, kernel, both } = stage;
      engine.listen(1);
      // As on Linux, a backlog of 1 has room for two.
      for (const call of [0, 1]) {
        kernel.connect({ call });
        await both(engine.accepted(call), 'ESTABLISHED', 'ESTABLISHED');
      }
      const socket = kernel.connect({ call: 2 });
      const connection = engine.accepted(2);
      await stage.stays(connection, 'CLOSED', 'SYN-SENT', 300);
      assert.ok(engine.accept(), 'there was nobody to accept');
      await both(connection, 'ESTABLISHED', 'ESTABLISHED');
      await talk(stage, { connection, socket });
    },
  },
];
