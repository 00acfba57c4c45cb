import { z } from 'zod';
import { escalationReasons } from '../../core/embedded-model/types';
import type { Passage } from '../../core/knowledge/types';
import { unsupportedStatements } from './domain/grounding';

/** What a language model fills in; passages are named by id and quoted from the index, never by the model. */
export const ModelReply = z.strictObject({
  outcome: z.enum(['answered', 'declined', 'escalated', 'asked']),
  answer: z.string().describe('Direct answer, short; plain text with light Markdown'),
  passageIds: z.array(z.string()).describe('Ids of the passages the answer stands on'),
  actions: z.array(z.string()).describe('What was done, if anything'),
  nextSteps: z.array(z.string()).describe('What happens next or what the attendee can do'),
  quickReplies: z.array(z.string()).describe('Up to four short replies to offer'),
  language: z.string().describe('Language tag of the answer'),
  escalation: z.object({ reason: z.enum(escalationReasons), summary: z.string() }).nullable(),
});

const Citation = z.object({
  passageId: z.string(),
  pageId: z.string(),
  pageTitle: z.string(),
  quote: z.string(),
  url: z.string().optional(),
});

/** A reply as the product keeps and shows it: the response format of the specification. */
export const Reply = z.object({
  kind: z.literal('reply'),
  outcome: z.enum(['answered', 'declined', 'escalated', 'asked']),
  answer: z.string(),
  citations: z.array(Citation),
  actions: z.array(z.string()),
  nextSteps: z.array(z.string()),
  escalation: z.object({ reason: z.enum(escalationReasons), summary: z.string() }).optional(),
  offer: z.custom<import('../../core/embedded-model/types').Offer>().optional(),
  quickReplies: z.array(z.string()),
  language: z.string(),
  confidence: z.number(),
  reason: z.string(),
});
export type Reply = z.infer<typeof Reply>;

export type ReadReply = { ok: true; reply: Reply } | { ok: false; why: string };

/**
 * Reads the final text of a run. A language model's reply is refused when it is malformed, cites what was not retrieved,
 * or states money, a date, a time, an address or a link that nothing it read supports.
 */
export function readReply(
  text: string,
  by: 'embedded' | 'language_model',
  retrieved: readonly Passage[],
  records: readonly string[],
): ReadReply {
  const json = parseJson(text);
  if (by === 'embedded') {
    const own = Reply.safeParse(json);
    return own.success ? { ok: true, reply: own.data } : { ok: false, why: 'the reply does not have the agreed form' };
  }
  const parsed = ModelReply.safeParse(json);
  if (!parsed.success) return { ok: false, why: 'the reply does not have the agreed form' };
  const { passageIds, escalation, ...reply } = parsed.data;
  const cited = passageIds.map((id) => retrieved.find((passage) => passage.id === id));
  if (cited.some((passage) => passage === undefined)) return { ok: false, why: 'the reply cites a passage that was not retrieved' };
  const citations = cited.flatMap((passage) =>
    passage ? [{ passageId: passage.id, pageId: passage.pageId, pageTitle: passage.pageTitle, quote: passage.text }] : [],
  );
  const missing = unsupportedStatements([reply.answer, ...reply.nextSteps, ...reply.actions].join('\n'), [
    ...citations.map((citation) => citation.quote),
    ...records,
  ]);
  if (missing.length > 0) return { ok: false, why: `nothing that was read supports: ${missing.slice(0, 3).join(', ')}` };
  return {
    ok: true,
    reply: {
      kind: 'reply',
      ...reply,
      quickReplies: reply.quickReplies.slice(0, 4),
      citations,
      ...(escalation ? { escalation } : {}),
      confidence: reply.outcome === 'answered' ? 0.8 : 0.3,
      reason: 'answered by the language model from the cited passages and records',
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
