import { expect, it } from 'vitest';
import { after, inState } from './fixtures.ts';
import { STATES } from './state.ts';

it.each(STATES.filter((state) => state !== 'CLOSED'))(
  'STATUS in %s is answered and changes nothing (RFC 9293 §3.10.6)',
  (state) => {
    const tcb = inState(state);
    const { effects, ...result } = after(tcb, { type: 'STATUS' });
    expect(effects).toEqual([{ type: 'signal', signal: 'ok', rule: '3.10.6' }]);
    expect(result.tcb).toEqual(tcb);
    expect(result.diff).toEqual({});
  },
);

it('STATUS in CLOSED finds no connection (RFC 9293 §3.10.6)', () => {
  const { effects, tcb } = after(null, { type: 'STATUS' });
  expect(effects).toEqual([
    { type: 'signal', signal: 'connection does not exist', rule: '3.10.6' },
  ]);
  expect(tcb).toBeNull();
});
