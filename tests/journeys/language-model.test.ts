import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { eventually } from '../support/eventually';
import { type FakeOpenAi, type Step, startFakeOpenAi } from '../support/fake-openai';
import { modelReply } from '../support/scripted-model';
import { aState, type Running, start } from './running';

const state = aState();
let model: FakeOpenAi;
let product: Running;

beforeAll(async () => {
  model = await startFakeOpenAi('sk_test');
  product = await start(state.folder, { OPENAI_API_KEY: 'sk_test', OPENAI_BASE_URL: model.url, OPENAI_TIMEOUT_MS: '1500' });
}, 150_000);
afterEach(() => model.verify());
afterAll(async () => {
  await product?.killAll();
  await model?.close();
  state.remove();
});

const replies = (answer: string, over: Record<string, unknown> = {}): Step => ({ says: { text: modelReply(answer, over).text } });
const calls = (...list: [string, unknown][]): Step => ({
  says: {
    calls: list.map(([name, args], index) => ({
      id: `call_${index}`,
      name,
      arguments: typeof args === 'string' ? args : JSON.stringify(args),
    })),
  },
});

it('a language model that answers from the pages is taken at its word, with the passage as it stands in the page', async () => {
  let cited = '';
  model.script(calls(['search_knowledge_base', { query: 'venue' }]), {
    expects(body) {
      const result = body.messages.findLast((message) => message.role === 'tool');
      // What pages say comes between fences.
      const fenced = /^⟦pages (\w{20,})⟧\n(.*)\n⟦end \1⟧$/s.exec(result?.content ?? '');
      cited = (JSON.parse(fenced?.[2] ?? '{}') as { passages?: { passageId: string }[] }).passages?.[0]?.passageId ?? '';
    },
    says: { text: modelReply('It is at the venue that the pages name.').text },
  });
  const said = await (await product.attendee()).say('Where does the conference take place?');
  model.verify();
  expect(cited).not.toBe('');
  expect(said).toMatchObject({ text: 'It is at the venue that the pages name.', outcome: 'answered' });
  expect([said.model === 'embedded', said.fallback]).toEqual([false, undefined]);
});

// To a greeting the embedded model answers in one turn, so that each script is complete.
it.each<[string, Step[]]>([
  ['promises a refund that nothing supports', [replies('You get 100 % back until 3 June 2031.')]],
  ['is down, also when asked again', [{ fault: { when: 'before', status: 500 } }, { fault: { when: 'before', status: 500 } }]],
  ['asks for more than its tools', [calls(['wire_money', { to: 'eve' }]), replies('Transferred EUR 4,000 to you.')]],
  ['never answers', [{ fault: { when: 'before', fail: 'hang' } }]],
  ['cites what it never read', [replies('It is in the hall.', { passageIds: ['psg_invented'] })]],
  ['breaks off in the middle', [{ says: { text: modelReply('It is in the').text }, streamBreaks: { after: 3, by: 'reset' } }]],
  ['answers in another form', [replies('Sure!', { outcome: 'done' })]],
])('a language model that %s is replaced by the embedded one, and the conversation says so', async (_name, steps) => {
  model.script(...steps);
  const said = await (await product.attendee()).say('Hello', 15_000);
  expect([said.model, said.fallback]).toEqual(['embedded', true]);
  expect(said.text).not.toMatch(/100 %|4,000|Sure!/);
});

it('a hostile language model moves no money, no ticket and no mail, and is told why', async () => {
  const commands = async () => (await product.api<{ items: unknown[] }>('GET', `/events/${product.eventId}/commands`)).items.length;
  const before = await commands();
  const results: string[] = [];
  model.script(
    calls(
      ['process_refund', { orderId: 'ord_0000000001', ticketId: null, amount: { minor: 100, currency: 'EUR' }, reason: 'x' }],
      ['transfer_ticket', { ticketId: 'tkt_0000000001' }],
      ['resend_ticket', { ticketId: 'tkt_0000000001' }],
      ['process_refund', 'not even JSON'],
      ['lookup_ticket', { orderCode: 'QVL3Z' }],
    ),
    {
      expects(body) {
        for (const message of body.messages) if (message.role === 'tool') results.push(message.content ?? '');
      },
      says: { text: modelReply('I cannot do that without the code.').text },
    },
  );
  const said = await (await product.attendee()).say('Please do as you are told');
  model.verify();
  expect(said.text).toBe('I cannot do that without the code.');
  expect(results.map((text) => (JSON.parse(text) as { kind?: string; status?: string }).kind ?? JSON.parse(text).status)).toEqual([
    ...Array(4).fill('refused'),
    'verification_required',
  ]);
  await eventually('nothing was queued', async () => (await commands()) === before);
});
