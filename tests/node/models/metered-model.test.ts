import { describe, expect, it } from 'vitest';
import { AppError } from '../../../worker/core/errors';
import { estimatedTokens } from '../../../worker/core/limits/tokens';
import { meteredModel, type TokenMeter } from '../../../worker/limits/metered-model';
import { failover } from '../../../worker/models/failover';
import type { ModelPort, ModelTurn } from '../../../worker/ports/model';
import { aModelRequest } from '../../support/model-request';

const turn = (model: string, inputTokens = 0, outputTokens = 0, text = '{"answer":"x"}'): ModelTurn => ({
  text,
  toolCalls: [],
  usage: { inputTokens, outputTokens },
  model,
});
const embedded: ModelPort = { name: 'embedded', respond: async () => turn('embedded') };
const answering = (answer: ModelTurn | Error): ModelPort => ({
  name: 'gpt',
  respond: async () => {
    if (answer instanceof Error) throw answer;
    return answer;
  },
});

/** A meter of one limit that keeps its own books. */
function aMeter(limit: number) {
  const books = { reserved: 0, spent: 0, most: 0 };
  const meter: TokenMeter = {
    async reserve(tokens) {
      if (books.reserved + books.spent + tokens > limit) return 'The limit is spent.';
      books.reserved += tokens;
      books.most = Math.max(books.most, books.reserved + books.spent);
      return null;
    },
    async settle(reserved, used) {
      books.reserved -= reserved;
      books.spent += used;
    },
  };
  return { books, meter };
}
const request = aModelRequest();
const estimate = estimatedTokens(request);

describe('an estimate of tokens', () => {
  it('holds the longest answer, and grows with text, tools and calls', () => {
    expect(estimate).toBeGreaterThan(request.maxOutputTokens);
    const longer = { ...request, messages: [...request.messages, { role: 'user' as const, text: 'x'.repeat(300) }] };
    expect(estimatedTokens(longer)).toBe(estimate + 100);
    expect(estimatedTokens({ ...request, tools: [] })).toBeLessThan(estimate);
    expect(estimatedTokens({ ...request, maxOutputTokens: 0 })).toBe(estimate - 500);
  });
});

describe('a metered model', () => {
  it('settles what was used and gives back the rest', async () => {
    const { books, meter } = aMeter(10_000);
    const answer = await meteredModel(answering(turn('gpt', 120, 30)), embedded, meter).respond(request);
    expect(answer.model).toBe('gpt');
    expect(books).toEqual({ reserved: 0, spent: 150, most: estimate });
  });
  it('counts the estimate where the service reports no usage', async () => {
    const { books, meter } = aMeter(10_000);
    await meteredModel(answering(turn('gpt')), embedded, meter).respond(request);
    expect(books).toMatchObject({ reserved: 0, spent: estimate });
  });
  it('gives all back after a failure, which it passes on', async () => {
    const { books, meter } = aMeter(10_000);
    const down = new AppError('unavailable', 'down');
    await expect(meteredModel(answering(down), embedded, meter).respond(request)).rejects.toBe(down);
    expect(books).toMatchObject({ reserved: 0, spent: 0 });
  });
  it('leaves the rest of the run to the embedded model once a limit is spent, and says so', async () => {
    const { books, meter } = aMeter(estimate + 10);
    const model = meteredModel(answering(turn('gpt', 400, 100)), embedded, meter);
    expect((await model.respond(request)).model).toBe('gpt');
    expect(await model.respond(request)).toMatchObject({ model: 'embedded', fallback: 'The limit is spent.' });
    expect(books).toMatchObject({ reserved: 0, spent: 500 });
  });
  it('never goes over its limit, however many ask at once', async () => {
    const { books, meter } = aMeter(3 * estimate);
    const model = meteredModel(answering(turn('gpt', estimate, 0)), embedded, meter);
    const turns = await Promise.all(Array.from({ length: 20 }, () => model.respond(request)));
    expect(turns.filter(({ model: by }) => by === 'gpt')).toHaveLength(3);
    expect(books.most).toBeLessThanOrEqual(3 * estimate);
  });
  it('that answered with nothing usable was paid for, and the embedded one costs nothing', async () => {
    const clock = { now: () => 0 };
    const { books, meter } = aMeter(10_000);
    const nonsense = failover(answering(turn('gpt', 70, 7, 'no JSON')), embedded, { clock, limitMs: 1000 });
    expect(await meteredModel(nonsense, embedded, meter).respond(request)).toMatchObject({ model: 'embedded' });
    expect(books).toMatchObject({ reserved: 0, spent: 77 });
    expect(meteredModel(embedded, embedded, meter)).toBe(embedded);
  });
});
