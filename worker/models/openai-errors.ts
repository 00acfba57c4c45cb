import OpenAI from 'openai';
import { AppError, messageOf } from '../core/errors';
import { retryAfterMs } from '../core/retry-after';

/** What an endpoint understands of the newest form of chat completions. */
export interface Dialect {
  tokenLimit: 'max_completion_tokens' | 'max_tokens';
  temperature: boolean;
  strict: boolean;
  replyFormat: boolean;
  streaming: boolean;
  streamUsage: boolean;
}

export const newestDialect: Dialect = {
  tokenLimit: 'max_completion_tokens',
  temperature: true,
  strict: true,
  replyFormat: true,
  streaming: true,
  streamUsage: true,
};

/** The dialect without what a 400 or 422 complains about; null when it complains about something else. */
export function adaptTo(error: unknown, dialect: Dialect): Dialect | null {
  if (!(error instanceof OpenAI.APIError) || (error.status !== 400 && error.status !== 422)) return null;
  const complaint = `${error.param ?? ''} ${error.message}`;
  if (dialect.tokenLimit === 'max_completion_tokens' && /max_completion_tokens/.test(complaint))
    return { ...dialect, tokenLimit: 'max_tokens' };
  if (dialect.temperature && /\btemperature\b/.test(complaint)) return { ...dialect, temperature: false };
  if (dialect.streamUsage && /stream_options|include_usage/.test(complaint)) return { ...dialect, streamUsage: false };
  if (dialect.strict && /\bstrict\b|invalid schema|additionalProperties/i.test(complaint)) return { ...dialect, strict: false };
  if (dialect.replyFormat && /response_format|json_schema/.test(complaint)) return { ...dialect, replyFormat: false };
  if (dialect.streaming && /\bstream(ing)?\b/.test(complaint)) return { ...dialect, streaming: false };
  return null;
}

/** How long to wait before the next try; null when another try would give the same. */
export function waitBeforeRetryMs(error: unknown, retries: number, nowMs: number): number | null {
  if (!(error instanceof OpenAI.APIError)) return null;
  const backoff = 500 * 2 ** retries;
  if (error instanceof OpenAI.APIUserAbortError) return null;
  if (error.status === undefined) return error instanceof OpenAI.APIConnectionError ? backoff : null;
  if (error.code === 'insufficient_quota') return null;
  const passes = error.status === 429 || error.status === 408 || error.status === 409 || error.status >= 500;
  return passes ? retryAfterMs(headerOf(error), nowMs, backoff) : null;
}

/** What went wrong, as the port has it: `rate_limited`, `unavailable` or `upstream`. Its message names no content. */
export function modelError(error: unknown, timedOut: boolean, timeoutMs: number): AppError {
  if (error instanceof AppError) return error;
  if (timedOut) return new AppError('unavailable', `The language model did not answer within ${timeoutMs} ms.`, { retry: 'later' });
  if (error instanceof OpenAI.APIUserAbortError)
    return new AppError('unavailable', 'The call to the language model was given up.', { cause: error });
  if (error instanceof OpenAI.APIConnectionError)
    return new AppError('unavailable', 'The language model could not be reached.', { retry: 'later', cause: error });
  if (!(error instanceof OpenAI.APIError))
    return new AppError('upstream', 'The language model sent an answer that cannot be read.', {
      retry: 'later',
      facts: { error: messageOf(error).slice(0, 200) },
    });
  const facts = { status: error.status, code: error.code ?? undefined, type: error.type ?? undefined };
  if (error.status === 429) {
    const code =
      error.code === 'insufficient_quota'
        ? 'The account of the language model has no quota left.'
        : 'The language model is over its limit.';
    return new AppError('rate_limited', code, {
      retry: 'later',
      retryAfterSeconds: Math.ceil(retryAfterMs(headerOf(error), 0, 30_000) / 1000),
      facts,
    });
  }
  if (error.status === undefined) return new AppError('upstream', 'The answer of the language model broke off.', { retry: 'later', facts });
  return new AppError('upstream', `The language model answered with status ${error.status}.`, {
    retry: error.status >= 500 ? 'later' : 'never',
    facts,
  });
}

function headerOf(error: InstanceType<typeof OpenAI.APIError>): (name: string) => string | null {
  return (name) => error.headers?.get(name) ?? null;
}
