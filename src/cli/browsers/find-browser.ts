import { CliError } from '../cli-error.ts';
import { here, install, isProgram, mayInstall, placesOf } from '../programs.ts';

/** A browser that tests need, and where it may be. */
export interface WantedBrowser {
  /** Its name for people: Chromium. */
  readonly title: string;
  /** What its program may be called in the folders of `PATH`. */
  readonly names: readonly string[];
  readonly otherPlaces: readonly string[];
  /** The variable that holds the path of one: `CHROME_PATH`. */
  readonly variable: string;
  /** The package of Debian and its kin. */
  readonly debianPackage: string;
}

/**
 * The path of a browser: the one that its variable names, else the first in the usual places, else
 * one that is installed now, where that is ours to do: as root on a Debian-like system. Throws a
 * CliError that says how to get one.
 */
export async function findBrowser(browser: WantedBrowser): Promise<string> {
  const { variable } = browser;
  const wish = process.env[variable];
  if (wish !== undefined && wish !== '') {
    if (isProgram(wish)) return wish;
    throw new CliError(`${variable} is ${wish}, and there is no program of that name.`);
  }
  return present(browser) ?? (await installed(browser));
}

function present({ names, otherPlaces }: WantedBrowser): string | undefined {
  return [...names.flatMap(placesOf), ...otherPlaces].find(isProgram);
}

async function installed(browser: WantedBrowser): Promise<string> {
  const { title, variable, debianPackage } = browser;
  if (!mayInstall(here)) {
    throw new CliError(
      `The browser tests need ${title}, and none was found.\n` +
        `Install it (on Debian and Ubuntu: sudo apt-get install ${debianPackage}), or set ${variable} to one.`,
    );
  }
  const { code, output } = await install(here, [debianPackage], 'for the browser tests');
  const found = present(browser);
  if (code === 0 && found !== undefined) return found;
  throw new CliError(
    `${output.split('\n').slice(-15).join('\n')}\napt-get could not install ${debianPackage}. ` +
      `Install it by hand, or set ${variable} to a ${title}.`,
  );
}
