/** Pure. Names of the objects: one place knows how an event's work is spread. */

/** How many support objects share one event's conversations. A change moves new conversations only when it is made before the event opens. */
export const supportShards = 1;

/** The support object of a conversation; without one, the object that answers for the event as a whole. */
export function supportName(eventId: string, conversationId?: string): string {
  const shard = conversationId === undefined || supportShards === 1 ? 0 : hash(conversationId) % supportShards;
  return shard === 0 ? eventId : `${eventId}.${shard}`;
}

export function supportNames(eventId: string): string[] {
  return Array.from({ length: supportShards }, (_, shard) => (shard === 0 ? eventId : `${eventId}.${shard}`));
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return value;
}
