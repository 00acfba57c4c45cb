import type { CrmContactFacts } from '../../../core/sales/facts';
import { lintContext, lintMail } from '../../../core/sales/lint/lint-mail';
import type { OutreachSettings } from '../../../core/sales/types';
import type { OutgoingMail } from '../../../ports/mail';
import type { ToolContext } from '../../define-tool';
import { salesOf } from '../access';
import type { Draft, DraftRecords } from './draft';

interface Outgoing {
  draft: Draft;
  contact: CrmContactFacts;
  settings: OutreachSettings;
  /** The address of the proposal's page; '' for none. */
  link: string;
  salesMessageId: string;
  /** Words that nobody of the organization wrote. */
  aiAssisted: boolean;
}

/** A mail of outreach as it goes out: with its postal address, a way out, a link that counts and the picture that does. */
export async function renderOutreach(context: ToolContext, outgoing: Outgoing): Promise<OutgoingMail> {
  const { draft, contact, settings, link, salesMessageId, aiAssisted } = outgoing;
  const { mail } = salesOf(context);
  const headers = await mail.optOut(contact.email);
  const composed = context.composer.compose(
    {
      template: 'outreach',
      subject: draft.subject,
      greeting: draft.greeting,
      paragraphs: draft.paragraphs,
      closing: draft.closing,
      link: link !== '' && draft.linkLabel !== '' ? { label: draft.linkLabel, href: await mail.link(salesMessageId, link) } : null,
      sender: { name: settings.senderName, title: settings.senderTitle, postalAddress: settings.postalAddress },
      organizer: context.event.name,
      optOutLink: optOutLinkOf(headers),
      pixel: await mail.pixel(salesMessageId),
      aiAssisted,
    },
    { ...context.letterhead, locale: draft.locale },
    contact.email,
  );
  return { ...composed, headers: { ...composed.headers, ...headers } };
}

export interface Linted extends Omit<Outgoing, 'salesMessageId'> {
  records: DraftRecords;
  /** Names of other companies that must not stand in it. */
  otherNames: readonly string[];
}

/** What keeps a mail from going out, in words: read as it would go out. */
export async function lintOutreach(context: ToolContext, { records, otherNames, ...outgoing }: Linted): Promise<string[]> {
  const { draft, contact, settings } = outgoing;
  const mail = await renderOutreach(context, { ...outgoing, salesMessageId: unsent });
  const found = lintMail(
    mail,
    lintContext({
      ...records,
      contact,
      otherCompanies: otherNames,
      ownPast: records.company.sponsorships,
      goals: records.company.goals,
      sender: settings,
      organizer: context.event.name,
      publicUrl: context.letterhead.publicUrl,
      optOutLink: optOutLinkOf(mail.headers ?? {}),
      quotes: draft.citations.map(({ quote }) => quote),
      locale: draft.locale,
      now: context.now,
    }),
  );
  return found.map(({ text, at }) => (at === '' ? text : `${text} (${at})`));
}

/** In the place of an id that only a mail which leaves gets. */
const unsent = 'sms_000000000000000000000000';

function optOutLinkOf(headers: Record<string, string>): string {
  return /<([^<>]+)>/.exec(headers['List-Unsubscribe'] ?? '')?.[1] ?? '';
}
