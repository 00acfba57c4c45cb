import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Miniflare } from 'miniflare';
import { stopBuilding } from '../../scripts/lib/bundles.mjs';
import { freePort } from '../../scripts/lib/free-port.mjs';
import { startLocalServer } from '../../scripts/lib/local-server.mjs';
import { openState } from '../../scripts/lib/state.mjs';
import { closeConnections } from './http';
import { bundleWorker, startInstance } from './instance';
import { residentKiB } from './memory';
import { type Product, startProduct } from './product';

/** What the figures are measured on: the product and the bare object beside it, started when first needed, on data of their own. */
export class Stage {
  readonly folder = mkdtempSync(join(tmpdir(), 'eventos-bench-'));
  private readonly port = freePort();
  private running: Promise<Product> | null = null;
  private bare: { url: string; instance: Miniflare } | null = null;

  constructor(readonly notice: (line: string) => void) {}

  get state(): string {
    return join(this.folder, 'product');
  }

  product(): Promise<Product> {
    this.running ??= this.port.then((port) => startProduct(port, this.state));
    return this.running;
  }

  async stopProduct(): Promise<void> {
    const running = this.running;
    this.running = null;
    await (await running)?.stop();
  }

  /** The product's bundle, or another build of it, within this process, on the data that a stopped product has left. */
  async ownInstance(options: { inspectorPort?: number; bundle?: string } = {}) {
    const port = await this.port;
    const url = `http://localhost:${port}`;
    const { authSecret, apiKey, eventId } = openState(this.state).kept;
    const { miniflare } = await startLocalServer({
      port,
      state: this.state,
      variables: { OWNER_EMAIL: 'owner@example.org', PUBLIC_URL: url, AUTH_SECRET: authSecret, LOG_LEVEL: 'error' },
      onLine: this.notice,
      ...options,
    });
    return { url, apiKey, eventId, stop: () => miniflare.dispose() };
  }

  async bareObject(): Promise<string> {
    if (!this.bare) {
      const script = await bundleWorker('bare/worker.ts', join(this.folder, 'bare', 'worker.js'));
      this.bare = await startInstance(script, join(this.folder, 'bare'), { BARE: 'Bare' });
    }
    return this.bare.url;
  }

  /** Resident memory of the bare object's runtime, while nothing but the product runs beside it. */
  async bareResidentKiB(): Promise<number> {
    await this.bareObject();
    const { pid } = (await this.running) ?? {};
    return residentKiB(process.pid) - (pid === undefined ? 0 : residentKiB(pid));
  }

  async end(): Promise<void> {
    closeConnections();
    await this.stopProduct().catch(() => {});
    await this.bare?.instance.dispose();
    await stopBuilding();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
