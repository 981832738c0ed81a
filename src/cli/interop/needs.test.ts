import { expect, test } from 'vitest';
import { type Machine, whyNot } from './needs.ts';

/** A machine on which everything is there and works, but for what `other` says. */
function machine(other: Partial<Machine>): Machine {
  return {
    platform: 'linux',
    isRoot: true,
    has: () => true,
    hasTun: () => true,
    run: () => Promise.resolve({ code: 0, output: '' }),
    ...other,
  };
}

test('a machine that has everything is ready', async () => {
  expect(await whyNot(machine({}))).toBeNull();
});

test.each<[string, Partial<Machine>, RegExp]>([
  ['another system', { platform: 'darwin' }, /darwin/],
  ['no root', { isRoot: false }, /needs root/],
  ['no TUN device', { hasTun: () => false }, /\/dev\/net\/tun/],
  [
    'no socat, nor apt-get',
    { has: (name) => !/socat|apt-get/.test(name) },
    /apt-get install socat/,
  ],
  [
    'a refused unshare',
    { run: () => Promise.resolve({ code: 1, output: 'Operation not permitted\n' }) },
    /Operation not permitted/,
  ],
])('%s is a reason to skip', async (_name, other, reason) => {
  expect(await whyNot(machine(other))).toMatch(reason);
});

test('a missing program is installed where apt-get is', async () => {
  const installed = new Set<string>();
  const ready = await whyNot(
    machine({
      has: (name) => name !== 'socat' || installed.has('socat'),
      run(program, args) {
        if (program === 'apt-get' && args[0] === 'install') installed.add(args.at(-1) ?? '');
        return Promise.resolve({ code: 0, output: '' });
      },
    }),
  );
  expect(ready).toBeNull();
  expect([...installed]).toEqual(['socat']);
});

test('an apt-get that cannot help is a reason to skip', async () => {
  const reason = await whyNot(
    machine({
      has: (name) => name !== 'socat',
      run: () => Promise.resolve({ code: 100, output: 'E: no such package' }),
    }),
  );
  expect(reason).toContain('E: no such package');
});
