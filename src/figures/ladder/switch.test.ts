import { describe, expect, it } from 'vitest';
import handshake from '../../../content/scenarios/handshake.ts';
import twoWay from '../../../content/scenarios/two-way-ghost.ts';
import { firstHosts, playableHosts } from './switch.ts';

describe('the ends that another TCP plays', () => {
  it('are those of its sides', () => {
    expect(firstHosts(handshake, ['server'])).toEqual(['B']);
    expect(firstHosts(handshake, ['client'])).toEqual(['A']);
    expect(firstHosts(handshake, ['client', 'server'])).toEqual(['A', 'B']);
  });

  it('are all where it takes no side', () => {
    expect(firstHosts(handshake, [])).toEqual(['A', 'B']);
  });

  it('are none in a world with another protocol', () => {
    expect(playableHosts(twoWay)).toEqual([]);
  });
});
