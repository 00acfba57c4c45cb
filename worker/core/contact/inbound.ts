import { saysOptOut } from './opt-out-words';

/** Pure. What a mail that came in is. */

export type InboundKind = 'reply' | 'opt_out' | 'auto_reply';

export interface InboundMail {
  from: string;
  subject: string;
  text: string;
  /** By lower-case name; the first one of each. */
  headers: Record<string, string>;
}

/** Subjects that absence assistants write, at the start; a person's answer starts with "Re:" or the like. */
const absentSubject =
  /^(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response|responder)|out of (?:the )?office|ooo:|abwesenheits?(?:notiz|meldung|nachricht)|abwesend|automatische antwort|reponse automatique|absence du bureau|message d'absence|respuesta automatica|fuera de (?:la )?oficina|resposta automatica|fora do escritorio|ausencia temporaria|undeliverable|delivery status notification|mail delivery (?:failed|failure)|returned mail)/;
const machineSender = /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)(?:[+-].*)?@/i;

/** An automatic answer (RFC 3834 section 5, and what is older than it) stops nothing; words that ask to stop do; all else is a reply. */
export function inboundKind(mail: InboundMail): InboundKind {
  if (isAutomatic(mail)) return 'auto_reply';
  const fresh = freshText(mail.text);
  const subject = mail.subject.replace(/^(?:(?:re|aw|sv|ref|tr|fwd?|wg)\s*:\s*)+/i, '');
  const answersOurs = subject.length < mail.subject.length;
  return saysOptOut(fresh) || (!answersOurs && saysOptOut(subject)) ? 'opt_out' : 'reply';
}

function isAutomatic({ from, subject, headers }: InboundMail): boolean {
  const header = (name: string) => headers[name]?.trim().toLowerCase() ?? '';
  if (header('auto-submitted') !== '' && !header('auto-submitted').startsWith('no')) return true;
  if (['x-autoreply', 'x-autorespond', 'x-auto-reply'].some((name) => header(name) !== '')) return true;
  if (/^(?:bulk|junk|auto_reply|list)\b/.test(header('precedence'))) return true;
  if (header('return-path') === '<>' || header('list-id') !== '' || header('content-type').startsWith('multipart/report')) return true;
  if (machineSender.test(from.trim())) return true;
  return absentSubject.test(subject.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase());
}

/** Where the answered mail begins, as mail programs write it. */
const quoteStarts = [
  /^\s*>/,
  /^-{2,}\s*(?:original message|urspr[uü]ngliche nachricht|message d'origine|mensaje original|mensagem original)/i,
  /^(?:on|am|le|el|em)\b.{4,160}(?:wrote|schrieb|a écrit|escribió|escreveu)[^:]{0,60}:\s*$/i,
  /^_{10,}\s*$/,
  /^-- ?$/,
  /^(?:from|von|de)\s*:.+@/i,
];

/** What somebody wrote themselves: without what they quote and without their signature. */
export function freshText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n').slice(0, 400);
  const cut = lines.findIndex((line) => quoteStarts.some((start) => start.test(line)));
  return (cut < 0 ? lines : lines.slice(0, cut)).join('\n').trim();
}
