import type { SupportInput } from '../core/embedded-model/types';
import type { ToolCall } from '../core/loop/tool-call';

export type { ToolCall };

export type ModelMessage =
  | { role: 'system'; text: string }
  | { role: 'user'; text: string }
  | { role: 'assistant'; text: string; toolCalls: ToolCall[] }
  /** The result of one tool call, as JSON text. */
  | { role: 'tool'; callId: string; text: string };

export interface ToolSpec {
  name: string;
  description: string;
  /** JSON Schema of the arguments, strict: no additional properties. */
  parameters: Record<string, unknown>;
}

export interface ModelRequest {
  agent: string;
  messages: ModelMessage[];
  tools: ToolSpec[];
  /** JSON Schema that the final text must follow (structured output). */
  replySchema?: { name: string; schema: Record<string, unknown> };
  temperature: number;
  maxOutputTokens: number;
  /** The same situation as data, for the embedded model; language models do not see it. */
  situation: Situation;
  /** Called with pieces of the text as they come. */
  onDelta?: (text: string) => void;
  signal?: AbortSignal;
}

export type Situation = { kind: 'support'; input: SupportInput };

export interface ModelTurn {
  text: string;
  toolCalls: ToolCall[];
  usage: { inputTokens: number; outputTokens: number };
  /** Name of the model that answered, e.g. `gpt-4o` or `embedded`. */
  model: string;
  /** Why another model than the configured one answered, for the log and the attendee. */
  fallback?: string;
}

export interface ModelPort {
  readonly name: string;
  /** Throws `AppError` with code `upstream`, `unavailable` or `rate_limited` when it cannot answer. */
  respond(request: ModelRequest): Promise<ModelTurn>;
}
