import { mac } from './digest';

/** The only key to a conversation: whoever knows its id still needs this. Nothing is stored for it. */
export function conversationToken(secret: string, eventId: string, conversationId: string): Promise<string> {
  return mac(secret, 'conversation', `${eventId}:${conversationId}`);
}
