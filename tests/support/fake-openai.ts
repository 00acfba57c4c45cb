import { expect } from 'vitest';
import { contractErrors } from './contracts';
import { answerJson, type Fault, type Loopback, listen, misbehave, type Received } from './loopback';

interface Said {
  text?: string;
  calls?: { id?: string; name: string; arguments: string }[];
  finish?: string;
  refusal?: string;
  /** Left out of the answer when null. */
  usage?: { prompt_tokens: number; completion_tokens: number } | null;
}

/** One request that is expected, what it must hold, and what comes back. */
export type Step = { expects?: (body: ChatBody) => void } & (
  | { says: Said }
  | { fault: Fault }
  /** A stream that ends after so many pieces without saying that it is done, or with a line that is no JSON. */
  | { says: Said; streamBreaks: { after: number; by: 'reset' | 'end' | 'garbage' } }
);

export interface ChatBody {
  model: string;
  messages: { role: string; content: string | null; tool_calls?: { id: string }[]; tool_call_id?: string }[];
  tools?: { function: { name: string; strict?: boolean; parameters: Record<string, unknown> } }[];
  response_format?: { type: string; json_schema: { strict?: boolean; schema: Record<string, unknown> } };
  stream?: boolean;
  stream_options?: object;
  temperature?: number;
  max_completion_tokens?: number;
  max_tokens?: number;
}

export interface FakeOpenAi extends Loopback {
  script(...steps: Step[]): void;
  requests: Received[];
  /** Fails the test on an unexpected request, a step that was not used, or a request against the vendor's schema. */
  verify(): void;
}

/** An endpoint of OpenAI's wire format on loopback that follows a script. Base address: `url`, without `/v1`. */
export async function startFakeOpenAi(apiKey: string): Promise<FakeOpenAi> {
  const steps: Step[] = [];
  const requests: Received[] = [];
  const complaints: string[] = [];

  const server = await listen((request, response) => {
    requests.push(request);
    if (request.headers.authorization !== `Bearer ${apiKey}`)
      return answerJson(response, 401, {
        error: { message: 'Incorrect API key provided', type: 'invalid_request_error', code: 'invalid_api_key' },
      });
    if (request.path === '/embeddings') return embeddings(request, response, complaints);
    const step = steps.shift();
    if (request.path !== '/chat/completions' || !step) {
      complaints.push(`unexpected ${request.method} ${request.path}`);
      return answerJson(response, 404, { error: { message: 'unexpected', type: 'invalid_request_error' } });
    }
    const body = JSON.parse(request.body) as ChatBody;
    complaints.push(...contractErrors('openai', 'CreateChatCompletionRequest', body));
    try {
      step.expects?.(body);
    } catch (error) {
      complaints.push(String(error));
    }
    if ('fault' in step) return misbehave(step.fault, response);
    if (!body.stream) return answerJson(response, 200, completion(body.model, step.says));
    const pieces = chunks(body.model, step.says, body.stream_options !== undefined);
    const breaks = 'streamBreaks' in step ? step.streamBreaks : null;
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const piece of breaks ? pieces.slice(0, breaks.after) : pieces) response.write(`data: ${JSON.stringify(piece)}\n\n`);
    if (breaks?.by === 'reset') setTimeout(() => response.socket?.resetAndDestroy(), 20);
    else if (breaks?.by === 'garbage') response.end('data: {"choices": [{"del\n\n');
    else response.end(breaks ? '' : 'data: [DONE]\n\n');
  });

  return {
    ...server,
    requests,
    script: (...more) => steps.push(...more),
    verify() {
      expect(complaints).toEqual([]);
      expect(steps, 'steps of the script that were not used').toEqual([]);
    },
  };
}

const usageOf = (said: Said) =>
  said.usage === null ? {} : { usage: { total_tokens: 0, ...(said.usage ?? { prompt_tokens: 11, completion_tokens: 7 }) } };
const base = (model: string, object: string) => ({ id: 'chatcmpl-1', object, created: 1_800_000_000, model: `${model}-2026` });

function completion(model: string, said: Said) {
  const calls = said.calls?.map((call, index) => wireCall(call, index));
  const message = { role: 'assistant', content: said.text ?? null, refusal: said.refusal ?? null, ...(calls ? { tool_calls: calls } : {}) };
  const finish = said.finish ?? (calls ? 'tool_calls' : 'stop');
  return { ...base(model, 'chat.completion'), choices: [{ index: 0, message, finish_reason: finish }], ...usageOf(said) };
}

function wireCall(call: NonNullable<Said['calls']>[number], index: number) {
  return { id: call.id ?? `call_${index}`, type: 'function', function: { name: call.name, arguments: call.arguments } };
}

/** Text in pieces of seven characters; the arguments of a call in pieces of five, after its name. */
function chunks(model: string, said: Said, withUsage: boolean): object[] {
  const chunk = (delta: object, finish: string | null = null) => ({
    ...base(model, 'chat.completion.chunk'),
    choices: [{ index: 0, delta, finish_reason: finish }],
  });
  const cut = (text: string, length: number) => text.match(new RegExp(`[\\s\\S]{1,${length}}`, 'g')) ?? [];
  const list: object[] = [chunk({ role: 'assistant', content: '' })];
  for (const content of cut(said.text ?? '', 7)) list.push(chunk({ content }));
  if (said.refusal) list.push(chunk({ refusal: said.refusal }));
  said.calls?.forEach((call, index) => {
    const { id, type, function: named } = wireCall(call, index);
    list.push(chunk({ tool_calls: [{ index, id, type, function: { name: named.name, arguments: '' } }] }));
    for (const piece of cut(named.arguments, 5)) list.push(chunk({ tool_calls: [{ index, function: { arguments: piece } }] }));
  });
  list.push(chunk({}, said.finish ?? (said.calls ? 'tool_calls' : 'stop')));
  if (withUsage) list.push({ ...base(model, 'chat.completion.chunk'), choices: [], ...usageOf(said) });
  return list;
}

/** Three numbers a text: its length, its number of words, one. */
function embeddings(request: Received, response: Parameters<typeof answerJson>[0], complaints: string[]): void {
  const body = JSON.parse(request.body) as { input: string[]; model: string };
  complaints.push(...contractErrors('openai', 'CreateEmbeddingRequest', body));
  const data = body.input.map((text, index) => ({ object: 'embedding', index, embedding: [text.length, text.split(' ').length, 1] }));
  answerJson(response, 200, { object: 'list', model: body.model, data: data.reverse(), usage: { prompt_tokens: 1, total_tokens: 1 } });
}
