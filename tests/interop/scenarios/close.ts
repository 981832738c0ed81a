import assert from 'node:assert/strict';
import { HURRIED, type Scenario } from '../scenario.ts';
import { isAny, isBareAck, isFin, octets } from '../segments.ts';
import { engineCalls, kernelCalls, talk } from './start.ts';

const LOT = octets(200_000, 7);

/** Ways to close a connection, with every state that either end passes. */
export const CLOSING: readonly Scenario[] = [
  {
    name: 'our active close in four segments, step by step',
    async play(stage) {
      const { path, both } = stage;
      const { connection, socket } = await engineCalls(stage);
      const ourFin = path.hold('to kernel', isFin);
      connection.finish();
      await both(connection, 'FIN-WAIT-1', 'ESTABLISHED');
      const itsAck = path.hold('to engine', isBareAck);
      await ourFin.end();
      await both(connection, 'FIN-WAIT-1', 'CLOSE-WAIT');
      await itsAck.end();
      await both(connection, 'FIN-WAIT-2', 'CLOSE-WAIT');
      const theirFin = path.hold('to engine', isFin);
      socket.finish();
      await both(connection, 'FIN-WAIT-2', 'LAST-ACK');
      const ourAck = path.hold('to kernel', isBareAck);
      await theirFin.end();
      await both(connection, 'TIME-WAIT', 'LAST-ACK');
      await ourAck.end();
      await both(connection, 'TIME-WAIT', 'CLOSED');
      await both(connection, 'CLOSED', 'CLOSED');
      assert.deepEqual(connection.life(), [
        ...['CLOSED', 'SYN-SENT', 'ESTABLISHED'],
        ...['FIN-WAIT-1', 'FIN-WAIT-2', 'TIME-WAIT', 'CLOSED'],
      ]);
    },
  },
  {
    name: "the kernel's active close in four segments, step by step",
    async play(stage) {
      const { path, both } = stage;
      const { connection, socket } = await kernelCalls(stage);
      const theirFin = path.hold('to engine', isFin);
      socket.finish();
      await both(connection, 'ESTABLISHED', 'FIN-WAIT-1');
      const ourAck = path.hold('to kernel', isBareAck);
      await theirFin.end();
      await both(connection, 'CLOSE-WAIT', 'FIN-WAIT-1');
      await ourAck.end();
      await both(connection, 'CLOSE-WAIT', 'FIN-WAIT-2');
      const ourFin = path.hold('to kernel', isFin);
      connection.finish();
      await both(connection, 'LAST-ACK', 'FIN-WAIT-2');
      const itsAck = path.hold('to engine', isBareAck);
      await ourFin.end();
      await both(connection, 'LAST-ACK', 'TIME-WAIT');
      await itsAck.end();
      await both(connection, 'CLOSED', 'TIME-WAIT');
      assert.deepEqual(connection.life(), [
        ...['LISTEN', 'SYN-RECEIVED', 'ESTABLISHED'],
        ...['CLOSE-WAIT', 'LAST-ACK', 'CLOSED'],
      ]);
    },
  },
  {
    name: 'our active close in three segments',
    async play(stage) {
      const { path, both } = stage;
      const { connection, socket } = await engineCalls(stage);
      const ack = path.lose('to engine', isBareAck);
      connection.finish();
      await both(connection, 'FIN-WAIT-1', 'CLOSE-WAIT');
      socket.finish();
      await both(connection, 'TIME-WAIT', 'CLOSED');
      // The kernel's FIN,ACK alone has acknowledged our FIN.
      assert.ok(ack.count() > 0);
    },
  },
  {
    name: "the kernel's active close in three segments",
    async play(stage) {
      const { path, both } = stage;
      const { connection, socket } = await kernelCalls(stage);
      const ack = path.lose('to kernel', isBareAck);
      socket.finish();
      await both(connection, 'CLOSE-WAIT', 'FIN-WAIT-1');
      connection.finish();
      await ack.end();
      await both(connection, 'CLOSED', 'TIME-WAIT');
    },
  },
  {
    name: 'simultaneous close, step by step',
    async play(stage) {
      const { path, both } = stage;
      const { connection, socket } = await engineCalls(stage);
      const ourFin = path.hold('to kernel', isFin);
      const theirFin = path.hold('to engine', isFin);
      connection.finish();
      socket.finish();
      await both(connection, 'FIN-WAIT-1', 'FIN-WAIT-1');
      const ourAck = path.hold('to kernel', isAny);
      const itsAck = path.hold('to engine', isAny);
      await Promise.all([theirFin.end(), ourFin.end()]);
      await both(connection, 'CLOSING', 'CLOSING');
      await itsAck.end();
      await both(connection, 'TIME-WAIT', 'CLOSING');
      await ourAck.end();
      await both(connection, 'TIME-WAIT', 'TIME-WAIT');
      await both(connection, 'CLOSED', 'TIME-WAIT');
    },
  },
  {
    name: 'simultaneous close of a connection that the kernel opened, undisturbed once the FINs cross',
    async play(stage) {
      const { path, both } = stage;
      const { connection, socket } = await kernelCalls(stage);
      const ourFin = path.hold('to kernel', isFin);
      const theirFin = path.hold('to engine', isFin);
      connection.finish();
      socket.finish();
      await both(connection, 'FIN-WAIT-1', 'FIN-WAIT-1');
      await Promise.all([theirFin.end(), ourFin.end()]);
      await both(connection, 'TIME-WAIT', 'TIME-WAIT');
      assert.ok(connection.life().includes('CLOSING'), connection.life().join(' '));
    },
  },
  {
    name: 'half close: we finish first, the kernel still sends 200 kB',
    async play(stage) {
      const { both, until } = stage;
      const { connection, socket } = await engineCalls(stage);
      connection.send(Buffer.from('request'));
      connection.finish();
      await both(connection, 'FIN-WAIT-2', 'CLOSE-WAIT');
      await until('the end of our octets', socket.ended);
      assert.equal(socket.received().toString(), 'request');
      socket.send(LOT);
      await until('200 kB', () => connection.received().length === LOT.length);
      await both(connection, 'FIN-WAIT-2', 'CLOSE-WAIT');
      socket.finish();
      await both(connection, 'TIME-WAIT', 'CLOSED');
      assert.ok(connection.received().equals(LOT), 'other octets arrived than were sent');
    },
  },
  {
    name: 'half close: the kernel finishes first, we still send 200 kB',
    async play(stage) {
      const { both, until } = stage;
      const { connection, socket } = await kernelCalls(stage);
      socket.send(Buffer.from('request'));
      socket.finish();
      await both(connection, 'CLOSE-WAIT', 'FIN-WAIT-2');
      assert.equal(connection.received().toString(), 'request');
      connection.send(LOT);
      await until('200 kB', () => socket.received().length === LOT.length);
      await both(connection, 'CLOSE-WAIT', 'FIN-WAIT-2');
      connection.finish();
      await both(connection, 'CLOSED', 'TIME-WAIT');
      assert.ok(socket.received().equals(LOT), 'other octets arrived than were sent');
    },
  },
  {
    name: 'we send 200 kB and close at once: the FIN comes last',
    async play(stage) {
      const { both, until } = stage;
      const { connection, socket } = await engineCalls(stage);
      connection.send(LOT);
      connection.finish();
      await until('the end of our octets', socket.ended);
      await both(connection, 'FIN-WAIT-2', 'CLOSE-WAIT');
      assert.ok(socket.received().equals(LOT), 'other octets arrived than were sent');
    },
  },
  {
    name: 'the kernel sends 200 kB and closes at once: the FIN comes last',
    async play(stage) {
      const { both } = stage;
      const { connection, socket } = await kernelCalls(stage);
      socket.send(LOT);
      socket.finish();
      await both(connection, 'CLOSE-WAIT', 'FIN-WAIT-2');
      assert.ok(connection.received().equals(LOT), 'other octets arrived than were sent');
    },
  },
  {
    name: 'half close: we finish, the kernel sends 200 kB and closes at once: text and FIN in one',
    async play(stage) {
      const { connection, socket } = await engineCalls(stage);
      connection.finish();
      await stage.both(connection, 'FIN-WAIT-2', 'CLOSE-WAIT');
      socket.send(LOT);
      socket.finish();
      await stage.both(connection, 'TIME-WAIT', 'CLOSED');
      assert.ok(connection.received().equals(LOT), 'other octets arrived than were sent');
    },
  },
  {
    name: 'our last ACK is lost: the kernel sends its FIN again, TIME-WAIT answers and starts anew',
    ...HURRIED,
    async play(stage) {
      const { path, both } = stage;
      const { connection, socket } = await engineCalls(stage);
      connection.finish();
      await both(connection, 'FIN-WAIT-2', 'CLOSE-WAIT');
      const ack = path.lose('to kernel', isBareAck);
      socket.finish();
      await both(connection, 'TIME-WAIT', 'LAST-ACK');
      const first = connection.tcb()?.timers['TIME-WAIT'] ?? 0;
      await stage.until('two losses', () => ack.count() === 2);
      assert.ok((connection.tcb()?.timers['TIME-WAIT'] ?? 0) > first, 'TIME-WAIT did not restart');
      await ack.end();
      await both(connection, 'TIME-WAIT', 'CLOSED');
      assert.ok(
        path.sent('to engine').filter(isFin).length >= 3,
        'the FIN came only once or twice',
      );
    },
  },
  {
    name: "the kernel's last ACK is lost: we send our FIN again, its TIME-WAIT answers",
    ...HURRIED,
    async play(stage) {
      const { path, both } = stage;
      const { connection, socket } = await kernelCalls(stage);
      await talk(stage, { connection, socket });
      socket.finish();
      await both(connection, 'CLOSE-WAIT', 'FIN-WAIT-2');
      const ack = path.lose('to engine', isBareAck);
      connection.finish();
      await both(connection, 'LAST-ACK', 'TIME-WAIT');
      await stage.until('two losses', () => ack.count() === 2);
      await ack.end();
      await both(connection, 'CLOSED', 'TIME-WAIT');
      assert.ok(
        path.sent('to kernel').filter(isFin).length >= 3,
        'the FIN went only once or twice',
      );
    },
  },
  {
    name: 'our FIN is lost once',
    ...HURRIED,
    async play(stage) {
      const { path, both } = stage;
      const { connection } = await engineCalls(stage);
      const fin = path.lose('to kernel', isFin);
      connection.finish();
      await fin.met;
      await both(connection, 'FIN-WAIT-1', 'ESTABLISHED');
      await fin.end();
      await both(connection, 'FIN-WAIT-2', 'CLOSE-WAIT');
    },
  },
  {
    name: "the kernel's FIN is lost once",
    ...HURRIED,
    async play(stage) {
      const { path, both } = stage;
      const { connection, socket } = await engineCalls(stage);
      const fin = path.lose('to engine', isFin);
      socket.finish();
      await fin.met;
      await both(connection, 'ESTABLISHED', 'FIN-WAIT-1');
      await fin.end();
      await both(connection, 'CLOSE-WAIT', 'FIN-WAIT-2');
    },
  },
];
