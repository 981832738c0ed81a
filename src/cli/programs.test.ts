import { expect, test } from 'vitest';
import { getPrograms, type Host } from './programs.ts';

const WANTED = { ss: 'iproute2', ip: 'iproute2', tshark: 'tshark' };

/** A Debian machine that has `present`, and what was run on it. */
function debian(present: readonly string[], isRoot: boolean) {
  const ran: string[] = [];
  const host: Host = {
    isRoot,
    has: (program) => program === 'apt-get' || present.includes(program),
    run(program, args) {
      ran.push([program, ...args].join(' '));
      return Promise.resolve({ code: 0, output: 'E: Unable to locate package' });
    },
  };
  return { host, ran };
}

test('nothing is installed where all programs are', async () => {
  const { host, ran } = debian(['ss', 'ip', 'tshark'], true);
  expect(await getPrograms(host, WANTED, 'to try')).toBeNull();
  expect(ran).toEqual([]);
});

test('a package is asked for once, though two of its programs are missing', async () => {
  const { host, ran } = debian([], true);
  expect(await getPrograms(host, WANTED, 'to try')).toContain('missing: ss, ip, tshark');
  expect(ran.at(-1)).toMatch(/ iproute2 tshark$/);
});

test('only root installs; others are told what to install', async () => {
  const { host, ran } = debian(['ss', 'ip'], false);
  expect(await getPrograms(host, WANTED, 'to try')).toBe(
    'missing: tshark (on Debian and Ubuntu: apt-get install tshark)',
  );
  expect(ran).toEqual([]);
});
