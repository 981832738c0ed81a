import { describe, expect, test } from 'vitest';
import { PROFILES } from '#tcp';
import { budget, type FIELDS, LINUX, readPorts, warningsAbout } from './budget.ts';

const said = (changes: Partial<Record<(typeof FIELDS)[number], string>> = {}) => ({
  ...{ first: '32768', last: '60999', sources: '1', destinations: '1', wait: '60' },
  ...changes,
});

describe('a port budget', () => {
  test('of Linux’s range is 28 232 ports, 470 connections a second to one destination', () => {
    expect(budget(LINUX)).toEqual({ ports: 28_232, tuples: 28_232, rate: 470 });
    expect([LINUX.first, LINUX.last]).toEqual(PROFILES.linux.ephemeralPorts);
    expect(LINUX.wait).toBe((2 * PROFILES.linux.msl) / 1000);
  });

  test('of wider ranges is 1075 and 1066 a second', () => {
    expect(budget({ ...LINUX, first: 1024, last: 65_535 }).rate).toBe(1075);
    expect(budget({ ...LINUX, first: 1024, last: 65_000 })).toMatchObject({
      ports: 63_977,
      rate: 1066,
    });
  });

  test('grows with each address on either side', () => {
    expect(budget({ ...LINUX, destinations: 4 }).rate).toBe(1882);
    expect(budget({ ...LINUX, sources: 2, destinations: 2 }).rate).toBe(1882);
  });

  test('warns of equal parity, and of ports that services use', () => {
    expect(warningsAbout(LINUX)).toEqual([]);
    expect(warningsAbout({ first: 1024, last: 65_000 })).toEqual(['parity', 'services']);
    expect(warningsAbout({ first: 1024, last: 65_535 })).toEqual(['services']);
  });
});

describe('a form', () => {
  test('is read', () => expect(readPorts(said())).toEqual(LINUX));

  test('that says nothing sensible is not', () => {
    for (const changes of [
      { first: '' },
      { first: '61000' },
      { last: '65536' },
      { wait: '0' },
      { sources: '1.5' },
      { destinations: '1e3' },
    ]) {
      expect(readPorts(said(changes))).toBeNull();
    }
  });
});
