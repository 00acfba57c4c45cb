import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Path of a Chromium: CHROME_PATH, else one that is installed, else one installed now. Null when there is none to be had. */
export function ensureChromium(say) {
  const path = process.env.CHROME_PATH;
  if (path) {
    if (isExecutable(path)) return path;
    say(`CHROME_PATH is ${path}, which is not a program.`);
    return null;
  }
  const found = installed();
  if (found) return found;
  say('Installing Chromium for the browser tests (once) ...');
  const isRoot = process.getuid?.() === 0;
  const run = (command, args) =>
    spawnSync(command, args, { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
  const apt = (args) => (isRoot ? run('apt-get', args) : run('sudo', ['-n', 'apt-get', ...args]));
  if (onPath('apt-get') && (isRoot || onPath('sudo'))) {
    apt(['update', '-qq']);
    apt(['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  }
  const now = installed();
  if (!now)
    say('There is no Chromium for the browser tests. Install one (Debian: `apt-get install chromium`) or set CHROME_PATH to its program.');
  return now;
}

function installed() {
  return names.map(onPath).find(Boolean) ?? null;
}

function onPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) if (folder && isExecutable(join(folder, name))) return join(folder, name);
  return null;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
