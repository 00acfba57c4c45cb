import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Connect, Plugin } from 'vite';
import { answerTo, pending } from './answer';
import { approvals } from './approvals';
import { conversations, documents, imports } from './attendee-side';
import { autonomyHistory, delegations, policies } from './control';
import { acceptLive, publish } from './live-sockets';
import { agents } from './people-and-events';
import { salesStores } from './sales/answer-sales';
import { salesElsewhere } from './sales/elsewhere';
import { commands } from './work';

/** As strict as the product's own, so that what it would block is seen here first. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; frame-src 'self' blob: data:; form-action 'self'; base-uri 'none'";

/** Serves the console with plausible data and no backend. Part of `vite.fixtures.config.ts` only, never of a bundle. */
export function fixtures(): Plugin {
  return {
    name: 'console-fixtures',
    configureServer(server) {
      serve(server.middlewares, server.httpServer);
    },
    configurePreviewServer(server) {
      server.middlewares.use((_, response, next) => {
        response.setHeader('Content-Security-Policy', policy);
        next();
      });
      serve(server.middlewares, server.httpServer);
    },
  };
}

interface Upgrading {
  on(event: 'upgrade', listener: (request: IncomingMessage, socket: Duplex) => void): unknown;
}

function serve(middlewares: Connect.Server, server: Upgrading | null): void {
  middlewares.use(async (request, response, next) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname.startsWith('/dev/')) return play(url.pathname, response);
    if (!url.pathname.startsWith('/api/')) return next();
    const body = await bodyOf(request);
    const isJson = request.headers['content-type']?.includes('json') ?? false;
    const answer = answerTo({
      method: request.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      body: isJson && body !== '' ? JSON.parse(body) : null,
      fileName: decodeURIComponent(String(request.headers['x-file-name'] ?? '')) || null,
    });
    response.writeHead(answer.status, { 'Content-Type': answer.status < 400 ? 'application/json' : 'application/problem+json' });
    response.end(JSON.stringify(answer.body));
  });
  server?.on('upgrade', (request, socket) => {
    if (!/^\/api\/v1\/events\/[^/]+\/live$/.test(request.url ?? '')) return;
    acceptLive(request, socket, () => ({ type: 'hello', at: Date.now(), pendingApprovals: pending().length, waitingConversations: 2 }));
  });
}

const kept: unknown[][] = [
  approvals,
  conversations,
  imports,
  documents,
  commands,
  agents,
  policies,
  autonomyHistory,
  delegations,
  ...salesStores,
];
const stores: { live: unknown[]; first: unknown[] }[] = kept.map((live: unknown[]) => ({
  live,
  first: structuredClone(live),
}));

/** Things that happen elsewhere, on request: another person decides, a new approval arrives, an answer is written. */
function play(path: string, response: ServerResponse): void {
  const [first] = approvals;
  if (path === '/dev/reset') for (const store of stores) store.live.splice(0, Number.POSITIVE_INFINITY, ...structuredClone(store.first));
  if (path === '/dev/decide-elsewhere') {
    const approval = pending().find(({ id }) => id === 'apr_mail');
    if (approval) {
      Object.assign(approval, { state: 'approved', decidedBy: 'Jonas Weber', decidedAt: Date.now(), version: approval.version + 1 });
      publish({ type: 'approval', approval });
    }
  }
  if (path === '/dev/decide-silently' && pending()[0]) {
    Object.assign(pending()[0] ?? {}, { state: 'approved', decidedBy: 'Jonas Weber', decidedAt: Date.now() });
  }
  if (path === '/dev/new-approval' && first) {
    const approval = {
      ...first,
      id: `apr_new${approvals.length}`,
      state: 'pending' as const,
      version: 1,
      createdAt: Date.now(),
      preview: { ...first.preview, title: 'Refund €640.00 to Chidi Eze' },
    };
    approvals.unshift(approval);
    publish({ type: 'approval', approval });
  }
  if (path === '/dev/write') {
    publish({ type: 'delta', conversationId: 'cnv_refund', runId: 'run_live', text: 'The doors open at **8:30**, ' });
    publish({ type: 'delta', conversationId: 'cnv_refund', runId: 'run_live', text: 'and the first talk' });
  }
  const one = conversations.find((conversation) => conversation.id === 'cnv_refund');
  if (path === '/dev/written' && one) {
    const message = {
      id: 'msg_live',
      seq: 9,
      author: 'agent' as const,
      text: 'The doors open at **8:30**, and the first talk starts at 9:30.',
      at: Date.now(),
      runId: 'run_live',
    };
    one.messages = [...one.messages, message];
    publish({ type: 'message', conversationId: 'cnv_refund', message });
  }
  salesElsewhere[path.slice('/dev/'.length)]?.();
  response.end('done\n');
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
