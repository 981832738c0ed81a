import type { Way } from './edge.ts';

/** The line of a key, 56 px wide: its path without the head. */
export const keyLine = (way: Way): string => (way === 'rare' ? 'M0 6H54' : 'M0 6H44');

/** Its head. */
export const keyHead = (way: Way): string =>
  way === 'rare' ? 'M46 1.8L54 6L46 10.2' : 'M44 1.4L55 6L44 10.6Z';
