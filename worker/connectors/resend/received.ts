import { z } from 'zod';
import { exchange, exchangeLimits, type Fetcher, globalFetcher, jsonOf } from '../exchange';

const Content = z.object({
  text: z.string().nullish(),
  html: z.string().nullish(),
  headers: z.union([z.record(z.string(), z.unknown()), z.array(z.object({ name: z.string(), value: z.string() }))]).nullish(),
});

/** A part that the mail does not have is ''. */
export interface ReceivedContent {
  text: string;
  html: string;
  /** By lower-case name. */
  headers: Record<string, string>;
}

/** Text, markup and headers of a mail that came in (`GET /emails/receiving/{id}`); null when Resend does not give them now. */
export async function receivedContent(
  options: { apiKey: string; baseUrl: string; fetcher?: Fetcher },
  emailId: string,
): Promise<ReceivedContent | null> {
  const { apiKey, baseUrl, fetcher = globalFetcher } = options;
  const headers = { authorization: `Bearer ${apiKey}`, 'user-agent': 'eventos-coagents' };
  const answer = await exchange(fetcher, `${baseUrl}/emails/receiving/${emailId}`, { method: 'GET', headers }, exchangeLimits);
  if (answer.kind !== 'answer' || answer.status !== 200 || answer.cut) return null;
  const content = Content.safeParse(jsonOf(answer.text)).data;
  if (!content) return null;
  return { text: content.text ?? '', html: content.html ?? '', headers: headersOf(content.headers) };
}

function headersOf(given: z.infer<typeof Content>['headers']): Record<string, string> {
  const pairs = Array.isArray(given) ? given.map(({ name, value }): [string, unknown] => [name, value]) : Object.entries(given ?? {});
  return Object.fromEntries(pairs.flatMap(([name, value]) => (typeof value === 'string' ? [[name.toLowerCase(), value]] : [])));
}
