import type { Dice } from './dice';
import type { Notices } from './notices';

export interface ServiceRefund {
  id: string;
  key: string;
  payment: string;
  metadata: Record<string, string>;
  status: 'pending' | 'succeeded' | 'failed';
}

export interface ServiceMail {
  id: string;
  key: string;
  to: string;
  tags: { name: string; value: string }[];
}

let told = 0;
const nextId = () => `evt_${process.pid}_${++told}`;

/** What Stripe tells of a refund: that it was made and how it ended, which in one of eight is badly. */
export function tellOfRefund(notices: Notices, dice: Dice, refund: ServiceRefund): void {
  const end = dice.next() < 0.125 ? 'failed' : 'succeeded';
  refund.status = end === 'succeeded' && dice.next() < 0.5 ? 'succeeded' : 'pending';
  const tell = (type: string, status: ServiceRefund['status'], before?: () => void) => {
    const { id, key, metadata } = refund;
    const object = {
      id,
      object: 'refund',
      status,
      metadata,
      ...(status === 'failed' ? { failure_reason: 'expired_or_canceled_card' } : {}),
    };
    const body = { id: nextId(), type, created: Math.floor(Date.now() / 1000), data: { object } };
    notices.tell({ id: `stripe:${body.id}`, service: 'stripe', key, outcome: `refund_${status}`, body: JSON.stringify(body) }, before);
  };
  const ends = () => {
    refund.status = end;
  };
  tell('refund.created', refund.status);
  if (refund.status !== end) tell(end === 'failed' ? 'refund.failed' : 'refund.updated', end, ends);
  if (end === 'failed') tell('refund.updated', end, ends);
  else if (dice.next() < 0.3) tell('charge.refund.updated', end, ends);
}

/** What Resend tells of a mail: that it is out and whether it has arrived. One of thirty attendees' addresses turns out to be wrong. */
export function tellOfMail(notices: Notices, dice: Dice, mail: ServiceMail, mayBounce: boolean): void {
  const tell = (type: string, more: object = {}) => {
    const { id, key, to, tags } = mail;
    const data = { email_id: id, to: [to], tags, ...more };
    const notice = nextId();
    const body = JSON.stringify({ type: `email.${type}`, created_at: new Date().toISOString(), data });
    notices.tell({ id: `msg_${notice}`, service: 'resend', key, outcome: type, body });
  };
  tell('sent');
  const roll = dice.next();
  if (mayBounce && roll < 0.03) tell('bounced', { bounce: { type: 'Permanent', subType: 'General', message: 'no such mailbox' } });
  else if (roll < 0.1) tell('bounced', { bounce: { type: 'Transient', subType: 'MailboxFull', message: 'full' } });
  else tell('delivered');
  if (dice.next() < 0.2) tell('opened');
}
