import { describe, expect, it } from 'vitest';
import { ruleInWords } from '#figures/ladder/rules.ts';
import { t } from '#text/en.ts';
import { namedRules, rulesIn } from './named.ts';

describe('rulesIn', () => {
  it('finds ids of every kind, and nothing that only looks like one', () => {
    const text = `act.ack('RFC5961/3.2');\nact.drop('0.0.0.0', '3.10.7.4/1'); // MUST-7\n'RFC 6191'`;
    expect(rulesIn(text)).toEqual([
      ['RFC5961/3.2', 1],
      ['3.10.7.4/1', 2],
    ]);
    expect(rulesIn(`follow('REC-1'), 'impl/SYN in SYN-RECEIVED', '3.10.8'`)).toHaveLength(3);
  });
});

describe('namedRules', () => {
  it('knows where the engine names a rule', () => {
    expect(namedRules().get('3.10.7.2/4')?.[0]).toMatch(/^src\/tcp\/planks\/listen\.ts:\d+$/);
  });

  it('has words for each of them', () => {
    const wordless = [...namedRules().keys()].filter((id) => !t.has(`rule.${id}`));
    expect(wordless).toEqual([]);
    for (const id of namedRules().keys()) expect(ruleInWords(id, t)).toMatch(/^.+ \(.*RFC.*\)$/);
  });
});
