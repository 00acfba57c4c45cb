import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../worker/core/errors';
import { embeddedModel } from '../../../worker/models/embedded';
import { openAiEmbeddings } from '../../../worker/models/embeddings';
import { failover } from '../../../worker/models/failover';
import { openAiCompatible } from '../../../worker/models/openai-compatible';
import type { ModelRequest, ModelTurn } from '../../../worker/ports/model';
import { type FakeOpenAi, type Step, startFakeOpenAi } from '../../support/fake-openai';
import { aModelRequest } from '../../support/model-request';

let fake: FakeOpenAi | undefined;
const waited: number[] = [];

async function open(steps: Step[], options: { timeoutMs?: number; apiKey?: string } = {}) {
  waited.length = 0;
  fake = await startFakeOpenAi('sk-test');
  fake.script(...steps);
  return openAiCompatible({
    apiKey: options.apiKey ?? 'sk-test',
    baseUrl: fake.url,
    model: 'gpt-4o',
    timeoutMs: options.timeoutMs ?? 5000,
    clock: { now: () => 1_800_000_000_000 },
    sleep: async (ms) => void waited.push(ms),
  });
}

afterEach(async () => {
  await fake?.close();
  fake?.verify();
  fake = undefined;
});

const reply = '{"answer":"At the \\"Old\\" Harbour \\ud83c\\udfee","language":"en","note":null}';
const streamed = (changes: Partial<ModelRequest> = {}) => {
  const pieces: string[] = [];
  return { pieces, request: aModelRequest({ onDelta: (text) => pieces.push(text), ...changes }) };
};

describe('a request to a language model', () => {
  it('has strict tools, a strict reply schema, the temperature and a limit', async () => {
    const model = await open([
      {
        says: { text: reply },
        expects: (body) => {
          expect(body).toMatchObject({ model: 'gpt-4o', temperature: 0.3, max_completion_tokens: 500 });
          expect(body.tools?.[0]?.function).toMatchObject({
            name: 'search_knowledge_base',
            strict: true,
            parameters: { required: ['query', 'language'], additionalProperties: false },
          });
          expect(body.response_format).toMatchObject({ type: 'json_schema', json_schema: { name: 'support_reply', strict: true } });
          expect(body.stream).toBeUndefined();
        },
      },
    ]);
    await model.respond(aModelRequest());
  });

  it('carries the calls of the run and their results', async () => {
    const model = await open([
      {
        says: { text: reply },
        expects: (body) => {
          expect(body.messages.slice(2)).toEqual([
            {
              role: 'assistant',
              content: null,
              tool_calls: [{ id: 'c1', type: 'function', function: { name: 'search_knowledge_base', arguments: '{"query":"venue"}' } }],
            },
            { role: 'tool', tool_call_id: 'c1', content: '{"passages":[]}' },
          ]);
        },
      },
    ]);
    const { messages } = aModelRequest();
    await model.respond(
      aModelRequest({
        messages: [
          ...messages,
          { role: 'assistant', text: '', toolCalls: [{ id: 'c1', name: 'search_knowledge_base', args: { query: 'venue' } }] },
          { role: 'tool', callId: 'c1', text: '{"passages":[]}' },
        ],
      }),
    );
  });
});

