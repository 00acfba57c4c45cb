import type { ReachFacts } from '../../../core/policy/rules/sales';
import type { Source } from '../../../core/provenance/ledger';
import type { CompanyFacts, CrmContactFacts } from '../../../core/sales/facts';
import type { ToolContext } from '../../define-tool';
import { salesOf } from '../access';

export interface Reached {
  company: CompanyFacts | null;
  contact: CrmContactFacts | null;
  reach: ReachFacts;
}

interface Wish {
  companyId: string;
  contactId: string;
  campaignId: string | null;
  /** Who planned it; null for what an agent proposes on nobody's behalf. */
  by: string | null;
  isAnswer: boolean;
}

/** Whom a mail or meeting would reach, and what the records say against it. */
export async function reachOf(context: ToolContext, { companyId, contactId, campaignId, by, isAnswer }: Wish): Promise<Reached> {
  const { records, isBusyElsewhere } = salesOf(context);
  const [company, contact, busyElsewhere] = await Promise.all([
    records.company(companyId),
    records.contact(contactId),
    isBusyElsewhere(contactId, campaignId),
  ]);
  const asker = context.requestedBy ?? by;
  // A key stands for nobody in particular: it takes no relation over.
  const owner = contact?.owner ?? company?.owner ?? null;
  return {
    company,
    contact,
    reach: {
      contactOfCompany: company !== null && contact?.companyId === company.id,
      hasAddress: contact !== null && contact.email !== '',
      stopped: contact?.stopped ?? (company?.doNotContact ? 'do_not_contact' : null),
      basis: contact?.basis ?? '',
      ownedBy: owner !== null && asker !== null && owner !== asker ? owner : null,
      busyElsewhere,
      isAnswer,
    },
  };
}

/** What may steer a mail of sales: the records of the company and its contact, and the addresses that answers go to. */
export function reachSources({ company, contact }: Reached, replyTo: string, records: unknown): Source[] {
  return [
    { provenance: 'record', from: 'the records of sales', value: [company?.id, contact?.id, contact?.email, records] },
    { provenance: 'organizer', from: "the deployment's own address", value: [replyTo] },
  ];
}

/** As people are shown to people. */
export function who(contact: { name: string; title: string; email: string } | null, otherwise: string): string {
  return contact ? `${contact.name}${contact.title === '' ? '' : `, ${contact.title}`} <${contact.email}>` : otherwise;
}
