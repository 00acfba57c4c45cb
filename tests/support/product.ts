import { env, exports } from 'cloudflare:workers';
import type { Approval } from '../../worker/contract/work';
import { orchestratorOf, supportObject } from '../../worker/objects';
import type { OrderFacts } from '../../worker/ports/records';
import { anOrder } from './a-order';
import { Attendee, type PlainSocket } from './attendee';
import { eventually } from './eventually';
import { aBrowser, anEvent, type Browser, home, signIn } from './http-client';

let owner: Promise<Browser> | null = null;

/** The owner of the deployment, signed in once a file. */
export function theOwner(): Promise<Browser> {
  owner ??= (async () => {
    const browser = aBrowser();
    await signIn(browser);
    return browser;
  })();
  return owner;
}

type Json = Record<string, unknown>;
let orders = 0;
const codesSeen = new Set<string>();

/** An event of the example organization, with what a test needs to do in it. Today is before its first refund date. */
export async function aProduct({ undoSeconds, ...over }: Json = {}) {
  const browser = await theOwner();
  const call = async <T = Json>(method: string, path: string, body?: unknown, as: Browser = browser): Promise<T & { status: number }> => {
    const answer = method === 'GET' ? await as.get(`/api/v1${path}`) : await as.send(method, `/api/v1${path}`, body);
    return { ...((await answer.json()) as T), status: answer.status };
  };
  const refundPolicy = [
    { until: '2098-03-31', percent: 100 },
    { until: '2098-12-31', percent: 50 },
  ];
  const made = await call<{ id: string }>(
    'POST',
    '/events',
    anEvent({ startsAt: '2099-05-20T09:00', endsAt: '2099-05-21T17:00', refundPolicy, ...over }),
  );
  if (made.status !== 200 && made.status !== 201) throw new Error(`no event: ${JSON.stringify(made)}`);
  const eventId = made.id;
  const found = await env.DB.prepare('SELECT organization_id FROM events WHERE id = ?').bind(eventId).first<{ organization_id: string }>();
  const organizationId = found?.organization_id ?? '';
  // As the version that stood before the first one that anybody wrote.
  if (typeof undoSeconds === 'number')
    await env.DB.prepare(
      `INSERT INTO policy_versions (organization_id, event_id, scope, version, body, note, changed_by, changed_at) VALUES (?, ?, 'event', 0, ?, '', 'test', 0)`,
    )
      .bind(organizationId, eventId, JSON.stringify({ undoSeconds }))
      .run();
  const sql = <T = Json>(query: string, ...values: unknown[]) =>
    env.DB.prepare(query)
      .bind(...values)
      .all<T>()
      .then(({ results }) => results);

  const product = {
    eventId,
    organizationId,
    call,
    sql,
    approvals: async (state: string) => (await call<{ items: Approval[] }>('GET', `/events/${eventId}/approvals?state=${state}`)).items,
    decide: (approval: Approval, decision: Json, as?: Browser) =>
      call<Json>('POST', `/events/${eventId}/approvals/${approval.id}/decision`, { version: approval.version, ...decision }, as),
    settings: (change: Json) => call('PATCH', `/events/${eventId}/agents/support`, change),
    support: (conversationId: string) => supportObject(env, eventId, conversationId),
    look: () => orchestratorOf(env, eventId).look(),
    refunds: () =>
      sql<{ id: string; state: string; amount_minor: number }>('SELECT * FROM refunds WHERE event_id = ? ORDER BY created_at', eventId),
    outbox: (kind: string) =>
      sql<{ id: string; state: string; target: string; attempts: number; idempotency_key: string; last_error: string | null }>(
        'SELECT * FROM outbox WHERE event_id = ? AND kind = ? ORDER BY created_at, id',
        eventId,
        kind,
      ),
    mailsTo: (address: string) =>
      sql<{ subject: string; text: string; html: string }>(
        'SELECT subject, text, html FROM mailbox WHERE event_id = ? AND recipients LIKE ? ORDER BY at, id',
        eventId,
        `%"${address}"%`,
      ),
    /** A code that was mailed to an address and not asked for here before. */
    codeTo: (address: string): Promise<string> =>
      eventually(`a code to ${address}`, async () => {
        const mails = await sql<{ id: string; subject: string }>(
          'SELECT id, subject FROM mailbox WHERE event_id = ? AND recipients LIKE ? ORDER BY at DESC, id DESC',
          eventId,
          `%"${address}"%`,
        );
        const mail = mails.find(({ id, subject }) => /^\d{6}/.test(subject) && !codesSeen.has(id));
        if (mail) codesSeen.add(mail.id);
        return mail?.subject.slice(0, 6);
      }),
    /** Writes an order as an import would; its ids, code and addresses are made its own. */
    async order(facts: Partial<OrderFacts> = {}): Promise<OrderFacts> {
      const n = ++orders;
      const email = facts.buyerEmail ?? `ada${n}@example.org`;
      const base = anOrder(facts);
      const order = anOrder({
        ...base,
        orderId: `ord_test${n}00`,
        code: `ADA${n}X`,
        buyerEmail: email,
        paymentRef: `pi_${n}`,
        tickets: base.tickets.map((ticket, i) => ({
          ...ticket,
          ticketId: `tkt_test${n}00${i}`,
          secret: `secret${n}x${i}`,
          holderEmail: ticket.holderEmail === 'ada@example.org' ? email : ticket.holderEmail,
        })),
      });
      await env.DB.batch([
        env.DB.prepare(
          `INSERT INTO orders (id, organization_id, event_id, source, external_id, code, buyer_name, buyer_email, state, total_minor, refunded_minor, currency, placed_at, payment_ref, edited_fields, created_at, updated_at)
           VALUES (?1, ?2, ?3, 'sheet', ?1, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 0, ?11, '[]', 0, 0)`,
        ).bind(
          order.orderId,
          organizationId,
          eventId,
          order.code,
          order.buyerName,
          order.buyerEmail,
          order.state,
          order.total.minor,
          order.refunded.minor,
          order.total.currency,
          order.paymentRef,
        ),
        ...order.tickets.flatMap((ticket) => [
          env.DB.prepare(
            `INSERT INTO attendees (id, organization_id, event_id, name, email, attributes, edited_fields, created_at, updated_at) VALUES (?, ?, ?, ?, ?, '{}', '[]', 0, 0)`,
          ).bind(`att_${ticket.ticketId.slice(4)}`, organizationId, eventId, ticket.holderName, ticket.holderEmail),
          env.DB.prepare(
            `INSERT INTO tickets (id, organization_id, event_id, order_id, attendee_id, source, external_id, secret, state, price_minor, currency, edited_fields, version, created_at, updated_at)
             VALUES (?1, ?2, ?3, ?4, ?5, 'sheet', ?1, ?6, ?7, ?8, ?9, '[]', 1, 0, 0)`,
          ).bind(
            ticket.ticketId,
            organizationId,
            eventId,
            order.orderId,
            `att_${ticket.ticketId.slice(4)}`,
            ticket.secret,
            ticket.state,
            ticket.price.minor,
            ticket.price.currency,
          ),
        ]),
      ]);
      return order;
    },
    /** An attendee in a new conversation, past hello. */
    async attendee(locale = 'en'): Promise<Attendee> {
      const { conversationId, token } = await call<{ conversationId: string; token: string }>(
        'POST',
        `/widget/${eventId}/conversations`,
        {},
        aBrowser(),
      );
      return (await openSocket(eventId, conversationId, token, { locale })).hello();
    },
    /** An attendee who has proved to be the buyer. */
    async verified(order: OrderFacts, email = order.buyerEmail): Promise<Attendee> {
      const attendee = await product.attendee();
      await attendee.verify(order.code, email, product.codeTo);
      return attendee;
    },
    /** A refund that was asked for, quoted and agreed to. */
    async askRefund(attendee: Attendee) {
      await attendee.say('I want a refund of my order please');
      return attendee.say('yes please');
    },
  };
  return product;
}
export type Product = Awaited<ReturnType<typeof aProduct>>;

/** The socket of a conversation, before any frame. Throws with the status when it is refused. */
export async function openSocket(
  eventId: string,
  conversationId: string,
  token: string,
  { locale = 'en', headers = {} }: { locale?: string; headers?: Record<string, string> } = {},
): Promise<Attendee> {
  const path = `/api/v1/widget/${eventId}/socket?conversation=${conversationId}&locale=${locale}`;
  return new Attendee(await upgraded(path, { 'cf-connecting-ip': aBrowser().address, ...headers }), conversationId, token);
}

/** Any socket of the product. Throws `refused with <status>`. */
export async function upgraded(path: string, headers: Record<string, string>): Promise<PlainSocket> {
  const answer = await exports.default.fetch(new Request(`${home}${path}`, { headers: { upgrade: 'websocket', ...headers } }));
  if (!answer.webSocket) throw new Error(`refused with ${answer.status}`);
  answer.webSocket.accept();
  return answer.webSocket;
}
