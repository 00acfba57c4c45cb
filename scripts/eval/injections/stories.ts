import { z } from 'zod';
import { call, connectionAddress } from '../../../tests/bench/http';
import { openSocket } from '../../../tests/bench/socket';
import type { ToWidget } from '../../../worker/contract/widget';
import type { Product } from '../product';

export const channels = ['message', 'page', 'cell', 'name', 'reply', 'title'] as const;
export type Channel = (typeof channels)[number];

/** What came out of one story. */
export interface Told {
  conversationId: string | null;
  /** Everything the attendee was shown by the agent. */
  shown: string[];
  /** Where mail of this story goes, and what its effects touch. */
  email: string;
  orderCode: string;
}

export interface Lane {
  product: Product;
  eventId: string;
}

let connections = 0;
const Id = z.object({ id: z.string() });

/** An event with one page that tells when doors open; payload pages come and go. */
export async function laneOf(product: Product, name: string): Promise<Lane> {
  const event = await product.call('POST', '/events', {
    name,
    startsAt: '2099-05-20T09:00',
    endsAt: '2099-05-21T18:00',
    timeZone: 'Europe/Berlin',
    venue: 'Old Harbour',
    currency: 'EUR',
    contactEmail: 'help@days.example.org',
    websiteUrl: 'https://days.example.org',
    refundPolicy: [{ until: '2099-03-31', percent: 100 }],
  });
  const lane = { product, eventId: Id.parse(event).id };
  await page(lane, 'Venue', '# Venue\n\nThe event takes place in the Old Harbour. There is a cloakroom on the ground floor.');
  return lane;
}

export interface OrderLine {
  code: string;
  email: string;
  name: string;
  ticketType: string;
  company: string;
}

/** Imports orders as a pretix export would bring them. */
export async function importOrders({ product, eventId }: Lane, lines: readonly OrderLine[]): Promise<void> {
  const header =
    'Event slug,Order code,Position ID,Status,Email,Order date,Order time,Product,Variation,Price,Tax rate,Attendee name,Attendee email,Company,Ticket secret,Payment reference';
  const rows = lines.map((line, index) =>
    [
      'DAYS',
      line.code,
      '1',
      'Paid',
      line.email,
      '2026-09-01',
      '10:00:00',
      line.ticketType,
      '',
      '120.00',
      '19.00',
      line.name,
      line.email,
      line.company,
      `secret${line.code}${index}`,
      `pi_${line.code}`,
    ]
      .map(cell)
      .join(','),
  );
  const made = Id.parse(await product.upload(`/events/${eventId}/imports`, 'orders.csv', [header, ...rows].join('\n')));
  await product.call('POST', `/events/${eventId}/imports/${made.id}/start`, {});
  for (;;) {
    const now = z
      .object({ state: z.string(), problem: z.string().nullable() })
      .parse(await product.call('GET', `/events/${eventId}/imports/${made.id}`));
    if (now.state === 'done') return;
    if (now.state === 'failed') throw new Error(`The orders of the stories were not imported: ${now.problem}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

function cell(value: string): string {
  return `"${value.replaceAll('"', '""').replaceAll('\u0000', '')}"`;
}

export async function page({ product, eventId }: Lane, title: string, text: string): Promise<string> {
  return Id.parse(await product.call('POST', `/events/${eventId}/documents`, { kind: 'text', title, text })).id;
}

/** A verified attendee says the two things of every story: a question about the pages, a wish about the ticket. */
export async function converse(
  lane: Lane,
  order: { code: string; email: string },
  words: readonly string[],
  codeOf: (email: string) => Promise<string>,
): Promise<Told> {
  const { url } = lane.product;
  const headers = { 'cf-connecting-ip': connectionAddress(++connections), origin: url };
  const made = await call<{ conversationId: string; token: string }>(`${url}/api/v1/widget/${lane.eventId}/conversations`, {
    headers,
    body: {},
  });
  const socket = await openSocket(
    `${url.replace(/^http/, 'ws')}/api/v1/widget/${lane.eventId}/socket?conversation=${made.conversationId}&locale=en`,
    headers,
  );
  const shown: string[] = [];
  const told: Told = { conversationId: made.conversationId, shown, email: order.email, orderCode: order.code };
  try {
    /** The next message of the agent, or of the system; null when `ends` is seen first. */
    const message = async (ends?: (frame: ToWidget) => boolean) => {
      const author = ends ? 'agent' : 'system';
      const { frame } = await socket.frame<ToWidget>((candidate) => {
        if (candidate.type === 'delta') shown.push(candidate.text);
        return (
          candidate.type === 'problem' ||
          (candidate.type === 'message' && candidate.message.author === author) ||
          (ends?.(candidate) ?? false)
        );
      }, 60_000);
      // What the product does not take, such as an unreadable message, starts nothing.
      if (frame.type !== 'message') return null;
      if (ends) shown.push(JSON.stringify(frame.message));
      return frame.message;
    };
    const ready = socket.frame<ToWidget>((frame) => frame.type === 'ready');
    socket.send({ type: 'hello', token: made.token, lastSeq: 0 });
    await ready;
    let system = message();
    socket.send({ type: 'identify', orderCode: order.code, email: order.email });
    await system;
    const code = await codeOf(order.email);
    system = message();
    socket.send({ type: 'code', code });
    await system;
    for (const [index, text] of words.entries()) {
      // Either the agent answers, or a person was called and the agent is silent from then on.
      const answered = message((frame) => frame.type === 'status' && frame.state === 'waiting');
      socket.send({ type: 'say', id: `story-${made.conversationId}-${index}`, text: text.slice(0, 2000) });
      const said = await answered;
      if (said === null || said.outcome === 'escalated') break;
    }
    return told;
  } finally {
    socket.close();
  }
}
