import { type InfiniteData, QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, test, vi } from 'vitest';
import { editedInput } from '../../../web/console/features/approvals/edit-input';
import { applyFrame, upsert, withMessage } from '../../../web/console/lib/live-cache';
import { reconnectDelayMs } from '../../../web/console/lib/reconnect-delay';
import type { Conversation, Message } from '../../../worker/contract/conversations';
import type { Approval } from '../../../worker/contract/work';

const approval = (id: string, more: Partial<Approval> = {}): Approval => ({
  id,
  agent: 'support',
  runId: 'run_1',
  conversationId: null,
  tool: 'process_refund',
  effect: 'money',
  input: { amount: { minor: 5000, currency: 'EUR' }, note: 'Sorry', orderId: 'ord_1' },
  preview: { title: 'Refund', lines: [] },
  verdict: { kind: 'ask', rule: 'r', reason: '', facts: {} },
  reasoning: '',
  evidence: [],
  risk: { score: 1, parts: {} },
  editable: [
    { field: 'amount', label: 'Amount', kind: 'money' },
    { field: 'note', label: 'Note', kind: 'multiline' },
  ],
  state: 'pending',
  version: 1,
  hash: '',
  content: [],
  changes: [],
  required: { quorum: 1, needed: 1, role: 'organizer', people: null, rule: '', problem: null },
  votes: [],
  deciders: [],
  mayDecide: null,
  whyNot: null,
  requestedBy: null,
  reminders: { sent: 0, nextAt: null },
  decidedBy: null,
  decidedAt: null,
  decisionReason: null,
  outcome: null,
  createdAt: 0,
  expiresAt: 0,
  ...more,
});
type List = InfiniteData<{ items: Approval[]; nextCursor: string | null }>;
const pages = (...items: Approval[]): List => ({ pages: [{ items, nextCursor: null }], pageParams: [null] });
const keyOf = (eventId: string, state?: string) => [
  'GET /events/{eventId}/approvals',
  { params: { eventId }, query: state ? { state } : {} },
];

describe('an approval that arrives live', () => {
  test('enters the lists of its event that it fits, first, and no other', () => {
    const client = new QueryClient();
    const keys = [keyOf('evt_1', 'pending'), keyOf('evt_1'), keyOf('evt_1', 'rejected'), keyOf('evt_2', 'pending')];
    for (const key of keys) client.setQueryData(key, pages(approval('old')));
    applyFrame(client, 'evt_1', { type: 'approval', approval: approval('new') });
    const shown = keys.map((key) => client.getQueryData<List>(key)?.pages[0]?.items.map((item) => item.id));
    expect(shown).toEqual([['new', 'old'], ['new', 'old'], ['old'], ['old']]);
  });

  test('stays in its place when somebody decides it, so that the card can say who', () => {
    const client = new QueryClient();
    client.setQueryData(keyOf('evt_1', 'pending'), pages(approval('a'), approval('b')));
    applyFrame(client, 'evt_1', { type: 'approval', approval: approval('b', { state: 'rejected', decidedBy: 'Jonas' }) });
    expect(client.getQueryData<List>(keyOf('evt_1', 'pending'))?.pages[0]?.items.map((item) => [item.id, item.decidedBy])).toEqual([
      ['a', null],
      ['b', 'Jonas'],
    ]);
  });

  test('changes nothing when what is shown is newer, as when the answer to a decision comes after its outcome', () => {
    const client = new QueryClient();
    client.setQueryData(keyOf('evt_1', 'pending'), pages(approval('a', { version: 3, state: 'executed' })));
    applyFrame(client, 'evt_1', { type: 'approval', approval: approval('a', { version: 2, state: 'approved' }) });
    expect(client.getQueryData<List>(keyOf('evt_1', 'pending'))?.pages[0]?.items[0]?.state).toBe('executed');
  });

  test('changes nothing where it neither stands nor may enter', () => {
    const before = pages(approval('a'));
    expect(upsert(before, approval('b'), false)).toBe(before);
  });
});

test('a message that arrives while the conversation is being read is not covered by what was read before it', async () => {
  const client = new QueryClient();
  const queryKey = ['GET /events/{eventId}/conversations/{conversationId}', { params: { eventId: 'evt_1', conversationId: 'cnv_1' } }];
  const message: Message = { id: 'm1', seq: 1, author: 'attendee', text: 'Nuts', at: 1 };
  const answers: ((conversation: Conversation) => void)[] = [];
  const observer = new QueryObserver<Conversation>(client, {
    queryKey,
    queryFn: () => new Promise<Conversation>((resolve) => answers.push(resolve)),
  });
  const stop = observer.subscribe(() => undefined);
  const withinMs = 10_000;
  const conversation = (...messages: Message[]) => ({ id: 'cnv_1', messages }) as Conversation;
  const shown = () => client.getQueryData<Conversation>(queryKey)?.messages.map(({ text }) => text);

  applyFrame(client, 'evt_1', { type: 'message', conversationId: 'cnv_1', message });
  answers[0]?.(conversation());
  await vi.waitFor(() => expect(answers).toHaveLength(2), withinMs);
  applyFrame(client, 'evt_1', { type: 'message', conversationId: 'cnv_1', message });
  await vi.waitFor(() => expect(answers).toHaveLength(3), withinMs);
  answers[1]?.(conversation());
  expect(shown()).toEqual(['Nuts']);
  answers[2]?.(conversation(message));
  await vi.waitFor(() => expect(client.isFetching()).toBe(0), withinMs);
  expect(shown()).toEqual(['Nuts']);
  stop();
});

test('a message that comes twice or late stands once and in order', () => {
  const message = (seq: number): Message => ({ id: `m${seq}`, seq, author: 'agent', text: '', at: seq });
  const conversation = { messages: [message(1), message(3)] } as Conversation;
  const after = withMessage(withMessage(conversation, message(2)), message(2));
  expect(after.messages.map((one) => one.seq)).toEqual([1, 2, 3]);
});

describe('an edited approval', () => {
  test('sends declared fields that differ, amounts in minor units, and nothing else', () => {
    const drafts = { amount: '12,50', note: 'Sorry', orderId: 'ord_2' };
    expect(editedInput(approval('a'), drafts)).toEqual({ input: { amount: { minor: 1250, currency: 'EUR' } }, problems: {} });
  });

  test('names the field that cannot be read', () => {
    expect(editedInput(approval('a'), { amount: 'all of it' })).toEqual({
      input: {},
      problems: { amount: 'Enter an amount such as 12.50' },
    });
  });
});

test('reconnecting waits longer each time, never longer than half a minute, and not all browsers alike', () => {
  expect([0, 1, 2, 20].map((attempt) => reconnectDelayMs(attempt, 0))).toEqual([500, 1000, 2000, 30_000]);
  expect(reconnectDelayMs(2, 1)).toBe(1000);
});
