/** Header fields that keep a thread together even where the service gives the mail a Message-ID of its own. */
export function threadHeaders(messageId: string, inReplyTo: string): Record<string, string> {
  const own = `<${messageId}>`;
  return inReplyTo === '' ? { References: own } : { 'In-Reply-To': `<${inReplyTo}>`, References: `<${inReplyTo}> ${own}` };
}
