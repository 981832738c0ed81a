import puppeteer, { type Browser } from 'puppeteer-core';
import { CHROMIUM_FLAGS, findChromium } from '../../src/cli/browsers/chromium.ts';
import { FIREFOX_PREFERENCES, findFirefox } from '../../src/cli/browsers/firefox.ts';

/** The browsers in which hostile programs are tried. */
export const BROWSERS = {
  Chromium: async (): Promise<Browser> =>
    puppeteer.launch({
      browser: 'chrome',
      executablePath: await findChromium(),
      args: [...CHROMIUM_FLAGS],
    }),
  Firefox: async (): Promise<Browser> =>
    puppeteer.launch({
      browser: 'firefox',
      executablePath: await findFirefox(),
      extraPrefsFirefox: FIREFOX_PREFERENCES,
    }),
} as const;
