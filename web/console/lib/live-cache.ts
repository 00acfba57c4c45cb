import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Import } from '../../../worker/contract/attendees';
import type { Conversation, ConversationRow, Message } from '../../../worker/contract/conversations';
import type { ToConsole } from '../../../worker/contract/live';
import type { ActivityRow, Approval } from '../../../worker/contract/work';
import type { ReadKey } from './address';

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}
type Query = Record<string, unknown>;

/** Puts `item` where its older self stands, else first; one that carries an older version than is known changes nothing. Pure. */
export function upsert<T extends { id: string; version?: number }>(
  data: InfiniteData<Page<T>>,
  item: T,
  mayEnter: boolean,
): InfiniteData<Page<T>> {
  const known = data.pages.flatMap((page) => page.items).find((other) => other.id === item.id);
  if (known ? isOlder(item, known) : !mayEnter) return data;
  const pages = data.pages.map((page, index) => {
    if (known) return { ...page, items: page.items.map((other) => (other.id === item.id ? item : other)) };
    return index === 0 ? { ...page, items: [item, ...page.items] } : page;
  });
  return { ...data, pages };
}

/** The answer to a decision may arrive after the frame which says that it has been carried out. */
const isOlder = (item: { version?: number }, known: { version?: number }) => (item.version ?? 0) < (known.version ?? 0);

/** Adds a message in order, once. Pure. */
export function withMessage(conversation: Conversation, message: Message): Conversation {
  const others = conversation.messages.filter((other) => other.id !== message.id);
  return { ...conversation, messages: [...others, message].sort((a, b) => a.seq - b.seq) };
}

const fits = (query: Query, name: string, value: string) => query[name] === undefined || query[name] === value;

/** Writes what a frame says into the query cache; what a frame only hints at is read again. */
export function applyFrame(client: QueryClient, eventId: string, frame: ToConsole): void {
  const lists = <T extends { id: string }>(key: ReadKey, item: T, mayEnter: (query: Query) => boolean) => {
    for (const [queryKey] of client.getQueriesData({ predicate: ({ queryKey }) => isOf(queryKey, key, eventId) })) {
      const query = inputOf(queryKey).query ?? {};
      client.setQueryData<InfiniteData<Page<T>>>(queryKey, (data) => data && upsert(data, item, mayEnter(query)));
    }
    readOnceMore(client, ({ queryKey }) => isOf(queryKey, key, eventId));
  };
  const again = (...keys: ReadKey[]) => {
    for (const key of keys) void client.invalidateQueries({ predicate: ({ queryKey }) => isOf(queryKey, key, eventId) });
  };
  switch (frame.type) {
    case 'hello':
      // Frames may have been missed while the line was down.
      void client.invalidateQueries({ predicate: ({ queryKey }) => inputOf(queryKey).params?.eventId === eventId });
      return;
    case 'approval':
      lists<Approval>('GET /events/{eventId}/approvals', frame.approval, (query) => fits(query, 'state', frame.approval.state));
      client.setQueryData<Approval>(
        ['GET /events/{eventId}/approvals/{approvalId}', { params: { eventId, approvalId: frame.approval.id } }],
        (old) => (old && isOlder(frame.approval, old) ? old : frame.approval),
      );
      return;
    case 'conversation':
      lists<ConversationRow>(
        'GET /events/{eventId}/conversations',
        frame.conversation,
        (query) => !query.q && fits(query, 'state', frame.conversation.state),
      );
      setConversation(client, eventId, frame.conversation.id, (old) => ({ ...old, ...frame.conversation }));
      return;
    case 'message':
      setConversation(client, eventId, frame.conversationId, (old) => withMessage(old, frame.message));
      return;
    case 'activity':
      lists<ActivityRow>(
        'GET /events/{eventId}/activities',
        frame.activity,
        (query) =>
          fits(query, 'agent', frame.activity.agent) &&
          fits(query, 'type', frame.activity.activityType) &&
          fits(query, 'status', frame.activity.status),
      );
      again('GET /events/{eventId}/activities/{activityId}', 'GET /events/{eventId}/commands');
      return;
    case 'import':
      lists<Import>('GET /events/{eventId}/imports', frame.import, () => true);
      client.setQueryData(['GET /events/{eventId}/imports/{importId}', { params: { eventId, importId: frame.import.id } }], frame.import);
      if (frame.import.state === 'done') {
        again('GET /events/{eventId}/attendees', 'GET /events/{eventId}/prospects');
        void client.invalidateQueries({ queryKey: ['GET /companies'] });
      }
      return;
    case 'documents':
      again('GET /events/{eventId}/documents', 'GET /events/{eventId}/documents/{documentId}');
      return;
    case 'sales':
      void client.invalidateQueries({ predicate: ({ queryKey }) => tellsOfSales(queryKey, frame.what, eventId) });
      return;
    case 'delta':
    case 'pong':
      return;
  }
}

