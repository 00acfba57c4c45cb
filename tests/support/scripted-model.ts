import { expect } from 'vitest';
import type { ModelPort, ModelRequest, ModelTurn } from '../../worker/ports/model';

type Turn = { text: string } | { calls: { name: string; args: unknown }[]; text?: string } | { throws: Error };

/** A language model that follows a script: it fails on a call it did not expect, and `verify` on a turn that was not used. */
export function scriptedModel(
  ...script: (Turn | ((request: ModelRequest) => Turn))[]
): ModelPort & { requests: ModelRequest[]; verify(): void } {
  const requests: ModelRequest[] = [];
  let used = 0;
  return {
    name: 'scripted',
    requests,
    async respond(request): Promise<ModelTurn> {
      requests.push(request);
      const step = script[used++];
      if (!step) throw new Error(`the model was asked for a turn ${used} that is not in the script`);
      const turn = typeof step === 'function' ? step(request) : step;
      if ('throws' in turn) throw turn.throws;
      const toolCalls = 'calls' in turn ? turn.calls.map((call, index) => ({ id: `call_${used}_${index}`, ...call })) : [];
      return { text: turn.text ?? '', toolCalls, usage: { inputTokens: 1, outputTokens: 1 }, model: 'scripted' };
    },
    verify: () => expect(used, 'turns of the script that were used').toBe(script.length),
  };
}

/** The final text of a language model, in the agreed form. */
export const modelReply = (answer: string, over: Record<string, unknown> = {}): { text: string } => ({
  text: JSON.stringify({
    outcome: 'answered',
    answer,
    passageIds: [],
    actions: [],
    nextSteps: [],
    quickReplies: [],
    language: 'en',
    escalation: null,
    ...over,
  }),
});
