import type { Translator } from '#text/text.ts';

/** A time or a length of time in words: `80 ms`, `1.04 s`. ms in. */
export function duration(ms: number, t: Translator): string {
  const whole = Math.round(ms * 1000) / 1000;
  return whole < 1000
    ? t('ladder.ms', { n: whole })
    : t('ladder.s', { n: Math.round(whole) / 1000 });
}
