import type { SandboxFactory } from '../sandbox.ts';
import { startRealmProcess } from './realm-process.ts';

/**
 * Sandboxes for files of our own, as fast as a browser: a process each, with one context of
 * `node:vm` in it, which Node itself does not call a wall against hostile code. What strangers wrote
 * belongs into `closedSandboxes`. A process and not a thread, because a thread that runs out of
 * memory may take its process along.
 */
export const nodeSandboxes: SandboxFactory = {
  async open(onTrail) {
    const realms = await startRealmProcess();
    return realms.open(onTrail, () => realms.end());
  },
};
