import { z } from 'zod';
import { AppError, messageOf } from '../core/errors';
import type { ModelPort, ModelRequest, ModelTurn } from '../ports/model';
import { answerDeltas } from './answer-deltas';
import { chatMessages, chatReplyFormat, chatTool, type RawCall, replyText, toolCallsOf, Usage, usageOf } from './chat-wire';
import { withinLimit } from './failover';

/** What is used of the Workers AI binding. */
export interface AiBinding {
  run(model: string, inputs: Record<string, unknown>): Promise<unknown>;
}

/** The binding's own type has one overload per model known when it was generated; the name of ours is configuration. */
export function aiBinding(ai: Ai): AiBinding {
  return ai as unknown as AiBinding;
}

const LegacyCall = z.object({ id: z.string().nullish(), name: z.string(), arguments: z.unknown() });
const ChatCall = z.object({ id: z.string().nullish(), function: z.object({ name: z.string(), arguments: z.unknown() }) });
const Call = z.union([ChatCall, LegacyCall]);
/** Older models answer `{response, tool_calls}`, newer ones as chat completions do. */
const Answer = z.union([
  z.object({
    choices: z
      .array(
        z.object({
          message: z.object({ content: z.string().nullish(), tool_calls: z.array(Call).nullish() }),
          finish_reason: z.string().nullish(),
        }),
      )
      .min(1),
    usage: Usage.nullish(),
  }),
  z.object({ response: z.unknown(), tool_calls: z.array(Call).nullish(), usage: Usage.nullish() }),
]);

/** A language model of Workers AI. It does not stream: the text is handed on in one piece. */
export function workersAi(options: { ai: AiBinding; model: string; timeoutMs: number }): ModelPort {
  const { ai, model, timeoutMs } = options;
  return {
    name: model,
    async respond(request) {
      const answer = Answer.safeParse(await run(ai, model, request, timeoutMs)).data;
      if (!answer) throw new AppError('upstream', 'The language model sent an answer that cannot be read.');
      const turn = turnOf(answer, request, model);
      if (turn.text.trim() === '' && turn.toolCalls.length === 0)
        throw new AppError('upstream', 'The language model sent an empty answer.');
      if (request.onDelta && turn.toolCalls.length === 0)
        (request.replySchema ? answerDeltas('answer', request.onDelta) : request.onDelta)(turn.text);
      return turn;
    },
  };
}

async function run(ai: AiBinding, model: string, request: ModelRequest, timeoutMs: number): Promise<unknown> {
  try {
    return await withinLimit(ai.run(model, inputsOf(request)), timeoutMs, request.signal);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const text = messageOf(error);
    const facts = { error: text.slice(0, 200) };
    if (/run remotely/.test(text)) throw new AppError('unavailable', 'Workers AI is not there in a local run.', { facts });
    if (/\b3040\b|capacity|\b429\b|rate limit|neurons/i.test(text))
      throw new AppError('rate_limited', 'Workers AI is over its limit.', { retry: 'later', retryAfterSeconds: 30, facts });
    throw new AppError('upstream', 'Workers AI could not answer.', { retry: 'later', facts, cause: error });
  }
}

/** Tools and a reply by schema exclude each other in one call: with tools, the form of the reply is asked for in words. */
function inputsOf(request: ModelRequest): Record<string, unknown> {
  const messages = chatMessages(request.messages).map((message) => ({ ...message, content: message.content ?? '' }));
  const { replySchema, tools } = request;
  const asked =
    replySchema && tools.length > 0
      ? [
          ...messages,
          {
            role: 'system',
            content: `When you do not call a tool, reply with JSON only, by this schema: ${JSON.stringify(replySchema.schema)}`,
          },
        ]
      : messages;
  return {
    messages: asked,
    ...(tools.length > 0 ? { tools: tools.map((tool) => chatTool(tool, false)) } : {}),
    ...(replySchema && tools.length === 0 ? { response_format: chatReplyFormat(replySchema, false) } : {}),
    temperature: request.temperature,
    max_tokens: request.maxOutputTokens,
  };
}

function turnOf(answer: z.infer<typeof Answer>, request: ModelRequest, model: string): ModelTurn {
  const message = 'choices' in answer ? answer.choices[0]?.message : { content: answer.response, tool_calls: answer.tool_calls };
  const content = message?.content;
  const text = typeof content === 'string' ? content : content === null || content === undefined ? '' : JSON.stringify(content);
  const calls = (message?.tool_calls ?? []).map(rawCall);
  return {
    text: calls.length > 0 ? text : replyText(text, request.replySchema),
    toolCalls: toolCallsOf(calls, request),
    usage: usageOf(answer.usage, request, text + JSON.stringify(calls)),
    model,
  };
}

function rawCall(call: z.infer<typeof Call>): RawCall {
  const { name, arguments: args } = 'function' in call ? call.function : call;
  return { id: call.id ?? '', name, arguments: args };
}
