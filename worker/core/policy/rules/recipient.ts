import { askWhen, refuseWhen, type Verdict } from '../verdict';

/** Mail goes only to addresses that are known from records or a verified form, and never to suppressed ones. */
export function recipientRules(facts: {
  provenance: string;
  suppressed: string | null;
  mailsToday: number;
  mailsPerDay: number;
}): Verdict[] {
  const trusted = ['record', 'verified_form', 'organizer'].includes(facts.provenance);
  return [
    refuseWhen(facts.suppressed !== null, 'recipient_suppressed', `No mail goes to this address (${facts.suppressed}).`, {
      suppressed: facts.suppressed,
    }),
    askWhen(!trusted, 'untrusted_recipient', `The address comes from ${facts.provenance.replace('_', ' ')}.`, {
      provenance: facts.provenance,
    }),
    askWhen(
      facts.mailsToday >= facts.mailsPerDay,
      'mails_per_day',
      `${facts.mailsToday} mails went out today; the limit is ${facts.mailsPerDay}.`,
      { mailsToday: facts.mailsToday },
    ),
  ];
}
