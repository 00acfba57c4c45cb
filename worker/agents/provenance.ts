import type { Offer } from '../core/embedded-model/types';
import { Amount } from '../core/money';
import { evaluate } from '../core/policy/rule';
import { agreementRules, controlRules, outgoingRules } from '../core/policy/rules/provenance';
import type { Verdict } from '../core/policy/verdict';
import { allowedFor } from '../core/provenance/allowed';
import { controlOrigins, untrusted } from '../core/provenance/controls';
import { isTrusted, originOf, type Source } from '../core/provenance/ledger';
import { type Allowed, foreignLinks } from '../core/provenance/links';
import type { NewCommand } from '../ports/commands';
import type { OutgoingMail } from '../ports/mail';
import type { PreparedCall, Tool, ToolContext } from './define-tool';

interface Case {
  tool: Tool;
  prepared: PreparedCall;
  context: ToolContext;
}

export interface ProvenanceFindings {
  /** Rules that spoke: on control values of the call, on recipients and links of what it would send. */
  verdicts: Verdict[];
  /** Every control value and recipient comes from a trusted source. */
  trusted: boolean;
}

/**
 * Where everything that steers an effect came from, and where what it would send leads. Calls without an effect pass.
 * A call that a rule of its tool refuses is not rendered.
 */
export async function judgeProvenance({ tool, prepared, context }: Case): Promise<ProvenanceFindings> {
  if (!prepared.effect) return { verdicts: [], trusted: true };
  const sources = [...ownSources(context), ...prepared.effect.sources, ...(context.read?.() ?? [])];
  const origins = controlOrigins(tool.controls, prepared.input, sources);
  const verdicts = origins.flatMap((origin) => evaluate(controlRules, origin));
  const agreed = tool.effect === 'money' ? context.agreed?.() : undefined;
  if (agreed !== undefined) verdicts.push(...evaluate(agreementRules, { agreed: isAgreed(agreed, prepared.input), offered: agreed }));
  const refused = prepared.verdicts.some((verdict) => verdict.kind === 'refuse');
  const commands = refused ? [] : (await prepared.stage()).commands;
  const strangers = [...new Set(commands.flatMap(recipientsOf))].filter((address) => !isTrusted(originOf(address, sources).provenance));
  const foreign = commands.flatMap((command) => foreignIn(command, context));
  verdicts.push(...evaluate(outgoingRules, { strangers, foreignLinks: [...new Set(foreign)] }));
  return { verdicts, trusted: untrusted(origins).length === 0 && strangers.length === 0 };
}

/** What is trusted whatever the run did: who proved to be whom, and what the organizer entered. */
function ownSources({ holder, transferForm, event }: ToolContext): Source[] {
  return [
    { provenance: 'verified_identity', from: 'the one-time code', value: holder },
    { provenance: 'verified_identity', from: "the holder's transfer form", value: transferForm },
    { provenance: 'organizer', from: 'the event', value: [event.contactEmail] },
  ];
}

/** The very amount for the very order and ticket. Absent and null ticket mean the whole order. */
function isAgreed(offer: Offer | null, input: Record<string, unknown>): boolean {
  if (offer?.kind !== 'refund') return false;
  const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
  const amount = Amount.safeParse(input.amount).data;
  return (
    same(offer.orderId, input.orderId) &&
    same(offer.ticketId, input.ticketId) &&
    offer.amount.minor === amount?.minor &&
    offer.amount.currency === amount.currency
  );
}

function recipientsOf(command: NewCommand): string[] {
  switch (command.kind) {
    case 'mail.send':
      return [...command.payload.mail.to, command.target, ...(command.payload.mail.replyTo ? [command.payload.mail.replyTo] : [])];
    case 'calendar.book':
      return [command.payload.guest.email];
    case 'calendar.cancel':
      return [];
    case 'payments.refund':
      return [command.payload.buyer.email, command.target];
  }
}

function foreignIn(command: NewCommand, context: ToolContext): string[] {
  if (command.kind !== 'mail.send') return [];
  const { mail } = command.payload;
  return foreignInMail(mail, allowedIn(context, mail.to));
}

/** Links, images and addresses of a mail that lead elsewhere: in its subject, text and HTML. */
export function foreignInMail(mail: OutgoingMail, allowed: Allowed): string[] {
  const found = [
    ...foreignLinks(`${mail.subject}\n${mail.from.name}`, 'text', allowed),
    ...foreignLinks(mail.text, 'text', allowed),
    ...foreignLinks(mail.html, 'html', allowed),
  ];
  return [...new Set(found.map((link) => link.text))];
}

export function allowedIn({ letterhead, event, policy, pageHosts }: ToolContext, readers: readonly string[]): Allowed {
  return allowedFor({ publicUrl: letterhead.publicUrl, event, policy: policy.event, pageHosts: pageHosts ?? [], readers });
}
