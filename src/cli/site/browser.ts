import { type Browser, chromium } from 'playwright-core';

import { CHROMIUM_FLAGS, findChromium } from '../browsers/chromium.ts';

/** Starts a Chromium of our own, without a window. The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: [...CHROMIUM_FLAGS] });
}
