import { presentableLabel, presentableName, quotable } from '../core/provenance/presentable';
import type { OutgoingMail } from '../ports/mail';
import type { Letterhead, MailComposer, MailContent } from '../ports/mail-composer';
import {
  type RenderedMail,
  renderApprovalReminder,
  renderAttendeeCode,
  renderEffectStuck,
  renderHandover,
  renderMeeting,
  renderNewHolderTicket,
  renderOutreach,
  renderRefundConfirmation,
  renderTicket,
  renderTransferNotice,
  transactionalHeaders,
} from './mail-templates';
import { oneLine } from './mail-templates/safe-text';

/** All but those that are written in the name of a person. */
type EventMail = Exclude<MailContent, { template: 'outreach' }>;

/** Mails in the event's name, sent from the deployment's own address, answered at the event's. */
export function mailComposer(from: OutgoingMail['from']): MailComposer {
  return {
    compose(content, head, to) {
      // Written as a person writes: in the sender's name, and with automatic answers welcome, since they say who is away until when.
      if (content.template === 'outreach') {
        const name = oneLine(content.sender.name) || oneLine(head.name);
        return {
          from: { name, address: from.address },
          to: [to],
          replyTo: head.contactEmail,
          ...renderOutreach({ ...content, publicUrl: head.publicUrl, locale: head.locale }),
        };
      }
      return {
        from: { name: oneLine(head.name), address: from.address },
        to: [to],
        replyTo: head.contactEmail,
        headers: transactionalHeaders,
        ...rendered(presented(content), head),
      };
    },
  };
}

/** Names, labels and quotes that others wrote or that were imported, as far as they may stand in a mail. */
function presented(content: EventMail): EventMail {
  const name = presentableName;
  switch (content.template) {
    case 'ticket':
      return { ...content, holderName: name(content.holderName), ...labelled(content) };
    case 'new_holder_ticket':
      return { ...content, holderName: name(content.holderName), fromName: name(content.fromName), ...labelled(content) };
    case 'transfer_notice':
      return { ...content, holderName: name(content.holderName), newHolderName: name(content.newHolderName), ...labelled(content) };
    case 'refund_confirmation':
      return { ...content, name: name(content.name), orderCode: presentableLabel(content.orderCode, 60) || '—' };
    case 'meeting':
      return { ...content, readerName: name(content.readerName), title: presentableLabel(content.title, 160) || '—' };
    case 'handover':
      return {
        ...content,
        attendeeName: name(content.attendeeName),
        summary: quotable(content.summary),
        proposed: content.proposed.map(quotable),
        transcript: content.transcript.map(({ from, text }) => ({ from, text: quotable(text) })),
      };
    default:
      return content;
  }
}

function labelled({ ticketType, orderCode }: { ticketType: string; orderCode: string }) {
  return { ticketType: presentableLabel(ticketType) || '—', orderCode: presentableLabel(orderCode, 60) || '—' };
}

function rendered(content: EventMail, event: Letterhead): RenderedMail {
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
    case 'meeting':
      return renderMeeting({ event, locale, ...content });
    case 'approval_reminder':
      return renderApprovalReminder({ eventName: event.name, timeZone: event.timeZone, publicUrl: event.publicUrl, ...content });
    case 'handover':
      return renderHandover({ eventName: event.name, publicUrl: event.publicUrl, ...content });
  }
}
