import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../scripts/lib/install.mjs';
import { alive } from '../journeys/running';
import { eventually } from '../support/eventually';

export interface Step {
  command: string | null;
  kind: string | null;
  step: string;
}

/** The built product as a process group of its own, followed step by step. */
export class ProductProcess {
  readonly startedAt = Date.now();
  private ready: { url: string; apiKey: string } | null = null;
  private readonly said: string[] = [];

  private constructor(
    private readonly child: ChildProcess,
    private readonly onStep: (step: Step) => void,
  ) {}

  static spawn(
    folder: string,
    port: number,
    bundle: string,
    variables: Record<string, string>,
    onStep: (step: Step) => void,
  ): ProductProcess {
    const args = [join(root, 'tests/chaos/serve.mjs'), folder, String(port), bundle, JSON.stringify({ ...variables, LOG_LEVEL: 'debug' })];
    const child = spawn(process.execPath, args, { cwd: root, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const running = new ProductProcess(child, onStep);
    // Whoever ends the run ends what it has started.
    const endIt = () => running.killNow();
    process.once('exit', endIt);
    child.once('exit', () => process.off('exit', endIt));
    if (child.stderr) createInterface({ input: child.stderr }).on('line', (line) => running.hear(line));
    if (child.stdout)
      createInterface({ input: child.stdout }).on('line', (line) => {
        running.ready ??= JSON.parse(line) as { url: string; apiKey: string };
      });
    return running;
  }

  async whenReady(): Promise<void> {
    try {
      await eventually('the product is ready or gone', () => this.ready ?? !this.running, 90_000);
      if (!this.ready) throw new Error('it has ended');
    } catch (cause) {
      await this.kill();
      throw new Error(`it does not start: ${this.said.slice(-20).join('\n')}`, { cause });
    }
  }

  private hear(line: string): void {
    this.said.push(line);
    if (this.said.length > 500) this.said.shift();
    if (!line.startsWith('{"level":"debug","message":"step"')) return;
    const { command = null, kind = null, step } = JSON.parse(line) as { command?: string; kind?: string; step: string };
    this.onStep({ command, kind, step });
  }

  /** Errors among the latest lines of its log. */
  get troubles(): string[] {
    return this.said.filter((line) => line.includes('"level":"error"'));
  }

  /** What API and sockets are asked at; throws when it is not running. */
  get address(): { url: string; apiKey: string } {
    if (!this.ready) throw new Error('it is not ready');
    return this.ready;
  }

  async api<T>(method: string, path: string, body?: unknown, from = '127.0.0.1'): Promise<T> {
    const { url, apiKey } = this.address;
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json', 'cf-connecting-ip': from },
      signal: AbortSignal.timeout(15_000),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const value = (await answer.json()) as T;
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(value)}`);
    return value;
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Ends everything at once, the runtime too, as a power cut does; returns before it is gone. */
  killNow(): void {
    try {
      if (this.running) process.kill(-(this.child.pid ?? 0), 'SIGKILL');
    } catch {
      // It was faster.
    }
  }

  async kill(): Promise<void> {
    const group = this.child.pid ?? 0;
    this.killNow();
    if (group > 0 && alive(group).length > 0) process.kill(-group, 'SIGKILL');
    await eventually('all of it is gone', () => group === 0 || alive(group).length === 0, 10_000);
  }
}
