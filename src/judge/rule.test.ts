import { describe, expect, it } from 'vitest';
import type { Effect, RuleId } from '#tcp';
import { ruleOf } from './rule.ts';

const drop = (rule: RuleId): { readonly effects: readonly Effect[] } => ({
  effects: [{ type: 'drop', why: 'it is no good', rule }],
});

describe('the rule of a failure', () => {
  it('is the one that the reference followed', () => {
    expect(ruleOf(drop('3.10.7.4/5'), undefined, 'segments')).toBe('3.10.7.4/5');
    expect(ruleOf(drop('3.10.7.4/1'), drop('3.10.7.4/5'), 'segments')).toBe('3.10.7.4/1');
    expect(ruleOf(drop('3.10.7.2/3'), drop('3.10.7.4/1'), 'segments')).toBe('3.10.7.2/3');
    expect(ruleOf(drop('RFC6298/5.4'), drop('RFC6298/5.1'), 'event')).toBe('RFC6298/5.4');
  });

  it('is never that of a timer, which follows from what was done', () => {
    const started: readonly Effect[] = [
      { type: 'timer', timer: 'RETRANSMISSION', at: 1000, rule: 'RFC6298/5.3' },
    ];
    expect(ruleOf({ effects: started }, undefined, 'state')).toBeNull();
  });

  it('is the earlier check at which only the plank’s host gave up', () => {
    expect(ruleOf(drop('3.10.7.4/5'), drop('3.10.7.4/1'), 'segments')).toBe('3.10.7.4/1');
  });
});
