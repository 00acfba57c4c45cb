// Runs on the machine's own Node before anything is installed: built-in modules only.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const lock = join(root, 'package-lock.json');
const modules = join(root, 'node_modules');
const stamp = join(modules, '.installed-from');
export const projectNode = join(modules, '.bin', 'node');

/** Runs `npm ci` when node_modules is missing or was not installed from this lock file. Exits with 1 when that fails. */
export function ensureInstalled() {
  const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex');
  if (isInstalled(wanted)) return;
  process.stderr.write('Installing packages (once, about a minute) ...\n');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const result =
    npm && /npm-cli\.js$/.test(npm)
      ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
      : spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (result.status !== 0) {
    process.stderr.write('`npm ci` failed (see above). Check the network or proxy settings and start again.\n');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

function isInstalled(wanted) {
  const installed = join(modules, '.package-lock.json');
  if (!existsSync(installed) || !existsSync(projectNode)) return false;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true;
  if (statSync(installed).mtimeMs < statSync(lock).mtimeMs) return false;
  writeFileSync(stamp, wanted);
  return true;
}

/** Whether this process runs on the Node of node_modules (24), whatever the machine has. */
export function onProjectNode() {
  return realpathSync(process.execPath) === realpathSync(projectNode);
}
