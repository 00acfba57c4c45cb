import { estimatedTokens } from '../core/limits/tokens';
import type { ModelPort, ModelTurn } from '../ports/model';

/** Where the tokens of one run come from. */
export interface TokenMeter {
  /** Takes so many tokens from every limit that holds, or says in words which one cannot give them. */
  reserve(tokens: number): Promise<string | null>;
  /** Gives back what was reserved and counts what was used. */
  settle(reserved: number, used: number): Promise<void>;
}

/**
 * A model whose tokens are reserved before each call, up to the longest answer it may give, and settled after it. When a
 * limit is spent the embedded model, which costs none, finishes the run and says why. A call that failed without an answer
 * reports no usage and is given back; a crash during a call leaves its tokens reserved for the day.
 */
export function meteredModel(model: ModelPort, embedded: ModelPort, meter: TokenMeter): ModelPort {
  if (model === embedded) return embedded;
  return {
    name: model.name,
    async respond(request) {
      const estimate = estimatedTokens(request);
      const spent = await meter.reserve(estimate);
      if (spent) return { ...(await embedded.respond(request)), fallback: spent };
      let used = 0;
      try {
        const turn = await model.respond(request);
        used = usedBy(turn, embedded, estimate);
        return turn;
      } finally {
        await meter.settle(estimate, used);
      }
    },
  };
}

/** What a service does not report is counted as estimated. */
function usedBy({ usage, model }: ModelTurn, embedded: ModelPort, estimate: number): number {
  const reported = usage.inputTokens + usage.outputTokens;
  return reported > 0 || model === embedded.name ? reported : estimate;
}
