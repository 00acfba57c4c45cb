import { fenced } from '../core/provenance/fence';
import type { ModelPort } from '../ports/model';

/** A language model that gets untrusted text between fences whose word changes with every request. `newWord` must be unguessable. */
export function fencedModel(model: ModelPort, newWord: () => string): ModelPort {
  return {
    name: model.name,
    respond(request) {
      const word = newWord();
      const { messages, tools } = request;
      return model.respond({ ...request, tools, messages: messages.map((message) => ({ ...message, text: fenced(message.text, word) })) });
    },
  };
}
