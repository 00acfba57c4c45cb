import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { root } from './install.mjs';

const bin = (name) => join(root, 'node_modules', '.bin', name);
/** Programs of node_modules look for `node` on the path: theirs comes first. */
const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);

/** Runs a program of node_modules; resolves with its exit code and everything it printed. */
export function tool(name, args, { env = {}, quiet = true } = {}) {
  return new Promise((resolve) => {
    const child = spawn(bin(name), args, {
      cwd: root,
      env: { ...process.env, PATH: path, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        output += text;
        if (!quiet) process.stdout.write(text);
      });
    }
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('exit', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs steps one after the other, all of them, and prints one line each and the output of those that fail. */
export async function runSteps(steps) {
  const failed = [];
  for (const [title, work] of Object.entries(steps)) {
    const startedAt = Date.now();
    let problem = null;
    try {
      problem = await work();
    } catch (error) {
      problem = error.stack ?? String(error);
    }
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    console.log(`${problem ? 'FAILED' : 'ok    '} ${title} (${seconds} s)`);
    if (problem) {
      console.log(problem.trimEnd());
      failed.push(title);
    }
  }
  return { passed: Object.keys(steps).length - failed.length, failed: failed.length };
}

/** A step that is right when a program ends with 0. */
export const succeeds = (name, args, options) => async () => {
  const { code, output } = await tool(name, args, options);
  return code === 0 ? null : output || `${name} ended with ${code}`;
};
