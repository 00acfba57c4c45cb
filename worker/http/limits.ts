import { AppError } from '../core/errors';

/** The address of the connection as the platform reports it; never a header that a client can set itself. */
export function connectionOf(request: Request): string {
  return request.headers.get('cf-connecting-ip') ?? 'local';
}

/** Throws `rate_limited`. The windows of all limiters are 60 seconds long. */
export async function takeFrom(limiter: RateLimit, key: string): Promise<void> {
  const { success } = await limiter.limit({ key });
  if (!success) {
    throw new AppError('rate_limited', 'Too many requests in the last minute. Wait a minute, then go on more slowly.', {
      retry: 'later',
      retryAfterSeconds: 60,
    });
  }
}
