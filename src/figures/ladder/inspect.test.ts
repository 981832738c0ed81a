import { describe, expect, it } from 'vitest';
import { t } from '#text/en.ts';
import { traceOf } from './fixtures.ts';
import { connAt, tcbsHtml } from './inspect.ts';

const trace = traceOf('close');
const CHANGED = { isWhole: false, isRelative: false };

describe('the inspector at the caret', () => {
  it('shows what an event changed, and what it was before', () => {
    const html = tcbsHtml(trace, 80, t, CHANGED);
    expect(html).toMatch(/data-key="state" class="changed".*ESTABLISHED.*SYN-SENT/s);
    expect(html).toContain('data-key="rcv.nxt"');
  });

  it('shows no change between two events, and everything if that is wanted', () => {
    expect(tcbsHtml(trace, 90, t, CHANGED)).not.toContain('data-key');
    const whole = tcbsHtml(trace, 90, t, { ...CHANGED, isWhole: true });
    expect(whole.match(/data-key="snd.una"/g)).toHaveLength(2);
    expect(whole).not.toContain('class="changed"');
  });

  it('counts numbers from ISS and IRS if the figure does', () => {
    const whole = { isWhole: true, isRelative: true };
    expect(tcbsHtml(trace, 200, t, whole)).toContain('ISS+6');
  });

  it('says of a host without a connection that there is no TCB', () => {
    expect(tcbsHtml(traceOf('refused'), 200, t, CHANGED)).toContain('class="none"');
  });
});

describe('the connection at the caret', () => {
  it('is the one that a host was last concerned with', () => {
    expect(connAt(trace, 'A', -5)).toBeNull();
    expect(connAt(trace, 'A', 0)).toBe('40001');
    expect(connAt(trace, 'B', 40)).toBe('8001.1');
  });

  it('is the listener before anybody calls', () => {
    expect(connAt(trace, 'B', 0)).toBe('8001');
  });
});
