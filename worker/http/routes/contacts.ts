import { AgentName } from '../../contract/common';
import type { Contact } from '../../contract/contacts';
import { contactVerdict } from '../../core/contact/conscience';
import { AppError } from '../../core/errors';
import { databaseOf } from '../../db/database';
import { contactFacts, contactView, lastEventOf } from '../../db/records/contacts';
import { eventPolicyOf } from '../../db/records/event-scope';
import { commandByKey } from '../../db/records/outbox';
import { mailById } from '../../db/records/work';
import { addressOf } from '../../inbound/raw-mail';
import { receiveMail } from '../../inbound/receive-mail';
import { contactReason } from '../../queues/hold';
import { newId } from '../../random';
import type { HandlerTable } from '../app';
import { suppressionView } from './mailbox';

export const contactRoutes = {
  async 'GET /contacts/{address}'({ env, identity, params, now }) {
    const { organizationId } = identity;
    const { address } = params;
    const db = databaseOf(env, organizationId);
    const [{ state, company, stops, history, inbound }, event] = await Promise.all([
      contactView(db, organizationId, address),
      lastEventOf(db, organizationId, address),
    ]);
    let allowed: Contact['now'] = { decision: 'send', until: null, reason: null };
    if (event) {
      const at = event.clockNow ?? now;
      const mail = { organizationId, address, commandId: '', queuedAt: at + 1, clock: event.clock, timeZone: event.timeZone };
      const [facts, policy] = await Promise.all([contactFacts(db, mail, at), eventPolicyOf(db, organizationId, event.id)]);
      const verdict = contactVerdict(facts, policy.contact, at);
      allowed = {
        decision: verdict.decision,
        until: verdict.decision === 'hold' ? verdict.until : null,
        reason: verdict.decision === 'send' ? null : contactReason(verdict.rule),
      };
    }
    return {
      address,
      companyDomain: company === '' ? null : company,
      timeZone: state?.timeZone ?? null,
      lastReplyAt: state?.lastReplyAt ?? null,
      stoppedAt: state?.stoppedAt ?? null,
      stopReason: state?.stopReason ?? null,
      suppression: shown(stops.find((stop) => stop.channel === 'mail')),
      companySuppression: shown(stops.find((stop) => stop.channel === 'company')),
      now: allowed,
      history: history.map((row) => ({ ...row, agent: AgentName.parse(row.agent) })),
      inbound: inbound.map(({ id, kind, subject, at }) => ({ id, kind, subject, at })),
    };
  },

  async 'POST /mailbox/{mailId}/reply'({ env, identity, params, body, now }) {
    const { organizationId } = identity;
    const db = databaseOf(env, organizationId);
    const mail = await mailById(db, organizationId, params.mailId);
    if (!mail) throw new AppError('not_found', 'There is no such mail.');
    const [from] = mail.recipients;
    if (!from) throw new AppError('conflict', 'This mail has no recipient who could answer.');
    const command = await commandByKey(db, organizationId, mail.idempotencyKey);
    const event = mail.eventId ? await lastEventOf(db, organizationId, from) : null;
    const reception = await receiveMail(env, {
      organizationId,
      eventId: mail.eventId,
      commandId: command?.id ?? null,
      providerRef: `mailbox:${newId('request', now)}`,
      from,
      to: mail.headers['Reply-To'] ?? addressOf(mail.sender),
      subject: `Re: ${mail.subject}`,
      text: body.text,
      headers: body.automatic ? { 'auto-submitted': 'auto-replied' } : {},
      at: event?.clockNow ?? now,
    });
    if (!reception) throw new AppError('conflict', 'This answer was taken in before.');
    return reception;
  },
} satisfies Partial<HandlerTable>;

const shown = (row: Parameters<typeof suppressionView>[0] | undefined) => (row ? suppressionView(row) : null);
