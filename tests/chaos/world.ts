import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { workerBundle } from '../../scripts/lib/bundles.mjs';
import { freePort } from '../../scripts/lib/free-port.mjs';
import { records } from '../journeys/running';
import type { Dice } from './dice';
import { ProductProcess, type Step } from './process';
import { type Character, Services } from './services';

export interface Order {
  orderId: string;
  code: string;
  email: string;
}

const timeZone = 'Europe/Berlin';

/** One deployment with its data on disk, and the services that it calls. */
export class World {
  readonly orders: Order[] = [];
  product: ProductProcess | null = null;
  private file: string | null = null;
  eventId = '';

  private constructor(
    readonly name: string,
    readonly services: Services,
    readonly assisted: boolean,
    private readonly folder: string,
    private readonly port: number,
  ) {}

  /** Made through the API; limits and orders are written while it is down, because a run needs more of both than a day. */
  static async make(name: string, character: Character, options: { assisted: boolean; orders: number; dice: Dice }): Promise<World> {
    const folder = mkdtempSync(join(tmpdir(), 'eventos-chaos-'));
    // One build from the first round to the last, whatever happens to the sources meanwhile.
    copyFileSync(workerBundle, join(folder, 'index.js'));
    const world = new World(name, await Services.start(character, options.dice), options.assisted, folder, await freePort());
    const product = await world.start();
    const event = await product.api<{ id: string }>('POST', '/events', {
      ...{ name: 'Chaos Days', startsAt: '2099-05-20T09:00', endsAt: '2099-05-21T17:00', timeZone, currency: 'EUR' },
      contactEmail: 'team@example.org',
      refundPolicy: [{ until: '2099-04-01', percent: 100 }],
    });
    world.eventId = event.id;
    await world.kill();
    world.prepare(options.orders);
    return world;
  }

  /** Spawns it; what happens before it is ready is followed too. */
  spawn(onStep: (step: Step) => void = () => {}): ProductProcess {
    this.product = ProductProcess.spawn(
      join(this.folder, 'state'),
      this.port,
      join(this.folder, 'index.js'),
      this.services.variables,
      onStep,
    );
    return this.product;
  }

  /** Waits until it is ready: only then can the services reach it. Throws when it does not start, or is killed before. */
  async ready(): Promise<ProductProcess> {
    const { product } = this;
    if (!product) throw new Error('it is down');
    await product.whenReady();
    this.services.notices.reachable(product.address.url);
    return product;
  }

  async start(): Promise<ProductProcess> {
    this.spawn();
    return this.ready();
  }

  async kill(): Promise<void> {
    this.services.notices.reachable(null);
    await this.product?.kill();
    this.product = null;
  }

  async end(): Promise<void> {
    await this.kill();
    await this.services.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Reads the records as they lie on the disk, while the product runs or not. */
  read<T>(query: string, ...values: (string | number)[]): T[] {
    this.file ??= fileOf(records(join(this.folder, 'state')));
    const database = new DatabaseSync(this.file, { readOnly: true, timeout: 5_000 });
    try {
      return rowsOf<T>(database.prepare(query).all(...values));
    } finally {
      database.close();
    }
  }

  /** What passes while everything is down. */
  write(...statements: string[]): void {
    const database = records(join(this.folder, 'state'));
    try {
      for (const statement of statements) database.exec(statement);
    } finally {
      database.close();
    }
  }

  private prepare(count: number): void {
    const database = records(join(this.folder, 'state'));
    const organizationId = String(database.prepare('SELECT organization_id AS id FROM events WHERE id = ?').get(this.eventId)?.id);
    const enough = 1_000_000;
    const limits = { refundPerOrderMinor: 50_000, refundsPerDay: enough, mailsPerDay: enough };
    const policy = {
      undoSeconds: 0,
      limits: { tokensPerRun: 1e9, tokensPerDay: 1e9, mailsPerDay: enough, refundsPerDay: enough, refundMinorPerDay: 1e12 },
    };
    database.exec('BEGIN');
    database
      .prepare('UPDATE agent_settings SET mode = ?, autonomy = 100, limits = ? WHERE event_id = ?')
      .run(this.assisted ? 'assisted' : 'full_auto', JSON.stringify(limits), this.eventId);
    database
      .prepare(
        "INSERT INTO policy_versions (organization_id, event_id, scope, version, body, note, changed_by, changed_at) VALUES (?, ?, 'event', 1000, ?, '', 'chaos', 0)",
      )
      .run(organizationId, this.eventId, JSON.stringify(policy));
    const order = database.prepare(
      `INSERT INTO orders (id, organization_id, event_id, source, external_id, code, buyer_name, buyer_email, state, total_minor, refunded_minor, currency, placed_at, payment_ref, edited_fields, created_at, updated_at)
       VALUES (?1, ?2, ?3, 'sheet', ?1, ?4, 'Ada', ?5, 'paid', 12000, 0, 'EUR', 0, ?6, '[]', 0, 0)`,
    );
    const attendee = database.prepare(
      "INSERT INTO attendees (id, organization_id, event_id, name, email, attributes, edited_fields, created_at, updated_at) VALUES (?, ?, ?, 'Ada', ?, '{}', '[]', 0, 0)",
    );
    const ticket = database.prepare(
      `INSERT INTO tickets (id, organization_id, event_id, order_id, attendee_id, source, external_id, secret, state, price_minor, currency, edited_fields, version, created_at, updated_at)
       VALUES (?1, ?2, ?3, ?4, ?5, 'sheet', ?1, ?6, 'valid', 12000, 'EUR', '[]', 1, 0, 0)`,
    );
    for (let n = 0; n < count; n++) {
      const id = String(n).padStart(6, '0');
      const made = { orderId: `ord_chaos${id}`, code: `CH${id}`, email: `ada${id}@example.org` };
      order.run(made.orderId, organizationId, this.eventId, made.code, made.email, `pi_${id}`);
      attendee.run(`att_chaos${id}`, organizationId, this.eventId, made.email);
      ticket.run(`tkt_chaos${id}`, organizationId, this.eventId, made.orderId, `att_chaos${id}`, `secret${id}`);
      this.orders.push(made);
    }
    database.exec('COMMIT');
    database.close();
  }
}

function fileOf(database: DatabaseSync): string {
  const file = database.location();
  database.close();
  if (!file) throw new Error('the records are in memory');
  return file;
}

/** Rows by column name; what a query selects is what its caller says. */
function rowsOf<T>(rows: unknown[]): T[] {
  return rows as T[];
}
