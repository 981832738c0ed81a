/** How long the frame may take to load before the sandbox counts as unable to start, ms. */
export const LOAD_TIMEOUT = 10_000;
