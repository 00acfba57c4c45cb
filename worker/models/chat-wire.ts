import { z } from 'zod';
import type { ModelMessage, ModelRequest, ToolCall, ToolSpec } from '../ports/model';
import { strictSchema, withoutNulls } from './tool-schema';

/** Messages, tools and reply form as chat completions take them. */
export interface ChatMessage {
  role: 'system' | 'user' | 'assistant' | 'tool';
  content: string | null;
  tool_calls?: { id: string; type: 'function'; function: { name: string; arguments: string } }[];
  tool_call_id?: string;
}

export function chatMessages(messages: ModelMessage[]): ChatMessage[] {
  return messages.map(chatMessage);
}

function chatMessage(message: ModelMessage): ChatMessage {
  switch (message.role) {
    case 'system':
    case 'user':
      return { role: message.role, content: message.text };
    case 'tool':
      return { role: 'tool', tool_call_id: message.callId, content: message.text };
    case 'assistant':
      if (message.toolCalls.length === 0) return { role: 'assistant', content: message.text };
      return { role: 'assistant', content: message.text === '' ? null : message.text, tool_calls: message.toolCalls.map(callOnWire) };
  }
}

function callOnWire({ id, name, args }: ToolCall) {
  const text = typeof args === 'string' ? args : JSON.stringify(args ?? {});
  return { id, type: 'function' as const, function: { name, arguments: text } };
}

export function chatTool({ name, description, parameters }: ToolSpec, strictly: boolean) {
  const strict = strictly ? strictSchema(parameters) : null;
  return {
    type: 'function' as const,
    function: { name, description, parameters: strict ?? parameters, ...(strict ? { strict: true } : {}) },
  };
}

export function chatReplyFormat({ name, schema }: NonNullable<ModelRequest['replySchema']>, strictly: boolean) {
  const strict = strictly ? strictSchema(schema) : null;
  return { type: 'json_schema' as const, json_schema: { name, schema: strict ?? schema, ...(strict ? { strict: true } : {}) } };
}

/** A tool call as a model sent it, whole or put together from pieces. */
export interface RawCall {
  id: string;
  name: string;
  arguments: unknown;
}

/** Number of tool calls of the run so far: ids that the adapters make up count on from there. */
export function callsSoFar(messages: ModelMessage[]): number {
  return messages.reduce((sum, message) => sum + (message.role === 'assistant' ? message.toolCalls.length : 0), 0);
}

/**
 * Tool calls with arguments as data. Arguments that are no JSON stay the text they are, for the pipeline to refuse with
 * advice. An id that is missing or used twice is replaced: results find their calls by it.
 */
export function toolCallsOf(calls: RawCall[], request: ModelRequest): ToolCall[] {
  const used = new Set(
    request.messages.flatMap((message) => (message.role === 'assistant' ? message.toolCalls.map((call) => call.id) : [])),
  );
  const before = callsSoFar(request.messages);
  return calls.map((call, index) => {
    const id = call.id !== '' && !used.has(call.id) ? call.id : `call_${before + index}`;
    used.add(id);
    const schema = request.tools.find((tool) => tool.name === call.name)?.parameters ?? {};
    return { id, name: call.name, args: argsOf(call.arguments, schema) };
  });
}

function argsOf(written: unknown, schema: Record<string, unknown>): unknown {
  if (typeof written !== 'string') return withoutNulls(written ?? {}, schema);
  if (written.trim() === '') return {};
  try {
    return withoutNulls(JSON.parse(written), schema);
  } catch {
    return written;
  }
}

/** A structured reply as JSON text that follows the schema asked for: without fences and without nulls of the strict form. */
export function replyText(text: string, replySchema: ModelRequest['replySchema']): string {
  if (!replySchema) return text;
  const bare = /^\s*```(?:json)?\s*([\s\S]*?)\s*```\s*$/.exec(text)?.[1] ?? text;
  try {
    return JSON.stringify(withoutNulls(JSON.parse(bare), replySchema.schema));
  } catch {
    return text;
  }
}

export const Usage = z.object({ prompt_tokens: z.number().nullish(), completion_tokens: z.number().nullish() });

/** Tokens as the service counted them, or about four characters each where it did not. */
export function usageOf(usage: z.infer<typeof Usage> | null | undefined, request: ModelRequest, written: string) {
  const read = request.messages.reduce((sum, message) => sum + message.text.length, 0);
  return {
    inputTokens: usage?.prompt_tokens ?? Math.ceil(read / 4),
    outputTokens: usage?.completion_tokens ?? Math.ceil(written.length / 4),
  };
}
