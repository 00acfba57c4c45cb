import type { CallContext } from '../ports/call-outcome';
import type { OutgoingMail } from '../ports/mail';

export const mailLimits = { bytes: 5_000_000, recipients: 50, subject: 998, headerBytes: 16_000, attachments: 20, key: 255 };

/** RFC 5322 dot-atom at a domain of RFC 1035 labels, in ASCII: what every mail service takes. */
const address =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;
const token = /^[A-Za-z0-9_-]{1,256}$/;
const headerName = /^[A-Za-z0-9][A-Za-z0-9-]{0,75}$/;
/** Headers that the fields of a mail make; a second one would be an injection. */
const madeFromFields = /^(from|to|cc|bcc|sender|reply-to|subject|date|message-id|return-path|mime-version|content-.*|dkim-.*|received)$/i;
const attachmentName = /^[^/\\<>:"|?*]{1,120}$/;

export function isAddress(value: string): boolean {
  return value.length <= 254 && value.indexOf('@') <= 64 && address.test(value);
}

/** Line breaks end a header and other controls end a string somewhere: neither belongs in any of them. */
function hasControls(value: string): boolean {
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code < 32 || code === 127) return true;
  }
  return false;
}

const bytesOf = (value: string): number => new TextEncoder().encode(value).byteLength;

/** What is wrong with a mail, in words that say what to change; null when it may be sent. */
export function mailProblem(mail: OutgoingMail, context: CallContext): string | null {
  return keyProblem(context.idempotencyKey) ?? peopleProblem(mail) ?? headersProblem(mail) ?? partsProblem(mail);
}

/** What is wrong with an idempotency key: it travels in a header. */
export function keyProblem(key: string): string | null {
  if (key.length < 1 || key.length > mailLimits.key) return `the idempotency key must have 1 to ${mailLimits.key} characters`;
  return /^[\x21-\x7e]+$/.test(key) ? null : 'the idempotency key must be printable ASCII without spaces';
}

function peopleProblem(mail: OutgoingMail): string | null {
  if (!isAddress(mail.from.address)) return 'the sender is not a mail address';
  if (hasControls(mail.from.name) || mail.from.name.length > 200) return 'the name of the sender has line breaks or is too long';
  if (mail.to.length < 1) return 'there is no recipient';
  if (mail.to.length > mailLimits.recipients) return `there are more than ${mailLimits.recipients} recipients`;
  const wrong = mail.to.findIndex((to) => !isAddress(to));
  if (wrong >= 0) return `recipient ${wrong + 1} is not a mail address`;
  if (new Set(mail.to.map((to) => to.toLowerCase())).size !== mail.to.length) return 'a recipient is named twice';
  if (mail.replyTo !== undefined && !isAddress(mail.replyTo)) return 'the reply address is not a mail address';
  return null;
}

function headersProblem(mail: OutgoingMail): string | null {
  if (hasControls(mail.subject)) return 'the subject has a line break or another control character';
  if (mail.subject.trim() === '' || mail.subject.length > mailLimits.subject)
    return `the subject must have 1 to ${mailLimits.subject} characters`;
  let bytes = 0;
  for (const [name, value] of Object.entries(mail.headers ?? {})) {
    if (!headerName.test(name)) return 'a header has a name that is not allowed';
    if (madeFromFields.test(name)) return `the header ${name} is made from the fields of the mail`;
    if (hasControls(value)) return `the header ${name} has a line break or another control character`;
    bytes += bytesOf(name) + bytesOf(value) + 4;
  }
  if (bytes > mailLimits.headerBytes) return `the headers are larger than ${mailLimits.headerBytes} bytes`;
  for (const [name, value] of Object.entries(mail.tags ?? {})) {
    if (!token.test(name) || !token.test(value)) return `the tag ${name.slice(0, 40)} must hold letters, digits, _ and - only`;
  }
  return null;
}

function partsProblem(mail: OutgoingMail): string | null {
  const attachments = mail.attachments ?? [];
  if (mail.text.trim() === '' || mail.html.trim() === '') return 'a mail needs both a text and an HTML part';
  if (attachments.length > mailLimits.attachments) return `there are more than ${mailLimits.attachments} attachments`;
  let bytes = bytesOf(mail.text) + bytesOf(mail.html);
  for (const attachment of attachments) {
    if (hasControls(attachment.filename) || !attachmentName.test(attachment.filename))
      return 'an attachment has a file name that is not allowed';
    if (!/^[a-z]+\/[A-Za-z0-9.+-]+$/.test(attachment.contentType)) return `the attachment ${attachment.filename} has no valid media type`;
    if (attachment.contentId !== undefined && !/^[A-Za-z0-9.@_-]{1,120}$/.test(attachment.contentId))
      return `the attachment ${attachment.filename} has a content id that is not allowed`;
    if (attachment.base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(attachment.base64))
      return `the attachment ${attachment.filename} is not base64`;
    bytes += attachment.base64.length;
  }
  return bytes > mailLimits.bytes ? `the mail is larger than ${mailLimits.bytes / 1e6} MB` : null;
}

/** `Name <address>` as RFC 5322 writes it; a name with special characters is quoted. */
export function formatSender(from: OutgoingMail['from']): string {
  if (from.name.trim() === '') return from.address;
  const plain = /^[\p{L}\p{N} !#$%&'*+/=?^_`{|}~-]+$/u.test(from.name);
  return `${plain ? from.name.trim() : `"${from.name.trim().replace(/[\\"]/g, '\\$&')}"`} <${from.address}>`;
}

/** Reads `Name <address>` or a bare address; null when it is neither. */
export function parseSender(value: string): OutgoingMail['from'] | null {
  const parts = /^\s*(?:"((?:[^"\\]|\\.)*)"|([^<>"]*?))\s*<([^<>\s]+)>\s*$/.exec(value);
  const from = parts
    ? { name: (parts[1]?.replace(/\\(.)/g, '$1') ?? parts[2] ?? '').trim(), address: parts[3] ?? '' }
    : { name: '', address: value.trim() };
  return isAddress(from.address) && !hasControls(from.name) ? from : null;
}
