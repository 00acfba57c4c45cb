import { causePatterns, reportPhrases } from './data/bounce-patterns';
import { fieldBlocks, firstAddress, headerOf, type ReceivedMail } from './mail';

/** Pure. Reports that a mail did not arrive: by RFC 3464, and as mail systems write them without it. */

export type BounceCause =
  | 'no_such_address'
  | 'unknown_domain'
  | 'disabled'
  | 'mailbox_full'
  | 'too_large'
  | 'blocked'
  | 'loop'
  | 'temporary'
  | 'unknown';

export interface Bounce {
  /** `hard`: the address will not work later either. `soft`: it may. */
  type: 'hard' | 'soft';
  /** Enhanced status code (RFC 3463), e.g. `5.1.1`; made from the cause where the report has none. */
  status: string;
  /** In words. */
  reason: string;
  /** Lower case; '' when the report does not say. */
  recipient: string;
}

const causes: Record<BounceCause, { type: Bounce['type']; status: string; reason: string }> = {
  no_such_address: { type: 'hard', status: '5.1.1', reason: 'The address does not exist.' },
  unknown_domain: { type: 'hard', status: '5.1.2', reason: 'The domain does not exist or takes no mail.' },
  disabled: { type: 'hard', status: '5.2.1', reason: 'The mailbox was closed.' },
  mailbox_full: { type: 'soft', status: '4.2.2', reason: 'The mailbox is full.' },
  too_large: { type: 'soft', status: '5.3.4', reason: 'The message is too large.' },
  blocked: { type: 'soft', status: '5.7.1', reason: 'The message was refused by a filter or policy.' },
  loop: { type: 'soft', status: '5.4.6', reason: 'The message went in circles between mail servers.' },
  temporary: { type: 'soft', status: '4.0.0', reason: 'The mail server could not be reached or asked to wait.' },
  unknown: { type: 'hard', status: '5.0.0', reason: 'The message was refused.' },
};

const daemon = /^(?:mailer-?daemon|postmaster|mail-?daemon|mdaemon|microsoftexchange[\w-]*|mailerdaemon|bounces?)(?:[+._=-].*)?@/;
const failureSubject =
  /^(?:un(?:deliverable|delivered|zustellbar)|delivery (?:status notification|failure|has failed|delayed|incomplete|report)|mail (?:delivery|system error)|returned mail|failure notice|warning: (?:could not send|message .{0,60}delayed)|message (?:status|undeliverable|delivery|blocked|delayed)|delivery notification|mail could not be delivered|nondeliverable|non[- ]?remis|[eé]chec de|no se puede entregar|no entregado|n[aã]o entregue|falha na|address not found|rejected:|nicht zugestellt|nachricht nicht zustellbar|zustellung|delayed mail|mail failure|undeliver)/i;

/** The bounce that a mail is; null when it is none. A report of success is none. */
export function bounceOf(mail: ReceivedMail): Bounce | null {
  const report = mail.parts?.find(({ type }) => /^message\/(?:global-)?delivery-status$/.test(type));
  if (report) return fromReport(report.content, mail);
  const failedRecipients = mail.headers['x-failed-recipients'];
  if (failedRecipients) return fromText(mail, firstAddress(failedRecipients));
  const bySender = daemon.test(mail.from.trim().toLowerCase()) || headerOf(mail, 'return-path') === '<>';
  const declared = /report-type\s*=\s*"?delivery-status/i.test(mail.headers['content-type'] ?? '');
  const bySubject = failureSubject.test(mail.subject.trim());
  const start = mail.text.slice(0, longestReport);
  const phrases = phrasesIn(mail.text);
  if (/^[ \t]{0,10}(?:final|original)-recipient:/im.test(start) && /^[ \t]{0,10}status:[ \t]{0,10}[245]\./im.test(start))
    return fromReport(mail.text, mail);
  const certain = declared || (bySender && (bySubject || phrases > 0)) || (bySubject && phrases > 0);
  // Where only words are known, one phrase may be a person's; two, or one beside a server's code, are not.
  const inWords = mail.from === '' && mail.subject === '' && (phrases >= 2 || (phrases === 1 && serverCode.test(start)));
  const disguised = mail.from !== '' && !bySender && phrases >= 2 && serverCode.test(start) && !answers(mail);
  return certain || inWords || disguised ? fromText(mail, '') : null;
}

