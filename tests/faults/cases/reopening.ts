import { lt, RFC9293, step } from '#tcp';
import { arrival, env, from, inState } from '#tcp/fixtures.ts';
import type { Case } from './case.ts';

export const reopeningCases: readonly Case[] = [
  {
    // The clock of ISNs may show less than the old connection has used up (MAY-2, RFC 6191 §2).
    name: 'a reopened connection begins above the numbers of the old one',
    holds(engine) {
      const old = inState('TIME-WAIT');
      const syn = from({ syn: true }, { seq: (old.rcv.nxt + 100_000) >>> 0, ack: 0 });
      const config = { ...RFC9293, reopen: 'sequence' } as const;
      const isn = () => old.iss;
      const { tcb } = step(engine, old, arrival(syn), { ...env, config, isn, listening: true });
      return tcb?.state === 'SYN-RECEIVED' && lt(old.snd.nxt, tcb.iss);
    },
  },
];
