/** A figure with more segments than this has buttons to lose those near the caret only. */
export const MOST_BUTTONS = 24;
