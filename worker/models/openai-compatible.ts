import OpenAI from 'openai';
import { AppError } from '../core/errors';
import type { Clock } from '../ports/clock';
import type { ModelPort, ModelRequest, ModelTurn } from '../ports/model';
import { answerDeltas } from './answer-deltas';
import { chatMessages, chatReplyFormat, chatTool, type RawCall, replyText, toolCallsOf, Usage, usageOf } from './chat-wire';
import { adaptTo, type Dialect, modelError, newestDialect, waitBeforeRetryMs } from './openai-errors';

export interface OpenAiOptions {
  apiKey: string;
  baseUrl: string;
  model: string;
  /** For a whole answer: retries, waiting and streaming included. */
  timeoutMs: number;
  clock: Clock;
  fetcher?: (url: string | URL | Request, init?: RequestInit) => Promise<Response>;
  sleep?: (ms: number) => Promise<void>;
}

const maximumRetries = 2;
const maximumAdaptations = 4;

type Body = OpenAI.Chat.ChatCompletionCreateParamsNonStreaming;
interface Written {
  text: string;
  calls: RawCall[];
  finish: string | null;
  usage: OpenAI.CompletionUsage | null;
  model: string;
}

/**
 * Any endpoint that speaks OpenAI's chat completions, through the `openai` SDK: strict tools, a reply by JSON schema,
 * streaming. An endpoint that does not know one of these says so once and is spoken to in its own dialect from then on.
 * Retries a 429, a 5xx and a broken connection at most twice, never once text was handed on, and never past the limit.
 */
export function openAiCompatible(options: OpenAiOptions): ModelPort {
  const { model, timeoutMs, clock, sleep = (ms: number) => new Promise((done) => setTimeout(done, ms)) } = options;
  const client = new OpenAI({
    apiKey: options.apiKey,
    baseURL: options.baseUrl,
    maxRetries: 0,
    timeout: timeoutMs,
    organization: null,
    project: null,
    logLevel: 'off',
    fetch: options.fetcher ?? ((url, init) => fetch(url, init)),
  });
  let dialect: Dialect = newestDialect;

  async function attempt(request: ModelRequest, signal: AbortSignal, handedOn: { any: boolean }): Promise<Written> {
    const body = bodyOf(model, request, dialect);
    const { onDelta } = request;
    if (!onDelta || !dialect.streaming) return whole(await client.chat.completions.create(body, { signal }));
    const forward = (text: string) => {
      handedOn.any = true;
      onDelta(text);
    };
    const feed = request.replySchema ? answerDeltas('answer', forward) : forward;
    const stream = await client.chat.completions.create(
      { ...body, stream: true, ...(dialect.streamUsage ? { stream_options: { include_usage: true } } : {}) },
      { signal },
    );
    return collected(stream, feed);
  }

  async function respond(request: ModelRequest): Promise<ModelTurn> {
    const startedAt = clock.now();
    const limit = AbortSignal.timeout(timeoutMs);
    const signal = request.signal ? AbortSignal.any([limit, request.signal]) : limit;
    const handedOn = { any: false };
    for (let retries = 0, adaptations = 0; ; ) {
      try {
        return turnOf(await attempt(request, signal, handedOn), request, model);
      } catch (error) {
        const adapted = adaptations < maximumAdaptations ? adaptTo(error, dialect) : null;
        if (adapted) {
          dialect = adapted;
          adaptations++;
          continue;
        }
        const wait = retries < maximumRetries && !handedOn.any && !signal.aborted ? waitBeforeRetryMs(error, retries, clock.now()) : null;
        if (wait === null || clock.now() - startedAt + wait >= timeoutMs) throw modelError(error, limit.aborted, timeoutMs);
        retries++;
        await sleep(wait);
      }
    }
  }

  return { name: model, respond };
}

function bodyOf(model: string, request: ModelRequest, dialect: Dialect): Body {
  return {
    model,
    messages: chatMessages(request.messages) as Body['messages'],
    ...(request.tools.length > 0 ? { tools: request.tools.map((tool) => chatTool(tool, dialect.strict)) } : {}),
    ...(request.replySchema && dialect.replyFormat ? { response_format: chatReplyFormat(request.replySchema, dialect.strict) } : {}),
    ...(dialect.temperature ? { temperature: request.temperature } : {}),
    [dialect.tokenLimit]: request.maxOutputTokens,
  };
}

function whole(completion: OpenAI.ChatCompletion): Written {
  const choice = completion?.choices?.[0];
  if (!choice?.message) throw new AppError('upstream', 'The language model sent an answer without content.');
  const { message, finish_reason: finish } = choice;
  if (message.refusal) throw new AppError('upstream', 'The language model refused to answer.');
  const calls = (message.tool_calls ?? []).flatMap((call) =>
    call.type === 'function' ? [{ id: call.id ?? '', name: call.function.name, arguments: call.function.arguments }] : [],
  );
  return { text: message.content ?? '', calls, finish, usage: completion.usage ?? null, model: completion.model };
}

async function collected(stream: AsyncIterable<OpenAI.ChatCompletionChunk>, feed: (text: string) => void): Promise<Written> {
  const written: Written = { text: '', calls: [], finish: null, usage: null, model: '' };
  const byIndex = new Map<number, { id: string; name: string; arguments: string }>();
  for await (const chunk of stream) {
    written.usage = chunk.usage ?? written.usage;
    written.model = chunk.model || written.model;
    const choice = chunk.choices?.[0];
    if (!choice) continue;
    if (choice.delta?.refusal) throw new AppError('upstream', 'The language model refused to answer.');
    if (choice.delta?.content) {
      written.text += choice.delta.content;
      feed(choice.delta.content);
    }
    for (const piece of choice.delta?.tool_calls ?? []) {
      const call = byIndex.get(piece.index) ?? { id: '', name: '', arguments: '' };
      byIndex.set(piece.index, call);
      call.id ||= piece.id ?? '';
      call.name += piece.function?.name ?? '';
      call.arguments += piece.function?.arguments ?? '';
    }
    written.finish = choice.finish_reason ?? written.finish;
  }
  written.calls = [...byIndex.entries()].sort(([a], [b]) => a - b).map(([, call]) => call);
  return written;
}

function turnOf(written: Written, request: ModelRequest, configured: string): ModelTurn {
  if (written.finish === null) throw new AppError('upstream', 'The answer of the language model broke off.');
  if (written.finish === 'length') throw new AppError('upstream', 'The answer of the language model was cut at its length limit.');
  if (written.finish === 'content_filter') throw new AppError('upstream', 'The filter of the language model held the answer back.');
  if (written.text.trim() === '' && written.calls.length === 0) throw new AppError('upstream', 'The language model sent an empty answer.');
  const usage = Usage.safeParse(written.usage).data;
  return {
    text: written.calls.length > 0 ? written.text : replyText(written.text, request.replySchema),
    toolCalls: toolCallsOf(written.calls, request),
    usage: usageOf(usage, request, written.text + JSON.stringify(written.calls)),
    model: written.model || configured,
  };
}
