import type { Problem } from '../../../worker/contract/endpoint';

/** Everything that can go wrong with a call, as one error. `code` is the server's, or `offline` when it was not reached. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly fields: Record<string, string> = {},
    readonly requestId = '',
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(message);
  }
}

/** Reads an RFC 9457 problem; anything else becomes a sentence about its status. */
export async function errorOf(response: Response): Promise<ApiError> {
  const body = await problemBody(response);
  const wait = Number(response.headers.get('Retry-After'));
  const retryAfter = Number.isFinite(wait) && wait > 0 ? wait : null;
  const text = body.detail ?? body.message ?? body.title ?? sentenceFor(response.status);
  const message = retryAfter && response.status === 429 ? `${text} Try again in ${retryAfter} seconds.` : text;
  return new ApiError(response.status, body.code ?? `http_${response.status}`, message, body.fields, body.requestId, retryAfter);
}

export const offline = () =>
  new ApiError(0, 'offline', 'The server could not be reached. Check your connection; nothing was changed as far as we know.');

/** The text for a person, whatever was thrown. */
export function textOf(error: unknown): string {
  return error instanceof ApiError ? error.message : 'Something went wrong in this page. Reload it and try again.';
}

/** Identity endpoints answer `{ code, message }`, all others a problem. */
async function problemBody(response: Response): Promise<Partial<Problem> & { message?: string }> {
  try {
    return await response.json();
  } catch {
    return {};
  }
}

function sentenceFor(status: number): string {
  if (status === 401) return 'You are signed out. Sign in again.';
  if (status === 403) return 'Your role does not allow this. Ask an owner of the organization.';
  if (status === 404) return 'This does not exist any more, or you have no access to it.';
  if (status === 409) return 'Somebody else was quicker. Look at it again.';
  if (status === 413) return 'That is too large.';
  if (status === 429) return 'Too many requests in a short time.';
  return 'The server could not do this. Try again in a moment.';
}
