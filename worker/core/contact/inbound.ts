import type { ReceivedMail } from '../replies/mail';
import { type Reply, readReply } from '../replies/read-reply';

/** Pure. What a mail that came in does to what is queued. */

export type InboundKind = 'reply' | 'opt_out' | 'auto_reply';

/** From here on a wish that is not put in the usual words counts as one. */
const sureEnough = 0.7;

/**
 * What machines write stops nothing; a wish to hear nothing more, in words or behind a threat, stops all mail; every other word of
 * a person stops what is queued. `now` as for `readReply`.
 */
export function inboundKind(mail: ReceivedMail, now: number): InboundKind {
  return kindOf(readReply(mail, now));
}

export function kindOf({ class: found, confidence }: Reply): InboundKind {
  switch (found) {
    case 'auto_reply':
    case 'bounce':
    case 'complaint':
      return 'auto_reply';
    case 'unsubscribe':
    case 'hostile_legal':
      return confidence >= sureEnough ? 'opt_out' : 'reply';
    default:
      return 'reply';
  }
}
