/* Whatever a trace says, sensible or not: it is drawn and told without a slip. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { t } from '#text/en.ts';
import { anyTrace } from '#trace/fixtures.ts';
import { traceOf } from './fixtures.ts';
import type { Width } from './form.ts';
import { ladderSvg } from './ladder.ts';
import { listHtml, listLadder } from './list.ts';

const ladders = anyTrace.filter(({ hosts }) => hosts.length > 1);
const look = fc.record({
  width: fc.constantFrom<Width>('wide', 'narrow', 280),
  numbers: fc.constantFrom('absolute', 'relative'),
  extras: fc.record({ options: fc.boolean(), data: fc.boolean() }),
  allTimers: fc.boolean(),
});

it('draws any trace with sound numbers', () => {
  fc.assert(
    fc.property(ladders, look, (trace, options) => {
      const svg = ladderSvg(trace, { t, idPrefix: 'x', ...options });
      const numbers = [
        ...svg.matchAll(/ (?:x|y|d|cx|cy|r|width|height|viewBox|transform)="([^"]*)"/g),
      ];
      expect(
        numbers.filter(([, value]) => /NaN|Infinity|undefined|e[+-]/.test(value ?? '')),
      ).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

it('takes a host for what it is called, whatever that is', () => {
  const { hosts, ...trace } = traceOf('handshake');
  const called = (name: string) => (name === 'A' ? 'constructor' : '__proto__');
  const renamed = {
    ...trace,
    hosts: hosts.map((host) => ({ ...host, name: called(host.name) })),
    entries: trace.entries.map((entry) => {
      if (entry.kind === 'step') return { ...entry, host: called(entry.host) };
      return entry.kind === 'transit'
        ? { ...entry, from: called(entry.from), to: called(entry.to) }
        : entry;
    }),
  };
  expect(ladderSvg(renamed, { t, idPrefix: 'x' })).toContain('>SYN-RECEIVED<');
  expect(listHtml(listLadder(renamed, t))).toContain('The user of the client calls');
});

it('lets nothing out of a trace become markup', () => {
  fc.assert(
    fc.property(ladders, fc.constantFrom('<b>', '"x" onload="y"', '&amp;<'), (trace, evil) => {
      const hosts = trace.hosts.map((host) => ({ ...host, title: evil, address: evil }));
      const svg = ladderSvg({ ...trace, hosts }, { t, idPrefix: 'x' });
      const list = listHtml(listLadder({ ...trace, hosts }, t));
      expect(`${svg}${list}`).not.toMatch(/<b>| onload="/);
    }),
    { numRuns: 60 },
  );
});
