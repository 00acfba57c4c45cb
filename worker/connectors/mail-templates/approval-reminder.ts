import type { RenderedMail } from './layout';
import { linkWithin, oneLine, typedName, typedText } from './safe-text';
import { renderForTeam } from './team-mail';

export interface ApprovalReminderMailData {
  eventName: string;
  /** IANA name, in which the end is stated. */
  timeZone: string;
  publicUrl: string;
  name: string;
  /** Which agent proposes it. */
  agent: string;
  title: string;
  lines: [string, string][];
  /** Why a person is asked. */
  reason: string;
  link: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** Tells somebody that a proposal waits for them. It holds no button that decides: the link opens the page where one signs in and looks. */
export function renderApprovalReminder(data: ApprovalReminderMailData): RenderedMail {
  const event = oneLine(data.eventName);
  const title = typedText(data.title, 200);
  const until = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: data.timeZone }).format(data.expiresAt);
  return renderForTeam({
    brandName: event,
    subject: oneLine(`Waiting for you: ${title}`),
    title: 'Something waits for your decision',
    preheader: title,
    parts: [
      {
        kind: 'paragraph',
        text: `${typedName(data.name)}, the ${oneLine(data.agent, 30)} agent of ${event} proposes this and waits for a person.`,
      },
      {
        kind: 'facts',
        rows: [['Proposal', title], ...data.lines.map(([label, value]): [string, string] => [oneLine(label, 60), typedText(value, 300)])],
      },
      { kind: 'paragraph', text: `Why you are asked: ${typedText(data.reason, 400)}` },
      { kind: 'button', label: 'Look and decide', link: linkWithin(data.publicUrl, data.link) },
      { kind: 'note', text: `If nobody decides before ${until} (${oneLine(data.timeZone, 60)}), it is rejected.` },
    ],
    why: 'You receive this message because you may decide on proposals of this event. Opening the link decides nothing.',
  });
}
