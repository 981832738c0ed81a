import assert from 'node:assert/strict';
import { HURRIED, type Scenario } from '../scenario.ts';
import { isAny, isBareAck, isProbeBelow } from '../segments.ts';
import { engineCalls, kernelCalls } from './start.ts';

/** Keep-alive, and peers that fall silent. */
export const SILENCE: readonly Scenario[] = [
  {
    name: 'keep-alive of ours: the kernel answers',
    async play(stage) {
      const { connection } = await engineCalls(stage);
      connection.call({
        type: 'SET',
        settings: { keepAlive: { idle: 200, interval: 100, probes: 3 } },
      });
      const isProbe = isProbeBelow(connection.tcb()?.snd.nxt ?? 0);
      const probes = () => stage.path.sent('to kernel').filter(isProbe).length;
      await stage.until('four probes', () => probes() >= 4);
      await stage.both(connection, 'ESTABLISHED', 'ESTABLISHED');
    },
  },
  {
    name: 'keep-alive of ours: the kernel is cut off, we give up',
    async play(stage) {
      const { connection } = await engineCalls(stage);
      connection.call({
        type: 'SET',
        settings: { keepAlive: { idle: 200, interval: 100, probes: 3 } },
      });
      const cut = stage.path.lose('to kernel', isAny);
      await stage.both(connection, 'CLOSED', 'ESTABLISHED');
      assert.ok(
        connection.signals().includes('connection aborted due to user timeout'),
        connection.signals().join(),
      );
      assert.ok(cut.count() >= 3, `${cut.count()} probes`);
    },
  },
  {
    name: "the kernel's keep-alive: we answer",
    async play(stage) {
      const { connection, socket } = await kernelCalls(stage);
      socket.socket.setKeepAlive(true, 1_000);
      const isProbe = isProbeBelow(connection.tcb()?.rcv.nxt ?? 0);
      const probes = () => stage.path.sent('to engine').filter(isProbe).length;
      const answers = stage.path.sent('to kernel').filter(isBareAck).length;
      await stage.until('two probes', () => probes() >= 2);
      await stage.until(
        'two answers',
        () => stage.path.sent('to kernel').filter(isBareAck).length >= answers + 2,
      );
      await stage.both(connection, 'ESTABLISHED', 'ESTABLISHED');
    },
  },
  {
    name: "the kernel's keep-alive: we are cut off, it gives up",
    profiles: ['rfc9293'],
    async play(stage) {
      const { connection, socket } = await kernelCalls(stage);
      socket.socket.setKeepAlive(true, 1_000);
      const cut = stage.path.lose('to kernel', isAny);
      await stage.until('ETIMEDOUT', () => socket.error() === 'ETIMEDOUT', 20_000);
      await cut.met;
      // Its last word is a reset.
      await stage.both(connection, 'CLOSED', 'CLOSED');
    },
  },
  {
    name: 'user timeout of ours: octets that nobody acknowledges',
    async play(stage) {
      const { connection } = await engineCalls(stage);
      connection.call({ type: 'SET', settings: { userTimeout: 700 } });
      stage.path.lose('to kernel', isAny);
      connection.send(Buffer.from('hello?'));
      await stage.both(connection, 'CLOSED', 'ESTABLISHED');
      assert.ok(
        connection.signals().includes('connection aborted due to user timeout'),
        connection.signals().join(),
      );
    },
  },
  {
    name: 'FIN-WAIT-2 of ours whose user is gone ends by itself',
    profiles: ['linux'],
    async play(stage) {
      const { connection, socket } = await engineCalls(stage);
      connection.close();
      await stage.both(connection, 'FIN-WAIT-2', 'CLOSE-WAIT');
      await stage.both(connection, 'CLOSED', 'CLOSE-WAIT');
      socket.send(Buffer.from('are you there?'));
      await stage.both(connection, 'CLOSED', 'CLOSED');
    },
  },
  {
    name: 'FIN-WAIT-2 of ours whose user is still there lasts',
    async play(stage) {
      const { connection, socket } = await engineCalls(stage);
      connection.finish();
      await stage.stays(connection, 'FIN-WAIT-2', 'CLOSE-WAIT', 1_500);
      socket.finish();
      await stage.both(connection, 'TIME-WAIT', 'CLOSED');
    },
  },
  {
    name: "the kernel's orphaned FIN-WAIT-2 ends: our FIN draws a reset",
    // It lasts 3.5 retransmission timeouts at least.
    sysctls: { ...HURRIED.sysctls, tcp_fin_timeout: 1 },
    async play(stage) {
      const { connection, socket } = await engineCalls(stage);
      socket.close();
      await stage.both(connection, 'CLOSE-WAIT', 'FIN-WAIT-2');
      await stage.both(connection, 'CLOSE-WAIT', 'CLOSED');
      connection.finish();
      await stage.both(connection, 'CLOSED', 'CLOSED');
    },
  },
];
