import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { HURRIED, type Scenario } from '../scenario.ts';
import { isAny, octets } from '../segments.ts';
import { engineCalls } from './start.ts';

const LOT = octets(400_000, 3);

/** Windows that close and open again. */
export const WINDOWS: readonly Scenario[] = [
  {
    name: 'the kernel reads nothing: its window closes, we probe, it opens again',
    ...HURRIED,
    async play(stage) {
      const { connection, socket } = await engineCalls(stage, { reads: false });
      connection.send(LOT);
      const probed = () => connection.tcb()?.snd.wnd === 0 && (connection.tcb()?.probes ?? 0) >= 2;
      await stage.until('a second probe into a closed window', probed);
      await stage.both(connection, 'ESTABLISHED', 'ESTABLISHED');
      socket.socket.resume();
      await stage.until('everything', () => socket.received().length >= LOT.length);
      assert.ok(socket.received().equals(LOT), 'other octets arrived than were sent');
      await stage.both(connection, 'ESTABLISHED', 'ESTABLISHED');
    },
  },
  {
    name: 'we read nothing: our window closes, the kernel probes, it opens again',
    ...HURRIED,
    async play(stage) {
      stage.engine.leaveUnread();
      const { connection, socket } = await engineCalls(stage);
      socket.send(LOT);
      const offered = () => stage.path.sent('to kernel').at(-1)?.wnd;
      await stage.until('a closed window', () => offered() === 0);
      const before = stage.path.sent('to engine').length;
      await stage.until('two probes', () => stage.path.sent('to engine').length >= before + 2);
      await stage.both(connection, 'ESTABLISHED', 'ESTABLISHED');
      connection.read(true);
      await stage.until('everything', () => connection.received().length >= LOT.length);
      assert.ok(connection.received().equals(LOT), 'other octets arrived than were sent');
      await stage.both(connection, 'ESTABLISHED', 'ESTABLISHED');
    },
  },
  {
    name: 'the news that the window is open is lost: our probe finds it open',
    ...HURRIED,
    async play(stage) {
      const { connection, socket } = await engineCalls(stage, { reads: false });
      connection.send(LOT);
      await stage.until('a closed window', () => connection.tcb()?.snd.wnd === 0);
      await sleep(50);
      const silence = stage.path.lose('to engine', isAny);
      socket.socket.resume();
      await silence.met;
      await sleep(50);
      await silence.end();
      await stage.until('everything', () => socket.received().length >= LOT.length);
      assert.ok(socket.received().equals(LOT), 'other octets arrived than were sent');
      await stage.both(connection, 'ESTABLISHED', 'ESTABLISHED');
    },
  },
];
