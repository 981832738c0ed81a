import { describe, expect, it } from 'vitest';
import { attributesOf, INITIAL } from './look.ts';

describe('the look of an element', () => {
  it('is written only where it differs from what its parent hands down', () => {
    const parent = { ...INITIAL, fill: 'rgb(20, 38, 59)' };
    expect(attributesOf(parent, parent)).toEqual({});
    expect(attributesOf({ ...parent, stroke: 'red' }, parent)).toEqual({ stroke: 'red' });
  });

  it('is written for what is not handed down, whatever the parent has', () => {
    const parent = { ...INITIAL, opacity: '0.28' };
    expect(attributesOf({ ...INITIAL, opacity: '0.28' }, parent)).toEqual({ opacity: '0.28' });
    expect(attributesOf({ ...INITIAL, opacity: '1' }, parent)).toEqual({});
  });

  it('leaves out what a browser does not know', () => {
    expect(attributesOf({ ...INITIAL, 'paint-order': '' }, INITIAL)).toEqual({});
  });
});
