import { eq, sql } from 'drizzle-orm';
import { asBatch } from '../../../worker/db/commit';
import { databaseOf } from '../../../worker/db/database';
import { commandInsert } from '../../../worker/db/records/outbox';
import { events, outbox } from '../../../worker/db/schema';
import product from '../../../worker/index';
import { poke } from '../../../worker/queues/poke';
import { newId } from '../../../worker/random';

export * from '../../../durable-objects';

const senders = 16;
const note = "INSERT OR IGNORE INTO webhook_events (id, kind, received_at) VALUES (?, 'bench', ?)";
const isNoted = (body: unknown) => typeof body === 'object' && body !== null && 'bare' in body && body.bare === 'noted';
let bareOpen = 0;

/** The product's own worker, with two things to ask for: commands the whole way, and messages that nobody works on. */
export default {
  async fetch(request, env, ctx) {
    const url = new URL(request.url);
    if (!url.pathname.startsWith('/api/bench/')) return product.fetch(request, env, ctx);
    const n = Number(url.searchParams.get('n') ?? 0);
    const eventId = url.searchParams.get('event') ?? '';
    switch (`${request.method} ${url.pathname}`) {
      case 'POST /api/bench/commands':
        await atOnce(n, await committer(env, eventId));
        return Response.json({ n });
      case 'GET /api/bench/commands':
        return Response.json({ open: await open(env, eventId) });
      case 'POST /api/bench/messages':
        bareOpen = n;
        await atOnce(n, () => env.COMMANDS.send({ bare: url.searchParams.has('noted') ? 'noted' : 'dropped' }));
        return Response.json({ n });
      default:
        return Response.json({ open: bareOpen });
    }
  },
  async queue(batch, env) {
    const bare = batch.messages.filter(({ body }) => typeof body === 'object' && body !== null && 'bare' in body);
    if (bare.length === 0) return product.queue(batch, env);
    await Promise.all(bare.map(({ id, body }) => (isNoted(body) ? env.DB.prepare(note).bind(id, Date.now()).run() : null)));
    bareOpen -= bare.length;
    batch.ackAll();
  },
} satisfies ExportedHandler<Env>;

async function atOnce(n: number, work: () => Promise<unknown>): Promise<void> {
  let left = n;
  const sender = async () => {
    while (left-- > 0) await work();
  };
  await Promise.all(Array.from({ length: senders }, sender));
}

/** Intent first: each command in a batch of its own, then its poke. */
async function committer(env: Env, eventId: string): Promise<() => Promise<void>> {
  const db = databaseOf(env, '');
  const [event] = await db.select({ organizationId: events.organizationId }).from(events).where(eq(events.id, eventId));
  if (!event) throw new Error(`no event ${eventId}`);
  const { organizationId } = event;
  return async () => {
    const id = newId('command');
    const target = `${id}@example.org`;
    const mail = { from: { name: '', address: 'days@example.org' }, to: [target], subject: 'Hello', text: 'Hello', html: '<p>Hello</p>' };
    const command = { kind: 'mail.send', target, idempotencyKey: `bench:${id}`, payload: { mail, purpose: 'service' } } as const;
    const now = Date.now();
    await db.batch(asBatch(commandInsert(db, { id, organizationId, eventId, agent: 'operations', command, now }, 'bench')));
    await poke(env, organizationId, eventId, [id]);
  };
}

async function open(env: Env, eventId: string): Promise<number> {
  const [row] = await databaseOf(env, '')
    .select({ n: sql<number>`count(*)` })
    .from(outbox)
    .where(sql`${outbox.eventId} = ${eventId} AND ${outbox.state} IN ('authorised', 'claimed', 'unknown')`);
  return row?.n ?? 0;
}
