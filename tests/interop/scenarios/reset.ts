import assert from 'node:assert/strict';
import { HURRIED, type Scenario } from '../scenario.ts';
import { isFin, isRst } from '../segments.ts';
import { engineCalls, kernelCalls, talk } from './start.ts';

/** Connections that end with a reset, and those that one end has forgotten. */
export const RESETS: readonly Scenario[] = [
  {
    name: 'we abort: the kernel hears ECONNRESET',
    async play(stage) {
      const { connection, socket } = await engineCalls(stage);
      connection.abort();
      await stage.both(connection, 'CLOSED', 'CLOSED');
      await stage.until('ECONNRESET', () => socket.error() === 'ECONNRESET');
    },
  },
  {
    name: 'the kernel aborts (SO_LINGER 0): we hear "connection reset"',
    async play(stage) {
      const { connection, socket } = await kernelCalls(stage);
      socket.abort();
      await stage.both(connection, 'CLOSED', 'CLOSED');
      assert.equal(connection.signals().at(-1), 'connection reset');
    },
  },
  {
    name: 'we abort in CLOSE-WAIT',
    async play(stage) {
      const { connection, socket } = await kernelCalls(stage);
      socket.finish();
      await stage.both(connection, 'CLOSE-WAIT', 'FIN-WAIT-2');
      connection.abort();
      await stage.both(connection, 'CLOSED', 'CLOSED');
      await stage.until('ECONNRESET', () => socket.error() === 'ECONNRESET');
    },
  },
  {
    name: 'we abort in FIN-WAIT-2',
    async play(stage) {
      const { connection, socket } = await engineCalls(stage);
      connection.finish();
      await stage.both(connection, 'FIN-WAIT-2', 'CLOSE-WAIT');
      connection.abort();
      await stage.both(connection, 'CLOSED', 'CLOSED');
      // Linux reports a reset in CLOSE-WAIT as a broken pipe, and Node hears nothing before it writes.
      socket.send(Buffer.from('more'));
      await stage.until('EPIPE', () => socket.error() === 'EPIPE');
    },
  },
  {
    name: 'the kernel aborts in CLOSE-WAIT: we are in FIN-WAIT-2',
    async play(stage) {
      const { connection, socket } = await engineCalls(stage);
      connection.finish();
      await stage.both(connection, 'FIN-WAIT-2', 'CLOSE-WAIT');
      socket.abort();
      await stage.both(connection, 'CLOSED', 'CLOSED');
      assert.ok(connection.signals().includes('connection reset'), connection.signals().join());
    },
  },
  {
    name: 'the kernel aborts in FIN-WAIT-2: we are in CLOSE-WAIT',
    async play(stage) {
      const { connection, socket } = await engineCalls(stage);
      socket.finish();
      await stage.both(connection, 'CLOSE-WAIT', 'FIN-WAIT-2');
      socket.abort();
      await stage.both(connection, 'CLOSED', 'CLOSED');
      assert.ok(connection.signals().includes('connection reset'), connection.signals().join());
    },
  },
  {
    name: 'the kernel closes with our octets unread: reset',
    async play(stage) {
      const { connection, socket } = await engineCalls(stage, { reads: false });
      connection.send(Buffer.from('unread'));
      await stage.until('their ACK', () => connection.tcb()?.rtx.length === 0);
      socket.close();
      await stage.both(connection, 'CLOSED', 'CLOSED');
      assert.equal(connection.signals().at(-1), 'connection reset');
      assert.equal(stage.path.sent('to engine').filter(isFin).length, 0);
    },
  },
  {
    name: "we close with the kernel's octets unread: reset",
    async play(stage) {
      stage.engine.leaveUnread();
      const { connection, socket } = await engineCalls(stage);
      socket.send(Buffer.from('unread'));
      await stage.until('six octets', () => connection.tcb()?.in.length === 6);
      connection.close();
      await stage.both(connection, 'CLOSED', 'CLOSED');
      await stage.until('ECONNRESET', () => socket.error() === 'ECONNRESET');
      assert.equal(stage.path.sent('to kernel').filter(isFin).length, 0);
    },
  },
  {
    name: 'octets for a kernel that has closed: reset',
    async play(stage) {
      const { connection, socket } = await engineCalls(stage);
      socket.close();
      await stage.both(connection, 'CLOSE-WAIT', 'FIN-WAIT-2');
      connection.send(Buffer.from('too late'));
      await stage.both(connection, 'CLOSED', 'CLOSED');
      assert.ok(connection.signals().includes('connection reset'), connection.signals().join());
    },
  },
  {
    name: 'octets for an engine that has closed: reset',
    async play(stage) {
      const { connection, socket } = await engineCalls(stage);
      connection.close();
      await stage.both(connection, 'FIN-WAIT-2', 'CLOSE-WAIT');
      socket.send(Buffer.from('too late'));
      await stage.both(connection, 'CLOSED', 'CLOSED');
      assert.ok(stage.path.sent('to kernel').some(isRst));
    },
  },
  {
    name: 'we lost our memory: octets of the kernel draw a reset (Figure 10)',
    async play(stage) {
      const { connection, socket } = await kernelCalls(stage);
      await talk(stage, { connection, socket });
      stage.engine.crash();
      await stage.both(connection, 'CLOSED', 'ESTABLISHED');
      socket.send(Buffer.from('are you there?'));
      await stage.both(connection, 'CLOSED', 'CLOSED');
      await stage.until('ECONNRESET', () => socket.error() === 'ECONNRESET');
    },
  },
  {
    name: 'we lost our memory and call again: the old connection goes, the new one comes (Figure 9)',
    ...HURRIED,
    async play(stage) {
      const listener = await stage.kernel.listen();
      const old = stage.engine.connect();
      const socket = await listener.accept();
      await stage.both(old, 'ESTABLISHED', 'ESTABLISHED');
      stage.engine.crash();
      const fresh = stage.engine.connect();
      await stage.until('ECONNRESET', () => socket.error() === 'ECONNRESET');
      const again = await listener.accept();
      await stage.both(fresh, 'ESTABLISHED', 'ESTABLISHED');
      await talk(stage, { connection: fresh, socket: again });
    },
  },
];
