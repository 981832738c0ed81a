import type { Scenario } from '../scenario.ts';
import { HAS_IPV6 } from '../world/namespace.ts';
import { engineCalls, kernelCalls, talk } from './start.ts';

const ALL: readonly Scenario[] = [
  {
    name: 'IPv6: the engine calls and closes',
    family: 6,
    config: { mss: 1440 },
    async play(stage) {
      const { connection, socket } = await engineCalls(stage);
      await talk(stage, { connection, socket });
      connection.finish();
      await stage.both(connection, 'FIN-WAIT-2', 'CLOSE-WAIT');
      socket.finish();
      await stage.both(connection, 'TIME-WAIT', 'CLOSED');
    },
  },
  {
    name: 'IPv6: the kernel calls and closes',
    family: 6,
    config: { mss: 1440 },
    async play(stage) {
      const { connection, socket } = await kernelCalls(stage);
      await talk(stage, { connection, socket });
      socket.finish();
      await stage.both(connection, 'CLOSE-WAIT', 'FIN-WAIT-2');
      connection.finish();
      await stage.both(connection, 'CLOSED', 'TIME-WAIT');
    },
  },
];

/** The same over IPv6, on a kernel that speaks it. */
export const VERSION_6 = HAS_IPV6 ? ALL : [];