type SalesThing = Extract<ToConsole, { type: 'sales' }>['what'];

/** Which readings something of sales may have changed. Companies belong to the organization, all else to an event. */
const salesReadings: Record<SalesThing, ReadKey[]> = {
  company: ['GET /companies', 'GET /companies/{companyId}', 'GET /companies/duplicates', 'GET /events/{eventId}/prospects'],
  deal: [
    'GET /events/{eventId}/deals',
    'GET /events/{eventId}/prospects',
    'GET /events/{eventId}/packages',
    'GET /events/{eventId}/sales/calibration',
  ],
  campaign: ['GET /events/{eventId}/campaigns', 'GET /events/{eventId}/campaigns/{campaignId}'],
  reply: [
    'GET /events/{eventId}/replies',
    'GET /events/{eventId}/replies/{messageId}',
    'GET /events/{eventId}/campaigns',
    'GET /events/{eventId}/campaigns/{campaignId}',
  ],
  meeting: ['GET /events/{eventId}/meetings', 'GET /events/{eventId}/deals'],
  proposal: ['GET /events/{eventId}/proposals', 'GET /events/{eventId}/proposals/{proposalId}'],
};
const story: ReadKey = 'GET /events/{eventId}/companies/{companyId}/story';

function tellsOfSales(queryKey: readonly unknown[], what: SalesThing, eventId: string): boolean {
  const of = inputOf(queryKey).params?.eventId;
  if (of !== undefined && of !== eventId) return false;
  return queryKey[0] === story || salesReadings[what].some((key) => key === queryKey[0]);
}

function setConversation(client: QueryClient, eventId: string, conversationId: string, change: (old: Conversation) => Conversation): void {
  const key = ['GET /events/{eventId}/conversations/{conversationId}', { params: { eventId, conversationId } }];
  client.setQueryData<Conversation>(key, (old) => old && change(old));
  readOnceMore(client, ({ queryKey }) => isOf(queryKey, 'GET /events/{eventId}/conversations/{conversationId}', eventId));
}

/** What is being read while a frame arrives may have left the server before it and would cover it: it is read again. */
function readOnceMore(client: QueryClient, predicate: (query: { queryKey: readonly unknown[] }) => boolean): void {
  for (const query of client.getQueryCache().findAll({ predicate, fetchStatus: 'fetching' })) {
    const again = () => void client.invalidateQueries({ queryKey: query.queryKey, exact: true });
    if (query.state.data === undefined) query.promise?.then(again, () => undefined);
    else again();
  }
}

function isOf(queryKey: readonly unknown[], key: ReadKey, eventId: string): boolean {
  return queryKey[0] === key && inputOf(queryKey).params?.eventId === eventId;
}

/** Holds because `useRead` and `usePages` put the input of the call second into every key. */
function inputOf(queryKey: readonly unknown[]): { params?: Record<string, string>; query?: Query } {
  return (queryKey[1] ?? {}) as { params?: Record<string, string>; query?: Query };
}
