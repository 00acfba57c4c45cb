import type { EndpointKey } from '../contract/api';
import { AppError, type ErrorCode } from '../core/errors';
import { databaseOf } from '../db/database';
import { claimIdempotencyKey, keepAnswer, releaseKey } from '../db/records/idempotency';
import type { Identity } from './handler';
import { sha256 } from './tokens';

/** Stands for an answer that is too large to keep, or holds a secret; a repeat is told so. */
const notKept = '';
const secretAnswers: ReadonlySet<EndpointKey> = new Set<EndpointKey>(['POST /api-keys', 'POST /people/find']);
const keptCharacters = 500_000;
/** Failures that would be the same every time; all others free the key. */
const finalErrors: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['invalid_input', 'not_found', 'gone', 'refused', 'unsupported_media']);

export interface Answer {
  status: number;
  body: string;
  replayed: boolean;
}

/**
 * Runs `work` at most once per `Idempotency-Key` of this actor and route within 24 hours; a repeat gets the first
 * answer. Throws `refused` for the same key with another request and `conflict` while the first is under way.
 */
export async function once(
  request: { env: Env; request: Request; endpoint: EndpointKey; path: string; identity: Identity; body: Uint8Array; now: number },
  work: () => Promise<{ status: number; body: string }>,
  failure: (error: unknown) => Promise<{ code: ErrorCode; status: number; body: string }>,
): Promise<Answer> {
  const { env, identity, endpoint, now } = request;
  const sent = request.request.headers.get('idempotency-key');
  if (sent === null || identity.organizationId === '' || request.request.method === 'GET') return { ...(await work()), replayed: false };
  if (!/^[\x21-\x7e]{1,200}$/.test(sent)) {
    throw new AppError('invalid_input', 'The Idempotency-Key must have 1 to 200 visible ASCII characters, for instance a UUID.');
  }
  const database = databaseOf(env, identity.organizationId);
  const key = await sha256([identity.organizationId, identity.actor, endpoint, sent].join('\n'));
  const requestHash = await sha256(`${request.path}\n${await sha256(request.body)}`);
  const claim = await claimIdempotencyKey(database, { organizationId: identity.organizationId, key, requestHash, now });
  switch (claim.status) {
    case 'answered':
      if (claim.body === notKept)
        throw new AppError('conflict', 'This was done already; its answer is not kept and cannot be shown again.');
      return { status: claim.httpStatus, body: claim.body, replayed: true };
    case 'other_request':
      throw new AppError('refused', 'This Idempotency-Key was used for another request. Use a new key for a new request.');
    case 'in_flight':
      throw new AppError('conflict', 'The first request with this Idempotency-Key is still under way. Ask again in a moment.', {
        retry: 'later',
        retryAfterSeconds: 1,
      });
    case 'first':
  }
  try {
    const answer = await work();
    const kept = secretAnswers.has(endpoint) || answer.body.length > keptCharacters ? notKept : answer.body;
    await keepAnswer(database, identity.organizationId, key, answer.status, kept);
    return { ...answer, replayed: false };
  } catch (error) {
    const problem = await failure(error);
    if (finalErrors.has(problem.code)) await keepAnswer(database, identity.organizationId, key, problem.status, problem.body);
    else await releaseKey(database, identity.organizationId, key);
    throw error;
  }
}
