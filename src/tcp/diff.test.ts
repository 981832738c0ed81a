import { describe, expect, it } from 'vitest';
import { diffTcb } from './diff.ts';
import { blankTcb, copyTcb } from './draft.ts';
import { PEER, play, US } from './fixtures.ts';
import { RFC9293 } from './profiles.ts';
import { TIMERS } from './tcb.ts';

const blank = () => blankTcb(US, PEER, RFC9293);
const INNER = ['snd', 'rcv'] as const;
const OTHER = Symbol('other');

/** Each field by its path, and a TCB in which that field alone is another. */
const changed = [
  ...Object.keys(blank())
    .filter((field) => field !== 'timers' && !(INNER as readonly string[]).includes(field))
    .map((field) => [field, { ...blank(), [field]: OTHER }] as const),
  ...INNER.flatMap((record) =>
    Object.keys(blank()[record]).map((field) => {
      const inner = { ...blank()[record], [field]: OTHER };
      return [`${record}.${field}`, { ...blank(), [record]: inner }] as const;
    }),
  ),
  ...TIMERS.map((timer) => [`timers.${timer}`, { ...blank(), timers: { [timer]: 1 } }] as const),
];

describe('diffTcb', () => {
  it.each(changed)('sees %s', (path, tcb) => {
    const same = { ...blank(), ...pickShared(tcb) };
    expect(Object.keys(diffTcb(same, tcb as never))).toEqual([path]);
  });

  it('sees nothing where nothing changed', () => {
    const { tcb } = play('ESTABLISHED');
    expect(tcb === null ? null : diffTcb(tcb, copyTcb(tcb))).toEqual({});
  });
});

describe('copyTcb', () => {
  it('copies every field, and what a handler writes to is its own', () => {
    const { tcb } = play('TIME-WAIT', { timestamps: true });
    if (tcb === null) throw new Error('no TCB');
    const copy = copyTcb(tcb);
    expect(copy).toEqual(tcb);
    expect(copy.snd).not.toBe(tcb.snd);
    expect(copy.rcv).not.toBe(tcb.rcv);
  });
});

/** The lists and octets of `tcb`, which are compared by identity. */
function pickShared(tcb: object): object {
  const shared = ['rtx', 'held', 'receives', 'settings', 'out', 'in'];
  return Object.fromEntries(
    Object.entries(tcb).filter(([name, value]) => shared.includes(name) && value !== OTHER),
  );
}
