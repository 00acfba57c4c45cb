/** Pure. How many tokens a call to a language model may take, before it is made. */

/** Fewer characters a token than any common tokenizer needs on average, so that estimates err upwards. */
const charactersPerToken = 3;

interface Asked {
  messages: readonly { text: string; toolCalls?: readonly unknown[] }[];
  tools: readonly unknown[];
  replySchema?: unknown;
  maxOutputTokens: number;
}

/** Upper estimate of a request: all its text, tools and schema, and the longest answer it allows. In tokens. */
export function estimatedTokens(request: Asked): number {
  const text = request.messages.reduce((sum, { text: own, toolCalls }) => sum + own.length + (toolCalls ? textLength(toolCalls) : 0), 0);
  const characters = text + textLength(request.tools) + textLength(request.replySchema ?? null);
  return Math.ceil(characters / charactersPerToken) + request.maxOutputTokens;
}

const textLength = (value: unknown) => JSON.stringify(value).length;
