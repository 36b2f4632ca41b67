// Finds a Chromium for the tests: $CHROME, the system's, else Debian's package, else the one on npm.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const installFromDebian = () => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const options = { encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
};

/** The path of a Chromium binary, installed if there is none; throws when none can be had. */
export const ensureBrowser = async () => {
  const present = [process.env.CHROME, ...known].find((file) => file && existsSync(file));
  if (present) return present;
  installFromDebian();
  const debian = known.find((file) => existsSync(file));
  if (debian) return debian;
  const { default: chromium } = await import('@sparticuz/chromium');
  return chromium.executablePath();
};