describe('a turn of a language model', () => {
  it.each([
    ['whole', false],
    ['streamed', true],
  ])('is its text without the nulls of the strict form: %s', async (_how, stream) => {
    const model = await open([{ says: { text: reply } }]);
    const { request } = streamed();
    const turn = await model.respond(stream ? request : aModelRequest());
    expect(turn).toEqual({
      text: '{"answer":"At the \\"Old\\" Harbour 🏮","language":"en"}',
      toolCalls: [],
      usage: { inputTokens: 11, outputTokens: 7 },
      model: 'gpt-4o-2026',
    } satisfies ModelTurn);
  });

  it('hands on the answer inside the structured reply as it comes', async () => {
    const model = await open([{ says: { text: reply } }]);
    const { pieces, request } = streamed();
    await model.respond(request);
    expect(pieces.join('')).toBe('At the "Old" Harbour 🏮');
    expect(pieces.length).toBeGreaterThan(2);
  });

  it('hands on plain text when no form is asked for', async () => {
    const model = await open([{ says: { text: 'At the Old Harbour.' } }]);
    const { pieces, request } = streamed({ replySchema: undefined });
    expect((await model.respond(request)).text).toBe('At the Old Harbour.');
    expect(pieces.join('')).toBe('At the Old Harbour.');
  });

  it.each([
    ['whole', false],
    ['streamed', true],
  ])('puts tool calls together: %s', async (_how, stream) => {
    const calls = [
      { id: 'a', name: 'search_knowledge_base', arguments: '{"query":"venue","language":null}' },
      { id: 'b', name: 'search_knowledge_base', arguments: '{"query":"parking","language":"en"}' },
    ];
    const model = await open([{ says: { text: 'Let me look.', calls } }]);
    const turn = await model.respond(stream ? streamed({ replySchema: undefined }).request : aModelRequest());
    expect(turn.text).toBe('Let me look.');
    expect(turn.toolCalls).toEqual([
      { id: 'a', name: 'search_knowledge_base', args: { query: 'venue' } },
      { id: 'b', name: 'search_knowledge_base', args: { query: 'parking', language: 'en' } },
    ]);
  });

  it('keeps arguments that are no JSON as they are, for the pipeline to refuse', async () => {
    const model = await open([{ says: { calls: [{ name: 'search_knowledge_base', arguments: '{"query": "ven' }] } }]);
    expect((await model.respond(aModelRequest())).toolCalls[0]?.args).toBe('{"query": "ven');
  });

  it('gives every call an id of its own', async () => {
    const model = await open([
      {
        says: {
          calls: [
            { id: '', name: 'x', arguments: '{}' },
            { id: 'same', name: 'x', arguments: '' },
            { id: 'same', name: 'x', arguments: '{}' },
          ],
        },
      },
    ]);
    const { toolCalls } = await model.respond(aModelRequest());
    expect(new Set(toolCalls.map((call) => call.id)).size).toBe(3);
  });

  it('estimates tokens that the endpoint does not count', async () => {
    const model = await open([{ says: { text: reply, usage: null } }]);
    const { usage } = await model.respond(aModelRequest());
    expect(usage.inputTokens).toBeGreaterThan(5);
    expect(usage.outputTokens).toBeGreaterThan(5);
  });
});

const error = (status: number, body: object = {}, headers: Record<string, string> = {}): Step => ({
  fault: { when: 'before', status, headers, body: JSON.stringify({ error: body }) },
});

