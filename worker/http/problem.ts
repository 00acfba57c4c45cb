import type { Problem } from '../contract/endpoint';
import { AppError, type ErrorCode, errorCodes } from '../core/errors';
import { errorFields, log } from '../log';

/** The short, unchanging title of each kind of error (RFC 9457, section 3.1.3). */
function titleOf(code: ErrorCode): string {
  switch (code) {
    case 'invalid_input':
      return 'The request is not valid';
    case 'unauthenticated':
      return 'Sign in first';
    case 'forbidden':
      return 'Not allowed';
    case 'not_found':
      return 'Not found';
    case 'method_not_allowed':
      return 'This address takes other methods';
    case 'too_slow':
      return 'The request took too long to arrive';
    case 'conflict':
      return 'Something has changed in the meantime';
    case 'gone':
      return 'No longer there';
    case 'too_large':
      return 'Too large';
    case 'unsupported_media':
      return 'This kind of content is not understood';
    case 'refused':
      return 'Refused';
    case 'rate_limited':
      return 'Too many requests';
    case 'misconfigured':
      return 'This deployment is not configured completely';
    case 'internal':
      return 'Something went wrong';
    case 'upstream':
      return 'Another service failed';
    case 'unavailable':
      return 'Not available right now';
  }
}

/** Any error as `application/problem+json`. Of an unknown one only the request id is shown; the rest is in the log. */
export function problemResponse(error: unknown, requestId: string): Response {
  const known = asAppError(error);
  if (known.code === 'internal' || known.code === 'misconfigured') log('error', 'request failed', { requestId, ...errorFields(error) });
  else if (known.options.facts) log('info', 'request refused', { requestId, code: known.code, facts: JSON.stringify(known.options.facts) });
  const status = errorCodes[known.code];
  const problem: Problem = {
    type: `urn:eventos:problem:${known.code}`,
    title: titleOf(known.code),
    status,
    detail: known.message,
    code: known.code,
    requestId,
    retry: known.retry,
    ...(known.options.fields ? { fields: known.options.fields } : {}),
  };
  const headers = new Headers({ 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' });
  const seconds = known.options.retryAfterSeconds ?? (known.code === 'rate_limited' ? 60 : undefined);
  if (seconds !== undefined) headers.set('retry-after', String(Math.max(1, Math.ceil(seconds))));
  if (known.code === 'unauthenticated') headers.set('www-authenticate', 'Bearer');
  return new Response(JSON.stringify(problem), { status, headers });
}

function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError('internal', 'Something went wrong on our side. Try again; if it stays, pass on the request id.', {
    retry: 'later',
    cause: error,
  });
}
