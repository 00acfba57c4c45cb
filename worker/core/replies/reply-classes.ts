/** What an answer to a mail of ours is. Those of `machineClasses` are told by the message's structure as well as by words. */
export const replyClasses = [
  'interested',
  'meeting',
  'question',
  'pricing',
  'objection',
  'wrong_person',
  'later',
  'not_interested',
  'unsubscribe',
  'auto_reply',
  'bounce',
  'complaint',
  'hostile_legal',
  'other',
] as const;
export type ReplyClass = (typeof replyClasses)[number];

/** No person wrote these. */
export const machineClasses = ['auto_reply', 'bounce', 'complaint'] as const satisfies readonly ReplyClass[];

/** Classes that words alone can show. */
export type WrittenClass = Exclude<ReplyClass, 'bounce' | 'complaint'>;
