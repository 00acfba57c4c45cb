import { AppError } from '../../core/errors';
import type { Retrieved } from '../../core/knowledge/types';
import type { OwnSponsorship } from '../../core/sales/proposal/source-text';
import type { FoundPerson } from '../../ports/people-search';
import type { MemberStanding, SalesRecords } from '../../ports/sales';

import type { ToolContext } from '../define-tool';

/** How mails of sales travel and are told apart. */
export interface MailPaths {
  /** RFC 5322 Message-ID without brackets. */
  messageId(salesMessageId: string): string;
  /** The address that answers go to; `thread` is the id of the deal, or of the contact where there is none. */
  replyTo(thread: string): string;
  /** Header fields of RFC 2369 and RFC 8058. */
  optOut(address: string): Promise<Record<string, string>>;
  /** An address of this deployment that counts the click and leads to `url`. */
  link(salesMessageId: string, url: string): Promise<string>;
  /** The picture that counts an open; null where opens are not counted. */
  pixel(salesMessageId: string): Promise<string | null>;
}

/** What the tools of the sales agent reach beside the records of an event. */
export interface SalesAccess {
  records: SalesRecords;
  /** Sponsorships of the organization's own events, by all companies, the latest 500. */
  ownSponsorships(): Promise<OwnSponsorship[]>;
  /** Names of all companies but this one, at most 5,000: none of them belongs into a mail to it. */
  otherCompanies(companyId: string): Promise<string[]>;
  member(memberId: string): Promise<MemberStanding | null>;
  /** Whether another campaign of the organization is writing to this contact. */
  isBusyElsewhere(contactId: string, campaignId: string | null): Promise<boolean>;
  mail: MailPaths;
  /** Looks people up at a service that was configured by key; null when none is. */
  findPeople: ((domain: string, company: string) => Promise<FoundPerson[]>) | null;
  /** What the event's knowledge holds about a question, best first. */
  passages(question: string): Promise<Retrieved[]>;
  /** An unguessable part of an address. */
  newToken(): string;
}

/** The same without anything that a look at its result could give away. */
export function hiddenSales(sales: SalesAccess, hidden: string): SalesAccess {
  return { ...sales, newToken: () => hidden };
}

/** Throws `misconfigured` for a context that has no sales records: the tool belongs to the sales agent alone. */
export function salesOf({ sales }: ToolContext): SalesAccess {
  if (!sales) throw new AppError('misconfigured', 'This tool needs the records of sales; only the sales agent has them.');
  return sales;
}
