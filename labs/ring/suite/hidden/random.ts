import type { Bias } from '#judge/random/bias.ts';

export default { kind: 'calls', calls: ['lt', 'leq', 'between', 'segLen'] } satisfies Bias;
