/* Two hosts for tests, and what a Trace shows of them in the words of the RFC. */
import type { Trace } from '#trace/trace.ts';
import type { Scenario } from './scenario.ts';

/** A listens to nobody and calls B, which listens: at time 0 the first SYN leaves. */
export const stage: Scenario = {
  id: 'test',
  hosts: [
    { name: 'A', title: 'client', address: '10.77.0.1', isn: [100] },
    { name: 'B', title: 'server', address: '10.77.0.2', isn: [300] },
  ],
  delay: 40,
  script: [
    { at: -1, host: 'B', do: 'listen', port: 8001 },
    { at: 0, host: 'A', do: 'connect', to: 'B:8001', from: 40_001 },
  ],
  until: 5_000,
};

/** Segments as the RFC prints them: `A <SEQ=100><CTL=SYN>`. */
export const segments = (trace: Trace): string[] =>
  trace.entries.flatMap((entry) => {
    if (entry.kind !== 'transit') return [];
    const { seq, ack, ctl, data } = entry.seg;
    const bits = (['syn', 'fin', 'rst', 'ack'] as const).filter((bit) => ctl[bit]);
    const number = ctl.ack ? `<ACK=${ack}>` : '';
    const text = data.length > 0 ? `<DATA=${data.length}>` : '';
    return [`${entry.from} <SEQ=${seq}>${number}${text}<CTL=${bits.join(',').toUpperCase()}>`];
  });

/** The states a host passes through; one that crashes knows of no connection any more. */
export const states = (trace: Trace, host: string): string[] => {
  const first = trace.hosts.find(({ name }) => name === host)?.initial ?? 'CLOSED';
  const changes = trace.entries.flatMap((entry) => {
    if (entry.kind === 'crash' && entry.host === host) return ['CLOSED'];
    if (entry.kind !== 'step' || entry.host !== host || entry.before === entry.after) return [];
    return [entry.after];
  });
  return [first, ...changes];
};

/** What the users of a host are told. */
export const signals = (trace: Trace, host: string): string[] =>
  trace.entries.flatMap((entry) =>
    entry.kind === 'step' && entry.host === host
      ? entry.effects.flatMap((effect) => (effect.type === 'signal' ? [effect.signal] : []))
      : [],
  );
