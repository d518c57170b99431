import { accessSync, constants } from 'node:fs';

const chromiumPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const firefoxPlaces = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];
const webkitDriverPlaces = ['/usr/bin/WebKitWebDriver'];
const miniBrowserPlaces = [
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0/MiniBrowser',
  '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.0/MiniBrowser',
];

/** A Chromium that can be started: `CHROMIUM_PATH` if it is set, else the first of the usual places. */
export const findChromium = () => find('CHROMIUM_PATH', chromiumPlaces);

/** A Firefox that can be started: `FIREFOX_PATH` if it is set, else the first of the usual places. */
export const findFirefox = () => find('FIREFOX_PATH', firefoxPlaces);

/** WebKitGTK's driver and its browser, when both are installed. */
export function findWebKit() {
  const driver = find('WEBKIT_DRIVER_PATH', webkitDriverPlaces);
  const browser = find('WEBKIT_BROWSER_PATH', miniBrowserPlaces);
  return driver && browser ? { driver, browser } : undefined;
}

/**
 * @param {string} variable a name that overrides the usual places; a path in it that cannot be started is not replaced by another
 * @param {string[]} places
 */
function find(variable, places) {
  const named = process.env[variable];
  if (named) return isExecutable(named) ? named : undefined;
  return places.find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
