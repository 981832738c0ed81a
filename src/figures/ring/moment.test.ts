import { describe, expect, it } from 'vitest';
import { traceOf } from '../ladder/fixtures.ts';
import { spacesAt } from './moment.ts';
import { inFlight } from './spaces.ts';

describe('the spaces of a host of a run', () => {
  const trace = traceOf('close');

  it('begin with none, then with our own numbers, then with both', () => {
    expect(spacesAt(trace, 'A', -10)).toBeNull();
    expect(spacesAt(trace, 'B', 0)).toEqual({ state: 'LISTEN', spaces: { snd: null, rcv: null } });
    expect(spacesAt(trace, 'A', 0)).toMatchObject({
      ...{ state: 'SYN-SENT', spaces: { snd: { iss: 100, una: 100, nxt: 101 }, rcv: null } },
    });
    expect(spacesAt(trace, 'A', 80)?.spaces).toMatchObject({
      ...{ snd: { una: 101, nxt: 101 }, rcv: { irs: 300, nxt: 301 } },
    });
  });

  it('tell what is in flight while it is', () => {
    const flight = (t: number) => {
      const snd = spacesAt(trace, 'A', t)?.spaces.snd;
      return snd && inFlight(snd);
    };
    expect([flight(159), flight(160), flight(239), flight(240)]).toEqual([0, 5, 5, 0]);
  });

  it('end with the connection', () => {
    expect(spacesAt(trace, 'A', Infinity)).toBeNull();
  });
});
