import { fieldBlocks, type ReceivedMail } from './mail';

/** Pure. Reports that somebody called a mail of ours unwanted: feedback reports (RFC 5965) and what is older. */
export interface Complaint {
  /** `abuse`, `fraud`, `virus` or what the report says. */
  kind: string;
}

const inWords =
  /(?:this is an? (?:e-?mail |spam )?(?:abuse|spam|complaint) report|feedback loop|has been reported as (?:spam|unwanted|junk)|marked (?:this|your|the following) (?:message|e-?mail)s? as (?:spam|junk)|a user (?:has )?(?:complained|reported))/i;
const machine = /^(?:fbl|abuse|feedback|feedbackloop|complaints?|arf|staff|postmaster|noreply|no-reply|jmrp|scomp)(?:[+._-].*)?@/i;

/** The complaint that a mail is; null when it is none. A report of `not-spam` takes one back and is none. */
export function complaintOf(mail: ReceivedMail): Complaint | null {
  const part = mail.parts?.find(({ type }) => type === 'message/feedback-report');
  if (part) return complaintIn(part.content);
  if (/report-type\s*=\s*"?feedback-report/i.test(mail.headers['content-type'] ?? '')) return { kind: 'abuse' };
  if (
    /^[ \t]{0,10}feedback-type:[ \t]{0,10}[\w-]+/im.test(mail.text.slice(0, 8000)) &&
    /^[ \t]{0,10}user-agent:/im.test(mail.text.slice(0, 8000))
  )
    return complaintIn(mail.text);
  const byMachine =
    machine.test(mail.from) ||
    /^(?:abuse report|complaint about message|\[?fbl\]?\b|spam report|feedback report)/i.test(mail.subject.trim());
  return byMachine && (inWords.test(mail.text.slice(0, 4000)) || /^complaint about message from/i.test(mail.subject))
    ? { kind: 'abuse' }
    : null;
}

function complaintIn(content: string): Complaint | null {
  const type = fieldBlocks(content).find((block) => 'feedback-type' in block)?.['feedback-type'];
  const kind = type?.toLowerCase().trim() ?? 'abuse';
  return kind === 'not-spam' ? null : { kind };
}
