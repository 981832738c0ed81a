import assert from 'node:assert/strict';
import { HURRIED, type Scenario } from '../scenario.ts';
import { isBareAck, isRst, isSyn, isSynAck } from '../segments.ts';
import { engineCalls, kernelCalls, talk } from './start.ts';

/** Ways to open a connection, with every state that either end passes. */
export const OPENING: readonly Scenario[] = [
  {
    name: 'active open: each step of the handshake',
    async play(stage) {
      const { engine, kernel, path, both } = stage;
      const listener = await kernel.listen();
      const syn = path.hold('to kernel', isSyn);
      const connection = engine.connect();
      await both(connection, 'SYN-SENT', 'CLOSED');
      const synAck = path.hold('to engine', isSynAck);
      await syn.end();
      await both(connection, 'SYN-SENT', 'SYN-RECEIVED');
      const ack = path.hold('to kernel', isBareAck);
      await synAck.end();
      await both(connection, 'ESTABLISHED', 'SYN-RECEIVED');
      await ack.end();
      await both(connection, 'ESTABLISHED', 'ESTABLISHED');
      await talk(stage, { connection, socket: await listener.accept() });
      assert.deepEqual(connection.life(), ['CLOSED', 'SYN-SENT', 'ESTABLISHED']);
    },
  },
  {
    name: 'passive open: each step of the handshake',
    async play(stage) {
      const { engine, kernel, path, both } = stage;
      engine.listen();
      const synAck = path.hold('to kernel', isSynAck);
      const socket = kernel.connect();
      const connection = engine.accepted();
      await both(connection, 'SYN-RECEIVED', 'SYN-SENT');
      const ack = path.hold('to engine', isBareAck);
      await synAck.end();
      await both(connection, 'SYN-RECEIVED', 'ESTABLISHED');
      await ack.end();
      await both(connection, 'ESTABLISHED', 'ESTABLISHED');
      await talk(stage, { connection, socket });
      assert.deepEqual(connection.life(), ['LISTEN', 'SYN-RECEIVED', 'ESTABLISHED']);
    },
  },
  {
    name: 'active open: our SYN, then the SYN,ACK, then our ACK is lost once',
    ...HURRIED,
    async play(stage) {
      const { engine, kernel, path, both } = stage;
      const listener = await kernel.listen();
      const syn = path.lose('to kernel', isSyn);
      const connection = engine.connect();
      await syn.met;
      await both(connection, 'SYN-SENT', 'CLOSED');
      await syn.end();
      const synAck = path.lose('to engine', isSynAck);
      await synAck.met;
      await both(connection, 'SYN-SENT', 'SYN-RECEIVED');
      await synAck.end();
      const ack = path.lose('to kernel', isBareAck);
      await ack.met;
      await both(connection, 'ESTABLISHED', 'SYN-RECEIVED');
      await ack.end();
      await both(connection, 'ESTABLISHED', 'ESTABLISHED');
      await talk(stage, { connection, socket: await listener.accept() });
    },
  },
  {
    name: 'passive open: the SYN, then our SYN,ACK, then the ACK is lost once',
    ...HURRIED,
    async play(stage) {
      const { engine, kernel, path, both } = stage;
      engine.listen();
      const syn = path.lose('to engine', isSyn);
      const socket = kernel.connect();
      const connection = engine.accepted();
      await syn.met;
      await both(connection, 'CLOSED', 'SYN-SENT');
      await syn.end();
      const synAck = path.lose('to kernel', isSynAck);
      await synAck.met;
      await both(connection, 'SYN-RECEIVED', 'SYN-SENT');
      await synAck.end();
      const ack = path.lose('to engine', isBareAck);
      await ack.met;
      await both(connection, 'SYN-RECEIVED', 'ESTABLISHED');
      await ack.end();
      await both(connection, 'ESTABLISHED', 'ESTABLISHED');
      await talk(stage, { connection, socket });
    },
  },
  {
    name: 'simultaneous open (RFC 9293 Figure 7)',
    async play(stage) {
      const { engine, kernel, path, both } = stage;
      const theirSyn = path.hold('to engine', isSyn);
      const ourSyn = path.hold('to kernel', isSyn);
      const socket = kernel.connect();
      const connection = engine.connect();
      await both(connection, 'SYN-SENT', 'SYN-SENT');
      const theirSynAck = path.hold('to engine', isSynAck);
      const ourSynAck = path.hold('to kernel', (seg) => !isSyn(seg));
      await Promise.all([theirSyn.end(), ourSyn.end()]);
      await both(connection, 'SYN-RECEIVED', 'SYN-RECEIVED');
      await theirSynAck.end();
      await both(connection, 'ESTABLISHED', 'SYN-RECEIVED');
      await ourSynAck.end();
      await both(connection, 'ESTABLISHED', 'ESTABLISHED');
      await talk(stage, { connection, socket });
      assert.deepEqual(connection.life(), ['CLOSED', 'SYN-SENT', 'SYN-RECEIVED', 'ESTABLISHED']);
    },
  },
  {
    name: 'simultaneous open, undisturbed once the SYNs have crossed',
    async play(stage) {
      const { engine, kernel, path, both } = stage;
      const theirSyn = path.hold('to engine', isSyn);
      const ourSyn = path.hold('to kernel', isSyn);
      const socket = kernel.connect();
      const connection = engine.connect();
      await both(connection, 'SYN-SENT', 'SYN-SENT');
      await Promise.all([theirSyn.end(), ourSyn.end()]);
      await both(connection, 'ESTABLISHED', 'ESTABLISHED');
      await talk(stage, { connection, socket });
    },
  },
  {
    name: 'active open to a closed port: refused',
    async play({ engine, path, both }) {
      const connection = engine.connect();
      await both(connection, 'CLOSED', 'CLOSED');
      // RFC 9293 §3.10.7.3 second; the socket world calls this one ECONNREFUSED.
      assert.deepEqual(connection.signals(), ['connection reset']);
      assert.equal(path.sent('to engine').filter(isRst).length, 1);
    },
  },
  {
    name: 'the kernel calls a closed port: refused',
    async play({ engine, kernel, until, both }) {
      const socket = kernel.connect();
      await until('ECONNREFUSED', () => socket.error() === 'ECONNREFUSED');
      await both(engine.accepted(), 'CLOSED', 'CLOSED');
    },
  },
  {
    name: 'the kernel gives up its call while we are in SYN-RECEIVED: reset',
    ...HURRIED,
    async play({ engine, kernel, path, both }) {
      engine.listen();
      const synAck = path.hold('to kernel', isSynAck);
      const socket = kernel.connect();
      const connection = engine.accepted();
      await both(connection, 'SYN-RECEIVED', 'SYN-SENT');
      socket.close();
      await both(connection, 'SYN-RECEIVED', 'CLOSED');
      await synAck.end();
      await both(connection, 'CLOSED', 'CLOSED');
      assert.deepEqual(connection.signals(), []);
    },
  },
  {
    name: 'we give up our call while the kernel is in SYN-RECEIVED: reset',
    ...HURRIED,
    async play({ engine, kernel, path, both }) {
      await kernel.listen();
      const synAck = path.hold('to engine', isSynAck);
      const connection = engine.connect();
      await both(connection, 'SYN-SENT', 'SYN-RECEIVED');
      connection.finish();
      await both(connection, 'CLOSED', 'SYN-RECEIVED');
      await synAck.end();
      await both(connection, 'CLOSED', 'CLOSED');
      assert.equal(path.sent('to kernel').filter(isRst).length, 1);
    },
  },
  {
    name: 'active open to a kernel that answers with SYN cookies',
    sysctls: { tcp_syncookies: 2 },
    async play(stage) {
      const { engine, kernel, path, both } = stage;
      const listener = await kernel.listen();
      const ack = path.hold('to kernel', isBareAck);
      const connection = engine.connect();
      await both(connection, 'ESTABLISHED', 'CLOSED');
      await ack.end();
      await both(connection, 'ESTABLISHED', 'ESTABLISHED');
      await talk(stage, { connection, socket: await listener.accept() });
    },
  },
  {
    name: 'the number space wraps at once: the engine calls',
    isn: 2 ** 32 - 1,
    profiles: ['rfc9293'],
    async play(stage) {
      await talk(stage, await engineCalls(stage));
    },
  },
  {
    name: 'the number space wraps at once: the kernel calls',
    isn: 2 ** 32 - 8,
    profiles: ['rfc9293'],
    async play(stage) {
      await talk(stage, await kernelCalls(stage));
    },
  },
];
