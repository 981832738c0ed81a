import { describe, expect, it } from 'vitest';
import { runScenario } from '#scenario/run.ts';
import type { Scenario } from '#scenario/scenario.ts';
import { statesAt } from '#trace/states-at.ts';
import { pathTaken } from './path.ts';
import { rideAlong } from './rides.ts';

const of = (scenario: Scenario, host: string, until?: number) =>
  pathTaken(runScenario(scenario), until)
    .filter((taken) => taken.host === host)
    .map(({ edge }) => edge);

describe('the path taken', () => {
  const whole = rideAlong('TIME-WAIT CLOSED');

  it('is a whole life, edge by edge', () => {
    expect(of(whole, 'A')).toEqual([
      'CLOSED SYN-SENT',
      'SYN-SENT ESTABLISHED',
      'ESTABLISHED FIN-WAIT-1',
      'FIN-WAIT-1 FIN-WAIT-2',
      'FIN-WAIT-2 TIME-WAIT',
      'TIME-WAIT CLOSED',
    ]);
    expect(of(whole, 'B')).toEqual([
      'LISTEN SYN-RECEIVED',
      'SYN-RECEIVED ESTABLISHED',
      'ESTABLISHED CLOSE-WAIT',
      'CLOSE-WAIT LAST-ACK',
      'LAST-ACK CLOSED',
    ]);
  });

  it('goes as far as the time that is asked for, and the states with it', () => {
    expect(of(whole, 'A', 100)).toEqual(['CLOSED SYN-SENT', 'SYN-SENT ESTABLISHED']);
    const trace = runScenario(whole);
    expect(statesAt(trace, 100)).toEqual({ A: 'ESTABLISHED', B: 'SYN-RECEIVED' });
    expect(statesAt(trace, -1)).toEqual({ A: 'CLOSED', B: 'LISTEN' });
  });

  it('tells a FIN with the ACK of ours from the two one after the other', () => {
    expect(of(rideAlong('FIN-WAIT-1 TIME-WAIT'), 'A')).not.toContain('FIN-WAIT-1 FIN-WAIT-2');
  });

  it('passes ESTABLISHED where a CLOSE had to wait for it', () => {
    const scenario: Scenario = {
      ...rideAlong('SYN-RECEIVED FIN-WAIT-1'),
      script: [
        { at: -1, host: 'B', do: 'listen', port: 8001 },
        { at: 0, host: 'A', do: 'connect', to: 'B:8001', from: 40_001 },
        { at: 50, host: 'B', do: 'send', text: 'hello' },
        { at: 60, host: 'B', do: 'close' },
      ],
    };
    expect(of(scenario, 'B').slice(1)).toEqual([
      'SYN-RECEIVED ESTABLISHED',
      'ESTABLISHED FIN-WAIT-1',
      'FIN-WAIT-1 FIN-WAIT-2',
    ]);
  });

  it('ends for a host that crashes', () => {
    expect(statesAt(runScenario(rideAlong('CLOSING CLOSED RST')), 171)).toMatchObject({
      B: 'CLOSED',
    });
  });
});
