/* Whatever a trace says, sensible or not: it is drawn and told without a slip. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { t } from '#text/en.ts';
import { anyTrace } from '#trace/fixtures.ts';
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
