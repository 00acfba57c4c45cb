import { AppError } from '../core/errors';
import type { Clock } from '../ports/clock';
import type { ModelPort, ModelRequest, ModelTurn } from '../ports/model';

export interface FailoverOptions {
  clock: Clock;
  /** How long the primary may take before the fallback finishes; its own limit may be shorter. */
  limitMs: number;
  /** After so many failures in a row the primary is left alone for `restMs`; then one call tries it again. */
  failures?: number;
  restMs?: number;
  /** Told of every failure of the primary, for the log. */
  onFailure?: (error: unknown) => void;
}

/**
 * The primary model, and the fallback whenever it fails, is slow, is resting after failures or gives an unusable turn.
 * A turn of the fallback says why in `fallback`; pieces of text that the primary had handed on are void then. A call
 * that the caller itself gave up fails, and counts for nothing.
 */
export function failover(primary: ModelPort, fallback: ModelPort, options: FailoverOptions): ModelPort {
  const { clock, limitMs, failures: most = 3, restMs = 30_000, onFailure } = options;
  let failures = 0;
  let restsUntil = 0;

  async function ask(request: ModelRequest): Promise<ModelTurn> {
    const gaveUp = new AbortController();
    let listening = true;
    const { onDelta } = request;
    const asked: ModelRequest = {
      ...request,
      signal: request.signal ? AbortSignal.any([gaveUp.signal, request.signal]) : gaveUp.signal,
      ...(onDelta ? { onDelta: (text) => listening && onDelta(text) } : {}),
    };
    try {
      const turn = await withinLimit(primary.respond(asked), limitMs, request.signal);
      const problem = unusable(turn, request);
      if (problem) throw new Unusable(problem, turn.usage);
      return turn;
    } finally {
      listening = false;
      gaveUp.abort();
    }
  }

  async function fallBack(request: ModelRequest, why: string, spent?: ModelTurn['usage']): Promise<ModelTurn> {
    const turn = await fallback.respond(request);
    const { inputTokens, outputTokens } = turn.usage;
    const usage = { inputTokens: inputTokens + (spent?.inputTokens ?? 0), outputTokens: outputTokens + (spent?.outputTokens ?? 0) };
    return { ...turn, usage, fallback: why };
  }

  return {
    name: primary.name,
    async respond(request) {
      const now = clock.now();
      if (failures >= most && now < restsUntil)
        return fallBack(request, 'The language model failed repeatedly and is left alone for a while.');
      // Whoever comes first after the rest tries; the others wait for what comes of it.
      if (failures >= most) restsUntil = now + restMs;
      try {
        const turn = await ask(request);
        failures = 0;
        return turn;
      } catch (error) {
        if (request.signal?.aborted) throw error;
        failures++;
        if (failures >= most) restsUntil = clock.now() + restMs;
        onFailure?.(error);
        const why = error instanceof AppError ? error.message : 'The language model failed.';
        return fallBack(request, why, error instanceof Unusable ? error.usage : undefined);
      }
    },
  };
}

/** An answer that cannot be used was paid for all the same. */
class Unusable extends AppError {
  constructor(
    problem: string,
    readonly usage: ModelTurn['usage'],
  ) {
    super('upstream', problem);
  }
}

/** What makes a turn useless, in words; null when it can be worked with. Wrong tools and arguments are for the pipeline. */
export function unusable(turn: ModelTurn, request: ModelRequest): string | null {
  if (turn.toolCalls.length > 0) return null;
  if (turn.text.trim() === '') return 'The language model sent an empty answer.';
  if (!request.replySchema) return null;
  try {
    const reply: unknown = JSON.parse(turn.text);
    return reply !== null && typeof reply === 'object' && !Array.isArray(reply) ? null : notAgreed;
  } catch {
    return notAgreed;
  }
}

const notAgreed = 'The language model did not answer in the agreed form.';

/** The promise, or `unavailable` after the limit or when the caller gives up, whatever the promise does. */
export async function withinLimit<T>(work: Promise<T>, limitMs: number, signal?: AbortSignal): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop: (() => void) | undefined;
  const ended = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new AppError('unavailable', `The language model did not answer within ${limitMs} ms.`, { retry: 'later' })),
      limitMs,
    );
    stop = () => reject(new AppError('unavailable', 'The call to the language model was given up.'));
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, ended]);
  } finally {
    clearTimeout(timer);
    if (stop) signal?.removeEventListener('abort', stop);
  }
}
