import { decideSupport } from '../core/embedded-model/support';
import type { SupportDecision, SupportInput } from '../core/embedded-model/types';
import type { ModelPort } from '../ports/model';

/**
 * The embedded model behind the model's port: it decides on the situation, not on the messages. A call carries its
 * reason as text; a reply is the whole `SupportReply` as JSON text. Deterministic, needs no network, uses no tokens.
 */
export function embeddedModel(decide: (input: SupportInput) => SupportDecision = decideSupport): ModelPort {
  return {
    name: 'embedded',
    async respond(request) {
      const decision = decide(request.situation.input);
      const usage = { inputTokens: 0, outputTokens: 0 };
      if (decision.kind === 'call') {
        const before = request.situation.input.results.length;
        const toolCalls = decision.calls.map(({ name, args }, index) => ({ id: `call_${before + index}`, name, args }));
        return { text: decision.reason, toolCalls, usage, model: 'embedded' };
      }
      request.onDelta?.(decision.answer);
      return { text: JSON.stringify(decision), toolCalls: [], usage, model: 'embedded' };
    },
  };
}
