import { databaseOf } from '../../worker/db/database';
import type { EventScope } from '../../worker/db/records/event-scope';
import { repliesToAct, replyActed } from '../../worker/db/records/outreach/replies';
import { announceSales } from '../../worker/sales/announce';
import { callTool, type SalesDesk } from './calls';
import { keyOf } from './campaigns';

/** Deals with what sponsors write, as far as policy lets an agent: once each, under a key that comes from the message. */
export class Replies {
  constructor(private readonly desk: SalesDesk) {}

  async lookAtAll(): Promise<void> {
    const scope = await this.desk.eventScope();
    const db = databaseOf(this.desk.bindings, scope.event.organizationId);
    // A paused agent leaves them where a person sees them, and takes them up when it goes on.
    if (scope.policy.paused) return;
    for (const reply of await repliesToAct(db, keyOf(scope))) {
      const outcome = reply.contactId ? await this.act(scope, { ...reply, contactId: reply.contactId }) : 'no_contact';
      await replyActed(db, keyOf(scope), reply.id, outcome, outcome === 'done', this.desk.now(scope));
      await announceSales(this.desk.bindings, this.desk.eventId, 'reply', reply.id);
    }
  }

  private async act(scope: EventScope, reply: { id: string; companyId: string; contactId: string; act: string }): Promise<string> {
    const { companyId, contactId, id } = reply;
    const outcome = await callTool(this.desk, scope, {
      runId: `run_${id.slice(4)}r`,
      name: reply.act === 'offer_meeting' ? 'schedule_meeting' : 'send_email',
      args: { companyId, contactId, inReplyTo: id },
      reasoning: reply.act === 'offer_meeting' ? 'They are interested: offers a meeting.' : 'Answers what they asked, from the records.',
      requestedBy: null,
    });
    return outcome.kind === 'refused' ? outcome.rule : outcome.kind;
  }
}
