import type { BatchItem } from 'drizzle-orm/batch';
import type { SalesChange } from '../ports/sales';
import type { Database } from './database';
import { dealChanged, dealOpened, dealScored } from './sales/deal-statements';
import { mailQueued, proposalWritten } from './sales/mail-statements';
import { meetingSet } from './sales/meeting-statements';
import { contactsFound, noteAdded } from './sales/people-statements';

export interface SalesScope {
  db: Database;
  organizationId: string;
  eventId: string;
  /** Who does it: a user id, `key:<id>`, or the agent where it is left out. */
  by?: string;
}

/** The statements of a change of sales records, with the guards that keep it from happening to what has moved meanwhile. */
export function salesStatements(
  scope: SalesScope,
  change: SalesChange,
  commandIds: Map<string, string>,
  now: number,
): BatchItem<'sqlite'>[] {
  switch (change.change) {
    case 'deal_opened':
      return dealOpened(scope, change, now);
    case 'deal_changed':
      return dealChanged(scope, change, now);
    case 'deal_scored':
      return dealScored(scope, change, now);
    case 'note_added':
      return noteAdded(scope, change, now);
    case 'proposal_written':
      return proposalWritten(scope, change, now);
    case 'sales_mail_queued':
      return mailQueued(scope, change, commandIds, now);
    case 'contacts_found':
      return contactsFound(scope, change, now);
    case 'meeting_set':
      return meetingSet(scope, change, now);
  }
}
