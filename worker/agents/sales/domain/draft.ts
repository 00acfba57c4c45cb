import { presentableName } from '../../../core/provenance/presentable';
import type { CompanyFacts, CrmContactFacts, MessageFacts, PackageFacts, SponsoredEvent } from '../../../core/sales/facts';
import { composeAnswer } from '../../../core/sales/mail/answer';
import { composeOutreach, usableAngles } from '../../../core/sales/mail/compose';
import type { OwnSponsorship } from '../../../core/sales/proposal/source-text';
import type { FollowUpAngle } from '../../../core/sales-stages';
import type { ProposalFacts } from '../../../ports/sales';
import type { SalesAccess } from '../access';

/** A mail as it would be written from records: what a person is shown to edit, and what is rendered. */
export interface Draft {
  subject: string;
  greeting: string;
  paragraphs: string[];
  closing: string;
  locale: string;
  /** Of the one link below the text; '' for none. */
  linkLabel: string;
  citations: { label: string; quote: string }[];
}

export interface DraftRecords {
  event: SponsoredEvent;
  company: CompanyFacts;
  packages: readonly PackageFacts[];
  sponsorships: readonly OwnSponsorship[];
}

/** Reads what drafts about one company stand on. */
export async function draftRecords(sales: SalesAccess, company: CompanyFacts): Promise<DraftRecords> {
  const [event, packages, sponsorships] = await Promise.all([sales.records.event(), sales.records.packages(), sales.ownSponsorships()]);
  return { event, company, packages, sponsorships };
}

interface OutreachDraft {
  records: DraftRecords;
  contact: CrmContactFacts;
  proposal: ProposalFacts;
  /** The address of the proposal's page. */
  link: string;
  /** Mails of the sequence so far, oldest first. */
  sent: readonly Pick<MessageFacts, 'subject' | 'angle'>[];
  now: number;
}

function outreachInput({ records, contact, proposal, link, sent, now }: OutreachDraft) {
  const [first] = sent;
  const angles = sent.flatMap(({ angle }) => angle ?? []);
  return {
    ...records,
    contact,
    proposal: proposal.content,
    links: { proposal: link },
    thread: first ? { subject: first.subject, angles } : null,
    now,
  };
}

export function draftOutreach(draft: OutreachDraft, angle: FollowUpAngle): Draft | { problem: string } {
  const mail = composeOutreach({ ...outreachInput(draft), angle });
  if ('problem' in mail) return mail;
  return {
    subject: mail.subject,
    greeting: mail.greeting,
    paragraphs: mail.paragraphs.map(({ text }) => text),
    closing: mail.closing,
    locale: mail.locale,
    linkLabel: mail.paragraphs.find(({ link: one }) => one)?.link?.label ?? '',
    citations: [],
  };
}

/** Angles that the records allow now, the best first. */
export function anglesOf(draft: OutreachDraft): FollowUpAngle[] {
  return usableAngles(outreachInput(draft));
}

interface AnswerDraft {
  records: DraftRecords;
  contact: CrmContactFacts | null;
  packageId: string | null;
  message: Pick<MessageFacts, 'subject' | 'text'>;
  passages: Awaited<ReturnType<SalesAccess['passages']>>;
  now: number;
}

/** An answer from the records; null when they hold none to some part of it. */
export function draftAnswer({ records, contact, packageId, message, passages, now }: AnswerDraft): Draft | null {
  const answer = composeAnswer(message.text, { ...records, contact, packageId, passages, now });
  if (!answer) return null;
  return {
    subject: replySubject(message.subject),
    greeting: answer.greeting,
    paragraphs: answer.paragraphs.map(({ text }) => text),
    closing: answer.closing,
    locale: answer.locale,
    linkLabel: '',
    citations: answer.citations,
  };
}

const holding = {
  en: {
    greeting: (name: string) => (name === '' ? 'Hello,' : `Hello ${name},`),
    text: 'Thank you for your message. A colleague will come back to you on this.',
    closing: 'Kind regards',
  },
  de: {
    greeting: (name: string) => (name === '' ? 'Guten Tag,' : `Guten Tag ${name},`),
    text: 'vielen Dank für Ihre Nachricht. Jemand aus unserem Team meldet sich dazu bei Ihnen.',
    closing: 'Mit freundlichen Grüßen',
  },
} as const;

/** What a person starts from where the records hold no answer: it promises nothing. */
export function holdingAnswer(message: Pick<MessageFacts, 'subject'>, contact: CrmContactFacts | null): Draft {
  const words = contact?.locale?.toLowerCase().startsWith('de') ? holding.de : holding.en;
  return {
    subject: replySubject(message.subject),
    greeting: words.greeting(presentableName(contact?.name ?? '')),
    paragraphs: [words.text],
    closing: words.closing,
    locale: contact?.locale ?? 'en',
    linkLabel: '',
    citations: [],
  };
}

export function replySubject(subject: string): string {
  const bare = subject.replace(/^(?:(?:re|aw|sv|tr|fwd?|wg)\s*:\s*)+/i, '').trim();
  return `Re: ${bare === '' ? 'your message' : bare}`.slice(0, 200);
}

/** All of a draft's text, as a person edits it. */
export function textOf({ greeting, paragraphs, closing }: Pick<Draft, 'greeting' | 'paragraphs' | 'closing'>): string {
  return [greeting, ...paragraphs, closing].filter((part) => part !== '').join('\n\n');
}

/** A text that somebody wrote, as a draft: it keeps its own greeting and closing. */
export function draftOf(subject: string, body: string, like: { locale: string; linkLabel: string } | null): Draft {
  const paragraphs = body
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
  return { subject, greeting: '', paragraphs, closing: '', locale: like?.locale ?? 'en', linkLabel: like?.linkLabel ?? '', citations: [] };
}
