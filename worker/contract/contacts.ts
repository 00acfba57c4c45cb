import { z } from 'zod';
import { AgentName, Email, Instant } from './common';
import type { Endpoints } from './endpoint';
import { CommandView, Suppression } from './work';

/** What may be sent to a contact now that nobody asked for. */
export const ContactDecision = z.object({
  decision: z.enum(['send', 'hold', 'stop']),
  /** Of `hold`: not before. */
  until: Instant.nullable(),
  /** In words; null for `send`. */
  reason: z.string().nullable(),
});
export type ContactDecision = z.infer<typeof ContactDecision>;

export const Contact = z.object({
  address: z.string(),
  /** Null at free mail services, where a domain is no company. */
  companyDomain: z.string().nullable(),
  timeZone: z.string().nullable(),
  lastReplyAt: Instant.nullable(),
  stoppedAt: Instant.nullable(),
  stopReason: z.string().nullable(),
  suppression: Suppression.nullable(),
  companySuppression: Suppression.nullable(),
  /** For outreach and campaigns, by the rules of the event heard from last. */
  now: ContactDecision,
  /** Over all events and agents of the organization, latest first, at most 100. */
  history: z.array(
    z.object({
      commandId: z.string(),
      eventId: z.string(),
      eventName: z.string(),
      agent: AgentName,
      purpose: z.string(),
      subject: z.string(),
      state: CommandView.shape.state,
      at: Instant,
    }),
  ),
  inbound: z.array(z.object({ id: z.string(), kind: z.enum(['reply', 'opt_out', 'auto_reply']), subject: z.string(), at: Instant })),
});
export type Contact = z.infer<typeof Contact>;

/** Contacts: what they were sent, what stops it. */
export const contactsEndpoints = {
  'GET /contacts/{address}': {
    summary: 'One contact over all events and agents: history, replies, and what holds mail back',
    access: 'viewer',
    params: z.object({ address: Email }),
    response: Contact,
  },
  'POST /mailbox/{mailId}/reply': {
    summary: 'Answer a mail of the local mailbox as its recipient would (only while mail has its stand-in)',
    access: 'organizer',
    params: z.object({ mailId: z.string().min(1).max(60) }),
    body: z.object({
      text: z.string().trim().min(1).max(20_000),
      /** An automatic answer, such as an absence note. */
      automatic: z.boolean().default(false),
    }),
    /** What the answer was taken for, and how many effects on their way it stopped. */
    response: z.object({ kind: z.enum(['reply', 'opt_out', 'auto_reply']), stopped: z.number().int() }),
  },
} satisfies Endpoints;
