export { type ApprovalReminderMailData, renderApprovalReminder } from './approval-reminder';
export { type AttendeeCodeMailData, renderAttendeeCode } from './attendee-code';
export type { MailEvent } from './event-mail';
export { type RenderedMail, transactionalHeaders } from './layout';
export { type MeetingMailData, renderMeeting } from './meeting';
export { type OutreachMailData, renderOutreach } from './outreach';
export { type RefundConfirmationMailData, renderRefundConfirmation } from './refund-confirmation';
export {
  type EffectStuckMailData,
  type HandoverMailData,
  type InvitationMailData,
  renderEffectStuck,
  renderHandover,
  renderInvitation,
  renderSignIn,
  type SignInMailData,
} from './team-mail';
export { type NewHolderTicketMailData, renderNewHolderTicket, renderTicket, type TicketMailData } from './ticket';
export { renderTransferNotice, type TransferNoticeMailData } from './transfer-notice';
