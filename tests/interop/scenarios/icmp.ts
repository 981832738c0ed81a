import assert from 'node:assert/strict';
import { HURRIED, type Scenario } from '../scenario.ts';
import { isSyn } from '../segments.ts';
import { icmpAbout, type KnownError } from '../world/icmp.ts';
import { DEVICE, ip } from '../world/namespace.ts';
import type { Stage } from '../world/stage.ts';
import { kernelCalls, talk } from './start.ts';

/**
 * The kernel as a router says `error` of our SYN, because of a `route` without way; then the host
 * behind it comes to life, and a later SYN reaches it.
 */
async function calledThrough(stage: Stage, error: KnownError, route: readonly string[]) {
  const { engine, kernel, both, until, elsewhere } = stage;
  ip('route', 'add', ...route, elsewhere);
  const connection = engine.connect({ address: elsewhere });
  await until(`"${error}"`, () => connection.tcb()?.softError === error);
  await both(connection, 'SYN-SENT', 'CLOSED');
  ip('addr', 'add', `${elsewhere}/32`, 'dev', 'lo');
  const listener = await kernel.listen({ address: elsewhere });
  await both(connection, 'ESTABLISHED', 'ESTABLISHED', 12_000);
  await talk(stage, { connection, socket: await listener.accept() });
}

/** ICMP messages: those of the kernel as a router to us, and ours to the kernel. */
export const MESSAGES: readonly Scenario[] = [
  {
    name: 'a router says "host unreachable" of our SYN: we go on (MUST-56)',
    ...HURRIED,
    play: (stage) => calledThrough(stage, 'host unreachable', ['unreachable']),
  },
  {
    name: 'a router says "administratively prohibited" of our SYN: we go on',
    ...HURRIED,
    play: (stage) => calledThrough(stage, 'administratively prohibited', ['prohibit']),
  },
  {
    name: 'a router says "host unreachable" in ESTABLISHED: the connection stays',
    ...HURRIED,
    async play(stage) {
      const { engine, kernel, both, until, elsewhere } = stage;
      ip('route', 'add', 'unreachable', elsewhere);
      ip('addr', 'add', `${elsewhere}/32`, 'dev', 'lo');
      const listener = await kernel.listen({ address: elsewhere });
      const connection = engine.connect({ address: elsewhere });
      const socket = await listener.accept();
      await both(connection, 'ESTABLISHED', 'ESTABLISHED');
      ip('addr', 'del', `${elsewhere}/32`, 'dev', 'lo');
      connection.send(Buffer.from('are you there?'));
      await until('"host unreachable"', () => connection.tcb()?.softError === 'host unreachable');
      await both(connection, 'ESTABLISHED', 'ESTABLISHED');
      ip('addr', 'add', `${elsewhere}/32`, 'dev', 'lo');
      await until('the octets', () => socket.received().length > 0);
      await both(connection, 'ESTABLISHED', 'ESTABLISHED');
    },
  },
  {
    name: 'we say "port unreachable" of the kernel\'s SYN: it gives up',
    profiles: ['rfc9293'],
    async play({ engine, kernel, path, until, both }) {
      const syn = path.lose('to engine', isSyn);
      const socket = kernel.connect();
      const lost = await syn.met;
      path.inject(icmpAbout(lost, 'port unreachable', lost.dst), 'ICMP port unreachable');
      await until('ECONNREFUSED', () => socket.error() === 'ECONNREFUSED');
      await both(engine.accepted(), 'CLOSED', 'CLOSED');
    },
  },
  {
    name: 'we say "port unreachable" and "time exceeded" in ESTABLISHED: the kernel stays, as we do',
    async play(stage) {
      const { connection, socket } = await kernelCalls(stage);
      await talk(stage, { connection, socket });
      const quoted = stage.path.sent('to engine').at(-1);
      assert.ok(quoted !== undefined);
      for (const error of ['port unreachable', 'time exceeded'] as const) {
        stage.path.inject(icmpAbout(quoted, error, quoted.dst), `ICMP ${error}`);
      }
      await stage.stays(connection, 'ESTABLISHED', 'ESTABLISHED', 200);
      await talk(stage, { connection, socket });
    },
  },
  {
    name: 'a router says "time exceeded" of our octets: we send them again',
    // Else the kernel finds the socket of the packet that it forwards, and drops the packet silently.
    sysctls: { ...HURRIED.sysctls, tcp_early_demux: 0 },
    config: HURRIED.config,
    async play(stage) {
      const { engine, kernel, path, until, both, elsewhere } = stage;
      ip('addr', 'add', `${elsewhere}/32`, 'dev', 'lo');
      const listener = await kernel.listen({ address: elsewhere });
      const connection = engine.connect({ address: elsewhere });
      const socket = await listener.accept();
      await both(connection, 'ESTABLISHED', 'ESTABLISHED');
      ip('addr', 'del', `${elsewhere}/32`, 'dev', 'lo');
      ip('route', 'add', elsewhere, 'dev', DEVICE);
      path.setTtl(1);
      connection.send(Buffer.from('lost on the way'));
      await until('"time exceeded"', () => connection.tcb()?.softError === 'time exceeded');
      await both(connection, 'ESTABLISHED', 'ESTABLISHED');
      ip('addr', 'add', `${elsewhere}/32`, 'dev', 'lo');
      await until('the octets', () => socket.received().length > 0);
      await both(connection, 'ESTABLISHED', 'ESTABLISHED');
    },
  },
];
