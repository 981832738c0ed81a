import { describe, expect, test } from 'vitest';
import { runScenario } from '#scenario/run.ts';
import office from '../../../content/scenarios/nat-office.ts';
import { callsTo, underRecycle } from './tw-recycle.ts';

const judged = underRecycle(callsTo(runScenario(office), 'B'));

describe('an office behind a NAT', () => {
  test('has one address for the server, and two clocks', () => {
    expect(new Set(judged.map(({ address }) => address))).toEqual(new Set(['192.0.2.1']));
    expect(judged.map(({ from, ts }) => `${from} ${ts}`)).toEqual([
      'A 88829000',
      'C 1209000',
      'A 88849000',
      'C 1234000',
      'C 1289000',
    ]);
  });

  test('loses the host with the lower clock, until the other has been quiet for a minute', () => {
    expect(judged.map(({ dropped }) => dropped)).toEqual([false, true, false, true, false]);
    expect(judged.map(({ remembered }) => remembered)).toEqual([
      null,
      88_829_000,
      88_829_000,
      88_849_000,
      null,
    ]);
  });

  test('is served as a whole by a server without the rule', () => {
    const established = runScenario(office).entries.filter(
      (entry) => entry.kind === 'step' && entry.host === 'B' && entry.after === 'ESTABLISHED',
    );
    expect(established).toHaveLength(5);
  });
});
