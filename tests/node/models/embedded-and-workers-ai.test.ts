import { describe, expect, it } from 'vitest';
import type { SupportDecision } from '../../../worker/core/embedded-model/types';
import { embeddedModel } from '../../../worker/models/embedded';
import { workersAiEmbeddings } from '../../../worker/models/embeddings';
import { workersAi } from '../../../worker/models/workers-ai';
import { aModelRequest, aSupportInput } from '../../support/model-request';

describe('the embedded model behind the port', () => {
  const call = {
    kind: 'call',
    calls: [{ name: 'search_knowledge_base', args: { query: 'venue' } }],
    reason: 'a question',
  } satisfies SupportDecision;

  it('decides on the situation and numbers its calls through the run', async () => {
    const earlier = { tool: 'lookup_ticket', status: 'verification_required' } as const;
    const input = aSupportInput({ locale: 'de', results: [earlier] });
    const model = embeddedModel((given) => {
      expect(given).toBe(input);
      return call;
    });
    const turn = await model.respond(aModelRequest({ situation: { kind: 'support', input } }));
    expect(turn).toEqual({
      text: 'a question',
      toolCalls: [{ id: 'call_1', name: 'search_knowledge_base', args: { query: 'venue' } }],
      usage: { inputTokens: 0, outputTokens: 0 },
      model: 'embedded',
    });
  });

  it('gives its whole reply as JSON and hands on the answer', async () => {
    const pieces: string[] = [];
    const turn = await embeddedModel().respond(
      aModelRequest({
        situation: { kind: 'support', input: aSupportInput({ turns: [{ from: 'attendee', text: 'hello' }] }) },
        onDelta: (text) => pieces.push(text),
      }),
    );
    expect(turn.toolCalls).toEqual([]);
    expect(JSON.parse(turn.text)).toMatchObject({ kind: 'reply', answer: pieces.join(''), language: 'en' });
  });

  it('searches before it answers a question', async () => {
    const turn = await embeddedModel().respond(aModelRequest());
    expect(turn.toolCalls.map((made) => made.name)).toEqual(['search_knowledge_base']);
  });
});

type Inputs = { messages: { role: string; content: string }[]; tools?: unknown[]; response_format?: unknown; max_tokens: number };

function workers(answer: unknown, seen: Inputs[] = []) {
  const ai = {
    async run(_model: string, inputs: Record<string, unknown>): Promise<unknown> {
      seen.push(inputs as Inputs);
      if (answer instanceof Error) throw answer;
      return answer === 'never' ? new Promise(() => undefined) : answer;
    },
  };
  return workersAi({ ai, model: '@cf/meta/llama-3.3-70b-instruct-fp8-fast', timeoutMs: 50 });
}

const usage = { prompt_tokens: 3, completion_tokens: 4 };

describe('a language model of Workers AI', () => {
  it.each([
    ['an older model', { response: '', tool_calls: [{ name: 'search_knowledge_base', arguments: { query: 'venue' } }], usage }],
    [
      'a newer model',
      {
        choices: [
          {
            message: {
              content: null,
              tool_calls: [{ id: 'call_0', type: 'function', function: { name: 'search_knowledge_base', arguments: '{"query":"venue"}' } }],
            },
            finish_reason: 'tool_calls',
          },
        ],
        usage,
      },
    ],
  ])('calls tools: %s', async (_which, answer) => {
    const turn = await workers(answer).respond(aModelRequest());
    expect(turn.toolCalls).toEqual([{ id: 'call_0', name: 'search_knowledge_base', args: { query: 'venue' } }]);
    expect(turn.usage).toEqual({ inputTokens: 3, outputTokens: 4 });
  });

  it.each([
    ['text', { response: '{"answer":"At the harbour","language":"en","note":null}' }],
    ['fenced text', { response: '```json\n{"answer":"At the harbour","language":"en"}\n```' }],
    ['data', { response: { answer: 'At the harbour', language: 'en' } }],
    ['a choice', { choices: [{ message: { content: '{"answer":"At the harbour","language":"en"}' } }] }],
  ])('replies in the agreed form as %s', async (_how, answer) => {
    const pieces: string[] = [];
    const turn = await workers(answer).respond(aModelRequest({ onDelta: (text) => pieces.push(text) }));
    expect(JSON.parse(turn.text)).toEqual({ answer: 'At the harbour', language: 'en' });
    expect(pieces.join('')).toBe('At the harbour');
  });

  it('is asked for the form in words while there are tools, and by schema otherwise', async () => {
    const seen: Inputs[] = [];
    const model = workers({ response: '{"answer":"x"}' }, seen);
    await model.respond(aModelRequest());
    await model.respond(aModelRequest({ tools: [] }));
    expect(seen[0]).not.toHaveProperty('response_format');
    expect(seen[0]?.messages.at(-1)?.content).toContain('JSON only');
    expect(seen[1]).toMatchObject({ max_tokens: 500, response_format: { type: 'json_schema' } });
    expect(seen[1]).not.toHaveProperty('tools');
  });

  it.each([
    ['is not there in a local run', new Error('Binding AI needs to be run remotely'), 'unavailable'],
    ['is over its capacity', new Error('3040: Capacity temporarily exceeded'), 'rate_limited'],
    ['breaks', new Error('5006: inference failed'), 'upstream'],
    ['says nothing', { response: '' }, 'upstream'],
    ['answers rubbish', 'pardon?', 'upstream'],
    ['never answers', 'never', 'unavailable'],
  ])('fails with a code of ours when it %s', async (_what, answer, code) => {
    await expect(workers(answer).respond(aModelRequest())).rejects.toMatchObject({ code });
  });
});

describe('embeddings of Workers AI', () => {
  const ai = {
    run: async (_model: string, inputs: Record<string, unknown>) => ({ data: (inputs.text as string[]).map((text) => [text.length, 1]) }),
  };

  it('come one for each text', async () => {
    const embeddings = workersAiEmbeddings({ ai, model: '@cf/baai/bge-m3', dimensions: 2, timeoutMs: 1000 });
    expect(await embeddings.embed(['a', 'bcd'])).toEqual([
      [1, 1],
      [3, 1],
    ]);
    expect(await embeddings.embed([])).toEqual([]);
  });
});
