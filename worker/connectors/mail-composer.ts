import type { OutgoingMail } from '../ports/mail';
import type { Letterhead, MailComposer, MailContent } from '../ports/mail-composer';
import {
  type RenderedMail,
  renderApprovalReminder,
  renderAttendeeCode,
  renderEffectStuck,
  renderHandover,
  renderNewHolderTicket,
  renderRefundConfirmation,
  renderTicket,
  renderTransferNotice,
  transactionalHeaders,
} from './mail-templates';

/** Mails in the event's name, sent from the deployment's own address, answered at the event's. */
export function mailComposer(from: OutgoingMail['from']): MailComposer {
  return {
    compose(content, head, to) {
      return {
        from: { name: head.name, address: from.address },
        to: [to],
        replyTo: head.contactEmail,
        headers: transactionalHeaders,
        ...rendered(content, head),
      };
    },
  };
}

function rendered(content: MailContent, event: Letterhead): RenderedMail {
  const { locale } = event;
  switch (content.template) {
    case 'ticket':
      return renderTicket({ event, locale, ...content });
    case 'new_holder_ticket':
      return renderNewHolderTicket({ event, locale, ...content });
    case 'transfer_notice':
      return renderTransferNotice({ event, locale, ...content });
    case 'attendee_code':
      return renderAttendeeCode({ event, locale, ...content });
    case 'refund_confirmation':
      return renderRefundConfirmation({ event, locale, ...content });
    case 'effect_stuck':
      return renderEffectStuck({ eventName: event.name, publicUrl: event.publicUrl, ...content });
    case 'approval_reminder':
      return renderApprovalReminder({ eventName: event.name, timeZone: event.timeZone, publicUrl: event.publicUrl, ...content });
    case 'handover':
      return renderHandover({ eventName: event.name, publicUrl: event.publicUrl, ...content });
  }
}
