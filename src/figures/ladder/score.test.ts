import { describe, expect, it } from 'vitest';
import { traceOf, type Play } from './fixtures.ts';
import { readScore } from './score.ts';

const scoreOf = (play: Play) => readScore(traceOf(play));
const flight = (play: Play, name: string) =>
  scoreOf(play).flights.find((each) => each.name === name);

describe('what travels', () => {
  it('goes by way of its routers, with the time to live that it has there', () => {
    const { stops } = flight('over routers', 'A1') ?? { stops: [] };
    expect(stops.map(({ node, t, ttl }) => `${node} ${t} ${ttl}`)).toEqual([
      'A 0 null',
      'R1 10 64',
      'R2 40 63',
      'B 50 null',
    ]);
  });

  it('ends where it is thrown away, and would have gone on', () => {
    const lost = flight('TTL runs out', 'A1');
    expect(lost).toMatchObject({ fate: 'lost', lostAt: 40, thrown: { by: 'R2' } });
    expect(lost?.stops.map(({ node }) => node)).toEqual(['A', 'R1', 'R2', 'B']);
    const [report] = scoreOf('TTL runs out').reports;
    expect(report).toMatchObject({ error: 'time exceeded', from: 'R2', to: 'A', t1: 40, t2: 80 });
    expect(report?.about?.seq).toBe(100);
  });

  it('is doubled, overtaken and late', () => {
    const play = 'duplicated, overtaken, late';
    expect(flight(play, "A5'")).toMatchObject({ copy: true, again: false });
    expect(flight(play, 'A3')).toMatchObject({ overtaken: true, late: true });
    expect(flight(play, 'A6')).toMatchObject({ overtaken: false, late: true });
    expect(flight(play, 'A4')).toMatchObject({ overtaken: false, late: false });
    expect(flight(play, 'A2')).toMatchObject({ overtaken: false, late: false });
  });

  it('arrives with a wrong bit and is discarded', () => {
    const { corrupted, discarded } = flight('a wrong bit', 'A1') ?? {};
    expect(corrupted).toBe(true);
    expect(discarded?.rule).toBe('MUST-3');
  });

  it('goes to the host behind a NAT', () => {
    expect(flight('behind a NAT', 'B1')).toMatchObject({ from: 'B', to: 'A' });
    expect(flight('behind a NAT', 'B2')).toMatchObject({ from: 'B', to: 'C' });
  });
});

describe('what happens to hosts and links', () => {
  it('is a lane for each connection that goes on at the same time', () => {
    const { stays } = scoreOf('two connections');
    const tracks = (host: string) =>
      new Set(stays.filter((stay) => stay.host === host).map(({ track }) => track));
    expect([...tracks('A')]).toEqual([0, 1]);
    expect([...tracks('B')]).toEqual([0, 1]);
  });

  it('is one lane for a connection that was open before the first entry', () => {
    const { stays } = scoreOf('open before it begins');
    expect(stays.map(({ track }) => track)).toEqual(stays.map(() => 0));
    const states = stays.filter(({ host }) => host === 'B').map(({ state }) => state);
    expect(states).toEqual(['ESTABLISHED', 'CLOSE-WAIT', 'LAST-ACK', 'CLOSED']);
  });

  it('is a crash that ends all states', () => {
    const { crashes, stays } = scoreOf('the server crashes');
    expect(crashes).toMatchObject([{ host: 'B', t: 200 }]);
    expect(stays.filter(({ host, from }) => host === 'B' && from === 200)).toMatchObject([
      { state: 'CLOSED' },
    ]);
  });

  it('is a link that is cut and mended', () => {
    expect(scoreOf('the link is cut and mended').cuts).toEqual([
      { between: ['A', 'B'], from: 200, to: 900 },
    ]);
  });

  it('is a timer that asks a closed window', () => {
    expect(scoreOf('a window closes').brackets.map(({ timer }) => timer)).toContain('PERSIST');
  });
});