const serverCode = /(?:^|\D)(?:4[25]\d|5[05]\d)[ -](?:#?[45]\.\d{1,3}\.\d{1,3}|\S{3,})|#[45]\.\d\.\d|\b[45]\.\d{1,3}\.\d{1,3}\b/;
const answers = (mail: ReceivedMail) => /^(?:re|aw|sv|wg|fwd?|tr|rv|res|enc)\s*:/i.test(mail.subject.trim());

/** Longer reports carry the returned mail. */
const longestReport = 12_000;

/** Where the returned mail begins in reports that are one text. */
const returnedMail =
  /^.{0,20}(?:-{3,}.{0,10}(?:this is a copy|below this line|original message|the following is|returned message|message header|headers? of|enclosed)|original message (?:headers|follows)|return-path:\s|received: from|-{5,} *(?:forwarded|original))/im;

function phrasesIn(text: string): number {
  const plain = beforeReturned(text).toLowerCase().replace(/\s+/g, ' ');
  return reportPhrases.filter((phrase) => phrase.test(plain)).length;
}

function beforeReturned(text: string): string {
  const cut = text.slice(0, longestReport);
  const at = cut.search(returnedMail);
  return at > 60 ? cut.slice(0, at) : cut;
}

function fromReport(content: string, mail: ReceivedMail): Bounce | null {
  const recipients = fieldBlocks(content).filter((block) => 'action' in block || 'status' in block);
  const failed =
    recipients.find(({ action }) => /^failed/i.test(action ?? '')) ?? recipients.find(({ action }) => /^delayed/i.test(action ?? ''));
  const bad = failed ?? recipients.find(({ action, status }) => action === undefined && /^[45]\./.test(status ?? ''));
  if (!bad) return recipients.length > 0 ? null : fromText(mail, '');
  const recipient = addressIn(bad['original-recipient']) || addressIn(bad['final-recipient']) || recipientIn(mail.text);
  const diagnostic = `${bad['diagnostic-code'] ?? ''} ${bad['x-display-name'] ? '' : ''}`.trim();
  const delayed = !/^failed/i.test(bad.action ?? 'failed');
  return judged({
    status: /[245]\.\d{1,3}\.\d{1,3}/.exec(bad.status ?? '')?.[0] ?? '',
    words: diagnostic,
    more: beforeReturned(mail.text),
    recipient,
    delayed,
  });
}

/** The address of `rfc822; name@domain`. */
const addressIn = (field: string | undefined) => firstAddress((field ?? '').replace(/^[^;]{0,20};/, '').replace(/[<>]/g, ''));

function fromText(mail: ReceivedMail, recipient: string): Bounce {
  const text = beforeReturned(mail.text);
  const delayed =
    /delay|verz[oö]ger|retard|demora|atras/i.test(mail.subject) ||
    /(?:not yet been delivered|still (?:being|trying)|will (?:be|keep|continue) (?:retr|try)|has been delayed|is delayed|this is a warning message only|no action is required|temporary problem)/i.test(
      text,
    );
  const status = /(?<![\d.])([45]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(text)?.[1] ?? '';
  return judged({ status, words: text, more: mail.subject, recipient: recipient || recipientIn(mail.text, mail.from), delayed });
}

interface Facts {
  status: string;
  words: string;
  more: string;
  recipient: string;
  delayed: boolean;
}

/** Statuses that say by themselves what is wrong (RFC 3463 section 3); others only say where. */
const telling: Record<string, BounceCause> = {
  '1.1': 'no_such_address',
  '1.2': 'unknown_domain',
  '1.3': 'no_such_address',
  '1.6': 'no_such_address',
  '1.10': 'unknown_domain',
  '2.1': 'disabled',
  '2.2': 'mailbox_full',
  '2.3': 'too_large',
  '3.4': 'too_large',
  '4.4': 'unknown_domain',
  '4.6': 'loop',
  '4.7': 'temporary',
};

function judged({ status, words, more, recipient, delayed }: Facts): Bounce {
  const plain = words.toLowerCase().replace(/\s+/g, ' ');
  // A diagnostic may carry a more exact status than the field.
  const inWords = /(?<![\d.])([45]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(plain)?.[1] ?? '';
  const exact = status === '' || /\.0\.0$/.test(status) ? inWords || status : status;
  const code = /(?:^|\D)([45]\d\d)(?=[ -])/.exec(plain)?.[1] ?? '';
  const known = telling[exact.split('.').slice(1).join('.')];
  const cause =
    known && !(known === 'no_such_address' && causeIn(plain) === 'mailbox_full')
      ? refined(known, plain)
      : (causeIn(plain) ?? causeIn(more.toLowerCase().replace(/\s+/g, ' ')) ?? 'unknown');
  const { type, status: usual, reason } = causes[cause];
  const transient = delayed || exact.startsWith('4') || (exact === '' && code.startsWith('4'));
  return {
    type: transient ? 'soft' : type,
    status: exact || (code.startsWith('4') && usual.startsWith('5') ? '4.0.0' : delayed && usual.startsWith('5') ? '4.0.0' : usual),
    reason: transient && type === 'hard' ? `${reason} The report calls it temporary.` : reason,
    recipient,
  };
}

/** Servers give 5.2.1 and 5.4.x for much; their words are more exact. */
function refined(known: BounceCause, plain: string): BounceCause {
  return known === 'disabled' || known === 'unknown_domain' ? (causeIn(plain) ?? known) : known;
}

function causeIn(plain: string): BounceCause | undefined {
  return causePatterns.find(([, pattern]) => pattern.test(plain))?.[0];
}

const recipientPatterns = [
  /^[ \t]{0,20}<?([^\s<>@]{1,64}@[^\s<>:]{1,190})>?[ \t]{0,5}:[ \t]{0,5}$/m,
  /^[ \t]{0,20}<([^\s<>@]{1,64}@[^\s<>]{1,190})>:? /m,
  /(?:following (?:address(?:es|\(es\))?|recipients?|recipient\(s\))|recipients or groups|addresse?s? had|distribution lists?|delivered to|deliver(?:y)? (?:to|for)|message to|delivering to|zugestellt werden|destinataires?|destinatarios?|empf[aä]nger)[^@]{0,160}?<?([\w.+=&'*/-]{1,64}@[\w.-]{3,190}\w)/i,
];

function recipientIn(text: string, from = ''): string {
  const cut = text.slice(0, 6000);
  for (const pattern of recipientPatterns) {
    const found = pattern
      .exec(cut)?.[1]
      ?.toLowerCase()
      .replace(/[.,;:>]+$/, '');
    if (found && !daemon.test(found)) return found;
  }
  const addresses = cut.toLowerCase().match(/[\w.+=&'*/-]{1,64}@[\w.-]{3,190}\w/g) ?? [];
  return addresses.find((address) => !daemon.test(address) && address !== from.toLowerCase()) ?? '';
}
