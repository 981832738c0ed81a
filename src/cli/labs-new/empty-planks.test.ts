import { describe, expect, it } from 'vitest';
import { emptyPlanks } from './empty-planks.ts';

describe('emptyPlanks', () => {
  it('takes out the bodies of what is named, and leaves comments as a guide', () => {
    const source = [
      'const helper = () => 3;',
      'export const listen: Plank = (tcb, seg, act) => {',
      '  // First: a reset?',
      '  if (seg.ctl.rst) return act.drop("a reset");',
      '};',
      'export const rst: Check = (tcb, seg, act) => {',
      "  return 'continue';",
      '};',
      'export function lt(a: Seq, b: Seq): boolean {',
      '  return a < b;',
      '}',
      'export const synReceived = {',
      '  rst(tcb, _seg, act) {',
      '    return act.stop();',
      '  },',
      "  text: () => 'continue',",
      '};',
    ].join('\n');
    const emptied = emptyPlanks(source, ['listen', 'rst', 'lt', 'synReceived']);
    expect(emptied).toContain('helper = () => 3');
    expect(emptied).toMatch(/\/\/ First: a reset\?\nact\.drop\('not written yet'\);/);
    expect(emptied).toMatch(/rst: Check = .*\nreturn 'stop';/);
    expect(emptied).toMatch(/lt\(a: Seq, b: Seq\): boolean \{\nreturn false;/);
    expect(emptied).toMatch(/rst\(tcb, _seg, act\) \{\nreturn 'stop';/);
    expect(emptied).toContain("text: () => 'continue'");
    expect(emptied).not.toMatch(/a reset"|a < b|act\.stop/);
  });

  it('takes out the bodies of steps that stand beside their plank', () => {
    const source = [
      'const ack: Check = (_tcb, _seg, act) => { return act.stop(); };',
      'export const established = { ack };',
    ].join('\n');
    expect(emptyPlanks(source, ['established'])).toContain("act) => {\nreturn 'stop';\n}");
  });

  it('leaves what is not named', () => {
    const source = 'export function lt(a: Seq): boolean { return a < 1; }';
    expect(emptyPlanks(source, ['leq'])).toBe(source);
  });
});