describe('an endpoint that is busy or breaks', () => {
  it.each([
    ['429 with seconds', error(429, {}, { 'retry-after': '2' }), [2000]],
    ['500', error(500), [500]],
    ['503 of a gateway', { fault: { when: 'before', status: 503, body: '<html>' } } satisfies Step, [500]],
    ['a reset connection', { fault: { when: 'before', fail: 'reset' } } satisfies Step, [500]],
  ])('is asked again after %s', async (_what, step, waits) => {
    const model = await open([step, { says: { text: reply } }]);
    expect((await model.respond(aModelRequest())).model).toBe('gpt-4o-2026');
    expect(waited).toEqual(waits);
  });

  it.each([
    ['500 three times', [error(500), error(502), error(503)], 'upstream'],
    ['429 three times', [error(429), error(429), error(429)], 'rate_limited'],
    ['a wait that is longer than the limit', [error(429, {}, { 'retry-after': '60' })], 'rate_limited'],
    ['an account without quota', [error(429, { code: 'insufficient_quota', message: 'x' })], 'rate_limited'],
    ['a wrong model', [error(404, { message: 'The model does not exist' })], 'upstream'],
    ['a request that it refuses', [error(400, { message: 'bad', code: 'content_policy_violation' })], 'upstream'],
    ['a page instead of an answer', [{ fault: { when: 'after', fail: 'garbage' } }], 'upstream'],
    ['an answer without choices', [{ fault: { when: 'after', status: 200, body: '{}' } }], 'upstream'],
    ['an empty answer', [{ says: { text: ' ' } }], 'upstream'],
    ['an answer cut at its limit', [{ says: { text: '{"answer":"At', finish: 'length' } }], 'upstream'],
    ['an answer held back', [{ says: { text: 'x', finish: 'content_filter' } }], 'upstream'],
    ['a refusal', [{ says: { refusal: 'I cannot help with that' } }], 'upstream'],
  ] as [string, Step[], string][])('fails with a code of ours: %s', async (_what, steps, code) => {
    const model = await open(steps);
    const failure = await model.respond(aModelRequest()).catch((caught: unknown) => caught);
    expect(failure).toBeInstanceOf(AppError);
    expect(failure).toMatchObject({ code });
    expect(waited.length).toBe(Math.max(0, steps.length - 1));
  });

  it('fails when it does not answer in time, also in the middle of a stream', async () => {
    const slow = await open([{ fault: { when: 'after', fail: 'hang' } }], { timeoutMs: 120 });
    await expect(slow.respond(aModelRequest())).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('fails with a wrong key', async () => {
    const model = await open([], { apiKey: 'sk-other' });
    await expect(model.respond(aModelRequest())).rejects.toMatchObject({ code: 'upstream', options: { facts: { status: 401 } } });
  });

  it.each(['reset', 'end', 'garbage'] as const)(
    'fails, and is not asked again, when a stream that was shown breaks off by %s',
    async (by) => {
      const model = await open([{ says: { text: reply }, streamBreaks: { after: 5, by } }]);
      const { pieces, request } = streamed();
      await expect(model.respond(request)).rejects.toMatchObject({ code: expect.stringMatching(/upstream|unavailable/) });
      expect(pieces.join('')).toMatch(/^At the/);
    },
  );

  it.each(['reset', 'end', 'garbage'] as const)('hands over to the embedded model when a stream breaks off by %s', async (by) => {
    const primary = await open([{ says: { text: reply }, streamBreaks: { after: 5, by } }]);
    const model = failover(primary, embeddedModel(), { clock: { now: () => 0 }, limitMs: 5000 });
    const turn = await model.respond(streamed().request);
    expect(turn).toMatchObject({ model: 'embedded', fallback: expect.stringContaining('language model') });
  });
});

describe('an endpoint that speaks an older dialect', () => {
  const complaint = (param: string) => error(400, { message: `Unsupported parameter: '${param}'`, param, type: 'invalid_request_error' });

  it('is spoken to in it from then on', async () => {
    const older = (body: { max_tokens?: number; temperature?: number }) => {
      expect(body).toMatchObject({ max_tokens: 500 });
      expect(body).not.toHaveProperty('temperature');
    };
    const model = await open([
      complaint('max_completion_tokens'),
      complaint('temperature'),
      { says: { text: reply }, expects: older },
      { says: { text: reply }, expects: older },
    ]);
    await model.respond(aModelRequest());
    await model.respond(aModelRequest());
    expect(waited).toEqual([]);
  });

  it.each([
    ['strict', (body: { tools?: { function: { strict?: boolean } }[] }) => expect(body.tools?.[0]?.function.strict).toBeUndefined()],
    ['response_format', (body: object) => expect(body).not.toHaveProperty('response_format')],
  ])('does without %s', async (param, expects) => {
    const model = await open([complaint(param), { says: { text: reply }, expects }]);
    await model.respond(aModelRequest());
  });

  it('gets no stream options when it does not know them', async () => {
    const model = await open([
      complaint('stream_options'),
      { says: { text: reply }, expects: (body) => expect(body.stream_options).toBeUndefined() },
    ]);
    const { pieces, request } = streamed();
    await model.respond(request);
    expect(pieces.join('')).toContain('Harbour');
  });
});

describe('embeddings of an OpenAI-compatible endpoint', () => {
  const embeddings = (dimensions: number) =>
    openAiEmbeddings({ apiKey: 'sk-test', baseUrl: fake?.url ?? '', model: 'text-embedding-3-small', dimensions, timeoutMs: 5000 });

  it('come in the order of the texts, in batches', async () => {
    await open([]);
    const vectors = await embeddings(3).embed(Array.from({ length: 70 }, (_, i) => 'x'.repeat(i + 1)));
    expect(vectors.map(([length]) => length)).toEqual(Array.from({ length: 70 }, (_, i) => i + 1));
    expect(fake?.requests).toHaveLength(2);
  });

  it('are refused when they have another length than the index', async () => {
    await open([]);
    await expect(embeddings(4).embed(['x'])).rejects.toMatchObject({
      code: 'upstream',
      message: expect.stringContaining('EMBEDDINGS_DIMENSIONS'),
    });
  });
});
