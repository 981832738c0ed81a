/** Two times are the same moment if they differ by no more than this, ms: sums of delays are not exact. */
export const MOMENT = 1e-6;
