import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { CliError } from './cli-error.ts';
import { runProgram } from './process.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const OTHER_PLACES = [
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** How we start Chromium everywhere: no window, no traffic of its own. */
export const CHROMIUM_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The path of a Chromium: `CHROME_PATH` if it is set, else the first in the usual places, else one
 * that is installed now, where that is ours to do: as root on a Debian-like system. Throws a
 * CliError that says how to get one.
 */
export async function findChromium(): Promise<string> {
  const wish = process.env['CHROME_PATH'];
  if (wish !== undefined && wish !== '') {
    if (isProgram(wish)) return wish;
    throw new CliError(`CHROME_PATH is ${wish}, and there is no program of that name.`);
  }
  return present() ?? (await install());
}

function present(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const places = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...places, ...OTHER_PLACES].find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function install(): Promise<string> {
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!mayInstall) {
    throw new CliError(
      'The browser tests need Chromium, and none was found.\n' +
        'Install it (on Debian and Ubuntu: sudo apt-get install chromium), or set CHROME_PATH to one.',
    );
  }
  console.log('Installing the system package chromium with apt-get, for the browser tests.');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, print: 'keep' } as const;
  await runProgram('apt-get', ['update', '-qq'], options);
  const args = ['install', '-y', '-qq', '--no-install-recommends', 'chromium'];
  const { code, output } = await runProgram('apt-get', args, options);
  const found = present();
  if (code === 0 && found !== undefined) return found;
  throw new CliError(
    `${output.split('\n').slice(-15).join('\n')}\napt-get could not install chromium. ` +
      'Install it by hand, or set CHROME_PATH to a Chromium or Chrome.',
  );
}
