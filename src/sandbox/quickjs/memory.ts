import { MEMORY_PAGES } from './limits.ts';

/** The glue around QuickJS asks for less and less, so often, before it gives up. */
const ATTEMPTS = 3;

/** What the engine begins with, pages of 64 KiB. */
const FIRST_PAGES = 256;

/**
 * Memory that grows up to the limit. `onFull` is called where QuickJS needs more and cannot have it:
 * the realm would only see an error there, which a program may catch and go on.
 */
export function boundedMemory(onFull: () => void): WebAssembly.Memory {
  const memory = new WebAssembly.Memory({ initial: FIRST_PAGES, maximum: MEMORY_PAGES });
  const grow = memory.grow.bind(memory);
  let refused = 0;
  memory.grow = (pages) => {
    try {
      const before = grow(pages);
      refused = 0;
      return before;
    } catch (error) {
      refused += 1;
      if (refused === ATTEMPTS) onFull();
      throw error;
    }
  };
  return memory;
}
