/** Pure. A mail as far as its meaning needs it. */
export interface ReceivedMail {
  /** The sender's address; '' when unknown. */
  from: string;
  subject: string;
  /** Plain text, whole: with quotes and signature. '' when there is none. */
  text: string;
  /** HTML, read only where there is no plain text. */
  html?: string;
  /** By lower-case name; the first one of each. */
  headers: Readonly<Record<string, string>>;
  /** Parts of reports and returned messages, decoded. */
  parts?: readonly MailPart[];
}

export interface MailPart {
  /** Media type in lower case, e.g. `message/delivery-status`. */
  type: string;
  content: string;
}

/** A header's value in lower case, without white space around it; '' when missing. */
export function headerOf(mail: ReceivedMail, name: string): string {
  return mail.headers[name]?.trim().toLowerCase() ?? '';
}

/** The fields of a report part, block by block, by lower-case name (RFC 3464 section 2.1, RFC 5965 section 3). Values keep their case. */
export function fieldBlocks(content: string): Record<string, string>[] {
  return content
    .slice(0, 64_000)
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .slice(0, 60)
    .map((block) => {
      const fields: Record<string, string> = {};
      for (const line of block.replace(/\n[ \t]+/g, ' ').split('\n')) {
        const colon = line.indexOf(':');
        if (colon > 0 && colon < 60) fields[line.slice(0, colon).trim().toLowerCase()] ??= line.slice(colon + 1).trim();
      }
      return fields;
    });
}

const address = /[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9][a-z0-9.-]{0,190}[a-z0-9]/i;

/** The first mail address in a text, in lower case; '' when there is none. */
export function firstAddress(text: string): string {
  return address.exec(text.slice(0, 20_000))?.[0].toLowerCase() ?? '';
}
