import type { z } from 'zod';
import { issueText } from './issue-text';

export const errorCodes = {
  invalid_input: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  too_slow: 408,
  conflict: 409,
  gone: 410,
  too_large: 413,
  unsupported_media: 415,
  refused: 422,
  rate_limited: 429,
  misconfigured: 500,
  internal: 500,
  upstream: 502,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof errorCodes;
export type Retry = 'never' | 'later' | 'after-person';

/**
 * The one exception of the product. `message` is written for the person who reads it and says what to do;
 * `facts` are for the operator's log and never reach a response.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly options: {
      retry?: Retry;
      retryAfterSeconds?: number;
      fields?: Record<string, string>;
      facts?: Record<string, unknown>;
      cause?: unknown;
    } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
  }
  get retry(): Retry {
    return this.options.retry ?? 'never';
  }
}

/** A zod failure as one `invalid_input` error that names every field and what is wrong with it. */
export function invalidInput(error: z.ZodError, what = 'The request'): AppError {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join('.') || '(body)'] ??= issueText(issue);
  const list = Object.entries(fields)
    .map(([path, message]) => `${path}: ${message}`)
    .join('; ');
  return new AppError('invalid_input', `${what} is not valid. ${list}`, { fields });
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
