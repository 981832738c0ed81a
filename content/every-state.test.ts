/* What the chapter “Every state, seen and diagnosed” claims of its figure and its arithmetic. */
import { describe, expect, test } from 'vitest';
import { STATES } from '#tcp';
import { type SocketSource, socketsAt } from '#figures/inspector/sockets-at.ts';
import { listed, type TOOLS } from '#course/zoo/lists.ts';
import { SPELLINGS } from '#course/atlas/spellings.ts';
import { runScenario } from '#scenario/run.ts';
import { t } from '#text/en.ts';
import stateZoo from './scenarios/state-zoo.ts';

const NOW = 2000;
const sockets: readonly SocketSource[] = socketsAt(runScenario(stateZoo), 'A', NOW);

/** The lines of a listing, each as its cells. */
const cells = (tool: (typeof TOOLS)[number]) =>
  listed(tool, sockets, NOW, t)
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/));

describe('the host with every state', () => {
  test('has every state that can be listed, and FIN-WAIT-2 twice', () => {
    const there = sockets.map(({ state }) => state).sort();
    const wanted = [...STATES.filter((state) => state !== 'CLOSED'), 'FIN-WAIT-2'].sort();
    expect(there).toEqual(wanted);
  });

  test('is spelled as each tool spells', () => {
    const spelled = (key: 'ss' | 'netstat' | 'proc') =>
      sockets.map(({ state }) => state && SPELLINGS[state][key]);
    expect(cells('ss').map((line) => line[0])).toEqual(spelled('ss'));
    expect(cells('netstat').map((line) => line.at(-1))).toEqual(spelled('netstat'));
    expect(cells('proc').map((line) => line[3])).toEqual(spelled('proc'));
  });

  test('counts SYN and FIN in its queues', () => {
    const queues = Object.fromEntries(
      cells('ss')
        .filter(([state]) => state !== 'FIN-WAIT-2')
        .map(([state, recvQ, sendQ]) => [state, `${recvQ} ${sendQ}`]),
    );
    expect(queues).toMatchObject({
      ...{ 'SYN-SENT': '0 1', 'SYN-RECV': '0 0', ESTAB: '0 0', 'FIN-WAIT-1': '0 1' },
      ...{ 'CLOSE-WAIT': '1 0', CLOSING: '1 1', 'LAST-ACK': '1 1', 'TIME-WAIT': '0 0' },
    });
  });

  test('has a timer in one FIN-WAIT-2 and none in the other', () => {
    const lines = cells('ss').filter(([state]) => state === 'FIN-WAIT-2');
    expect(lines.map((line) => line[5])).toEqual(['timer:(timewait,59sec,0)', undefined]);
  });

  test('has its addresses backwards in /proc/net/tcp, and its ports not', () => {
    const line = cells('proc').find(([, , , state]) => state === '02');
    expect(line?.slice(1, 3)).toEqual(['01004E0A:A029', '02004E0A:1F41']);
    expect(Number.parseInt('1F41', 16)).toBe(8001);
  });
});

test('number = rate × stay, for the sample', () => {
  expect(315 / 60).toBeCloseTo(5.25);
  expect(102 / 14).toBeCloseTo(7.3, 1);
  expect(Math.round(63 / 11)).toBe(6);
  expect(Math.round(102 / 9)).toBe(11);
  expect(Math.round(20_311 / 60)).toBe(339);
});
