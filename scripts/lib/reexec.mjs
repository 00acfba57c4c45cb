// Built-in modules only.
import { spawn } from 'node:child_process';
import { ensureInstalled, onProjectNode, projectNode } from './install.mjs';

/**
 * Installs what is missing and makes sure that the rest of the script runs on the project's Node: returns true there, and
 * otherwise runs the same script as a child, passes signals on to it, and ends with its exit code (returns false).
 */
export function onProjectRuntime() {
  ensureInstalled();
  if (onProjectNode()) return true;
  const child = spawn(projectNode, process.argv.slice(1), { stdio: 'inherit' });
  // A signal to the process group reaches the child by itself; a second one of the same kind does no harm there.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
  return false;
}
