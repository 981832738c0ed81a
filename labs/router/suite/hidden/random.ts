import type { Bias } from '#judge/random/bias.ts';

export default { kind: 'calls', calls: ['forward'] } satisfies Bias;
