import { type MailPart, type RenderedMail, renderMail } from './layout';
import { linkWithin, oneLine, typedName, typedText } from './safe-text';

/** Mails to the people who run events. English; the colour is the product's own. */
const productColor = '#1f6f5c';
const product = 'EventOS CoAgents';

export interface TeamDraft {
  brandName: string;
  subject: string;
  title: string;
  preheader: string;
  parts: MailPart[];
  why: string;
}

export function renderForTeam(draft: TeamDraft): RenderedMail {
  return renderMail({ ...draft, lang: 'en', dir: 'ltr', brandColor: productColor, footer: [draft.why, product] });
}

export interface SignInMailData {
  organizationName: string;
  publicUrl: string;
  /** At least one of code and link. */
  code?: string;
  link?: string;
  validMinutes: number;
}

/** A code or a link with which somebody signs in. Throws `internal` when the link leads elsewhere. */
export function renderSignIn(data: SignInMailData): RenderedMail {
  const organization = oneLine(data.organizationName);
  const code = data.code === undefined ? undefined : oneLine(data.code, 20);
  const parts: MailPart[] = [];
  if (code !== undefined) {
    parts.push({ kind: 'paragraph', text: 'Enter this code on the page where you are signing in.' });
    parts.push({ kind: 'code', label: 'Sign-in code', code });
  }
  if (data.link !== undefined) {
    parts.push({ kind: 'paragraph', text: code === undefined ? 'Open this link to sign in.' : 'Or open this link instead.' });
    parts.push({ kind: 'button', label: 'Sign in', link: linkWithin(data.publicUrl, data.link) });
  }
  const valid = `Valid for ${data.validMinutes} minutes, once.`;
  parts.push({ kind: 'note', text: `${valid} If you did not try to sign in, ignore this message and pass it on to nobody.` });
  return renderForTeam({
    brandName: organization,
    subject: code === undefined ? `Sign in to ${organization}` : `${code} is your sign-in code for ${organization}`,
    title: `Sign in to ${organization}`,
    preheader: valid,
    parts,
    why: 'You receive this message because somebody entered your address to sign in.',
  });
}

export interface InvitationMailData {
  organizationName: string;
  inviterName: string;
  role: 'owner' | 'organizer' | 'viewer';
  link: string;
  publicUrl: string;
  validDays: number;
}

const mayDo: Record<InvitationMailData['role'], string> = {
  owner: 'As an owner you manage everything, including members and keys.',
  organizer: 'As an organizer you run events, decide what agents may do and answer attendees.',
  viewer: 'As a viewer you see everything and change nothing.',
};

/** Invites somebody into an organization. Throws `internal` when the link leads elsewhere. */
export function renderInvitation(data: InvitationMailData): RenderedMail {
  const organization = oneLine(data.organizationName);
  const inviter = typedName(data.inviterName);
  return renderForTeam({
    brandName: organization,
    subject: `Invitation to ${organization}`,
    title: `You are invited to ${organization}`,
    preheader: `${inviter} invites you as ${data.role}.`,
    parts: [
      { kind: 'paragraph', text: `${inviter} invites you to run events together with ${organization}. ${mayDo[data.role]}` },
      { kind: 'button', label: 'Accept the invitation', link: linkWithin(data.publicUrl, data.link) },
      { kind: 'note', text: `The invitation is valid for ${data.validDays} days and for this address only.` },
    ],
    why: 'If you do not know who invites you, ignore this message.',
  });
}

export interface HandoverMailData {
  eventName: string;
  publicUrl: string;
  conversationLink: string;
  attendeeName: string;
  reason: string;
  summary: string;
  tried: string[];
  proposed: string[];
  /** Oldest first. */
  transcript: { from: string; text: string }[];
}

const shownTurns = 12;

/** Tells an organizer that an attendee needs a person: why, what was tried, what is proposed, and what was said. */
export function renderHandover(data: HandoverMailData): RenderedMail {
  const event = oneLine(data.eventName);
  const attendee = typedName(data.attendeeName) || 'An attendee';
  const left = Math.max(0, data.transcript.length - shownTurns);
  const parts: MailPart[] = [
    { kind: 'paragraph', text: typedText(data.summary) },
    { kind: 'facts', rows: [['Reason', typedText(data.reason, 200)]] },
    { kind: 'button', label: 'Open the conversation', link: linkWithin(data.publicUrl, data.conversationLink) },
    ...listed('Tried so far', data.tried),
    ...listed('Proposed', data.proposed),
    { kind: 'heading', text: 'Conversation' },
    ...(left > 0 ? [{ kind: 'note', text: `${left} earlier messages are in the console.` } satisfies MailPart] : []),
    ...data.transcript
      .slice(-shownTurns)
      .map((turn): MailPart => ({ kind: 'quote', from: typedName(turn.from), text: typedText(turn.text) })),
  ];
  return renderForTeam({
    brandName: event,
    subject: `${attendee} needs a person: ${event}`,
    title: `${attendee} needs a person`,
    preheader: typedText(data.reason, 200),
    parts,
    why: 'You receive this message because you answer attendees of this event.',
  });
}

export interface EffectStuckMailData {
  eventName: string;
  publicUrl: string;
  title: string;
  text: string;
  advice: string;
  link: string;
}

/** Tells an organizer of an effect that only a person moves on. Throws `internal` when the link leads elsewhere. */
export function renderEffectStuck(data: EffectStuckMailData): RenderedMail {
  const event = oneLine(data.eventName);
  return renderForTeam({
    brandName: event,
    subject: `${oneLine(data.title)}: ${event}`,
    title: oneLine(data.title),
    preheader: oneLine(data.advice),
    parts: [
      { kind: 'paragraph', text: typedText(data.text) },
      { kind: 'paragraph', text: typedText(data.advice) },
      { kind: 'button', label: 'Open it in the console', link: linkWithin(data.publicUrl, data.link) },
    ],
    why: 'You receive this message because this is the contact address of the event.',
  });
}

function listed(heading: string, items: string[]): MailPart[] {
  if (items.length === 0) return [];
  return [
    { kind: 'heading', text: heading },
    { kind: 'list', items: items.map((item) => typedText(item, 400)) },
  ];
}
