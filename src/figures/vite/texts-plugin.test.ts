import { describe, expect, it } from 'vitest';
import { partOf } from './texts-plugin.ts';

describe('a part of the texts', () => {
  it('has the keys that begin with its name and a dot', () => {
    const all = { 'rule.1': 'a', 'rules.1': 'b', rule: 'c', 'lab.rule.1': 'd' };
    expect(partOf(JSON.stringify(all), 'rule')).toBe('{"rule.1":"a"}');
  });
});
