// Finds a Chromium for the tests: $CHROME, the one without windows, which opens a page in half the time, else any other;
// from the system, Debian's packages or npm.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const shell = ['/usr/bin/chromium-headless-shell'];
const windowed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const install = (name) => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const options = { encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], options);
};

const present = (files) => files.find((file) => file && existsSync(file));

/** The first of these that is there, else the first that is there once Debian's package is installed. */
const installed = (files, name) => {
  const found = present(files);
  if (found) return found;
  install(name);
  return present(files);
};

const withoutWindows = () => installed(shell, 'chromium-headless-shell');
const withWindows = () => installed(windowed, 'chromium');

/**
 * The path of a Chromium binary, installed if there is none; throws when none can be had. What is measured for people is
 * measured in the one with windows, which they have.
 */
export const ensureBrowser = async ({ asPeopleHave = false } = {}) => {
  const inOrder = asPeopleHave ? [withWindows, withoutWindows] : [withoutWindows, withWindows];
  const found = inOrder.reduce((path, find) => path ?? find(), present([process.env.CHROME]));
  if (found) return found;
  const { default: chromium } = await import('@sparticuz/chromium');
  return chromium.executablePath();
};
