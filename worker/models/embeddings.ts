import OpenAI from 'openai';
import { z } from 'zod';
import { AppError, messageOf } from '../core/errors';
import type { EmbeddingsPort } from '../ports/embeddings';
import { withinLimit } from './failover';
import { modelError } from './openai-errors';
import type { AiBinding } from './workers-ai';

const batchSize = 64;
const longestText = 8000;

/** Embeddings by Workers AI, such as `@cf/baai/bge-m3` with 1024 dimensions. */
export function workersAiEmbeddings(options: { ai: AiBinding; model: string; dimensions: number; timeoutMs: number }): EmbeddingsPort {
  const Answer = z.object({ data: z.array(z.array(z.number())) });
  return inBatches(options.dimensions, async (texts) => {
    try {
      return Answer.parse(await withinLimit(options.ai.run(options.model, { text: texts }), options.timeoutMs)).data;
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw new AppError('upstream', 'Workers AI could not make embeddings.', {
        retry: 'later',
        facts: { error: messageOf(error).slice(0, 200) },
      });
    }
  });
}

export interface OpenAiEmbeddingsOptions {
  apiKey: string;
  baseUrl: string;
  model: string;
  dimensions: number;
  timeoutMs: number;
  fetcher?: (url: string | URL | Request, init?: RequestInit) => Promise<Response>;
}

/** Embeddings by an OpenAI-compatible endpoint. The SDK retries a 429 and a 5xx twice: asking again changes nothing. */
export function openAiEmbeddings(options: OpenAiEmbeddingsOptions): EmbeddingsPort {
  const { apiKey, baseUrl, model, dimensions, timeoutMs } = options;
  const client = new OpenAI({
    apiKey,
    baseURL: baseUrl,
    maxRetries: 2,
    timeout: timeoutMs,
    organization: null,
    project: null,
    logLevel: 'off',
    fetch: options.fetcher ?? ((url, init) => fetch(url, init)),
  });
  return inBatches(dimensions, async (texts) => {
    const limit = AbortSignal.timeout(timeoutMs);
    try {
      // Only the models that can shorten their vectors take `dimensions`.
      const size = /^text-embedding-3/.test(model) ? { dimensions } : {};
      const answer = await client.embeddings.create({ model, input: texts, encoding_format: 'float', ...size }, { signal: limit });
      return [...answer.data].sort((a, b) => a.index - b.index).map((item) => item.embedding);
    } catch (error) {
      throw modelError(error, limit.aborted, timeoutMs);
    }
  });
}

/** Embeds in batches of 64 and checks what comes back. Throws `upstream` when number or length of the vectors is wrong. */
function inBatches(dimensions: number, embedBatch: (texts: string[]) => Promise<number[][]>): EmbeddingsPort {
  return {
    dimensions,
    async embed(texts) {
      const vectors: number[][] = [];
      for (let start = 0; start < texts.length; start += batchSize) {
        const batch = texts.slice(start, start + batchSize).map((text) => text.slice(0, longestText) || ' ');
        const made = await embedBatch(batch);
        if (made.length !== batch.length || made.some((vector) => vector.length !== dimensions))
          throw new AppError(
            'upstream',
            `The embedding model does not give ${dimensions} numbers for each text. Check EMBEDDINGS_DIMENSIONS.`,
          );
        vectors.push(...made);
      }
      return vectors;
    },
  };
}
