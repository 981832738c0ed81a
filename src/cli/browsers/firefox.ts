import { findBrowser } from './find-browser.ts';

/** What keeps Firefox from traffic of its own. */
export const FIREFOX_PREFERENCES = {
  'app.update.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.enabled': false,
};

/** The path of a Firefox; see `findBrowser`. */
export const findFirefox = (): Promise<string> =>
  findBrowser({
    title: 'Firefox',
    names: ['firefox-esr', 'firefox'],
    otherPlaces: [
      '/snap/bin/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
    variable: 'FIREFOX_PATH',
    debianPackage: 'firefox-esr',
  });
