import puppeteer, { type Browser } from 'puppeteer-core';
import { CHROMIUM_FLAGS, findChromium } from '../../src/cli/browsers/chromium.ts';
import { FIREFOX_PREFERENCES, findFirefox } from '../../src/cli/browsers/firefox.ts';
import { CliError } from '../../src/cli/cli-error.ts';

/** A browser in which hostile programs are tried. */
interface Tried {
  readonly name: string;
  /** `null` where there is none and none can be installed; the console says why. */
  readonly launch: (() => Promise<Browser>) | null;
}

const firefox = await findFirefox().catch((error: unknown) => {
  if (!(error instanceof CliError)) throw error;
  console.warn(`${error.message}\nHostile programs are not tried in Firefox now.`);
  return null;
});

/** Chromium has to be there, as for all browser tests; Firefox where it can be had. */
export const BROWSERS: readonly Tried[] = [
  {
    name: 'Chromium',
    launch: async () =>
      puppeteer.launch({
        browser: 'chrome',
        executablePath: await findChromium(),
        // As Chromium comes: the driver would give a frame no process of its own.
        args: [...CHROMIUM_FLAGS, '--enable-features=IsolateSandboxedIframes'],
      }),
  },
  {
    name: 'Firefox',
    launch:
      firefox === null
        ? null
        : () =>
            puppeteer.launch({
              browser: 'firefox',
              executablePath: firefox,
              extraPrefsFirefox: FIREFOX_PREFERENCES,
            }),
  },
];
