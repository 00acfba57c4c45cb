import { z } from 'zod';
import { escalationReasons } from '../../core/embedded-model/types';
import { type Amount, formatAmount } from '../../core/money';
import { presentableTitle } from '../../core/provenance/presentable';
import type { Evidence } from './domain/evidence';
import { type Ground, textProblem, withoutEchoes, withoutForeignLinks } from './domain/ground';

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

/** What a final text is read against. */
export interface ReplyGround extends Ground {
  by: 'embedded' | 'language_model';
  /** A language model took part in the run. */
  careful: boolean;
  /** What of the retrieved passages the model read: only these may be cited. */
  passages: readonly Evidence[];
  /** The attendee's own words call for a person. */
  callsForPerson: boolean;
  /** What the refund table gives, where this run looked it up: an answer that states it and asks offers it. */
  refund: { orderId: string; amount: Amount } | null;
  /** Puts back what the model read placeholders for. */
  show(text: string): string;
}

/**
 * Reads the final text of a run. A language model's reply is refused when it is malformed, cites what it did not read, or
 * in any sentence states money, dates, times, addresses, links or codes that nothing it read on the question supports.
 */
export function readReply(text: string, ground: ReplyGround): ReadReply {
  const json = parseJson(text);
  if (ground.by === 'embedded') {
    const own = Reply.safeParse(json);
    return own.success
      ? { ok: true, reply: withoutForeignMatter(own.data, ground) }
      : { ok: false, why: 'the reply does not have the agreed form' };
  }
  const parsed = ModelReply.safeParse(json);
  if (!parsed.success) return { ok: false, why: 'the reply does not have the agreed form' };
  const { passageIds, escalation, ...reply } = parsed.data;
  const cited = [...new Set(passageIds)].map((id) => ground.passages.find(({ passage }) => passage.id === id));
  if (cited.some((evidence) => evidence === undefined)) return { ok: false, why: 'the reply cites a passage that was not retrieved' };
  const citations = cited.flatMap((evidence) =>
    evidence
      ? [
          {
            passageId: evidence.passage.id,
            pageId: evidence.passage.pageId,
            pageTitle: presentableTitle(evidence.passage.pageTitle),
            quote: evidence.text,
          },
        ]
      : [],
  );
  const stated: Ground = { ...ground, evidence: citations.map((citation) => citation.quote) };
  for (const part of [reply.answer, ...reply.nextSteps, ...reply.actions, ...reply.quickReplies]) {
    const problem = textProblem(part, stated);
    if (problem) return { ok: false, why: problem };
  }
  const called = escalation !== null && ground.callsForPerson;
  const outcome = reply.outcome === 'escalated' && !called ? 'declined' : reply.outcome;
  const offered = outcome === 'asked' && ground.refund && reply.answer.includes(formatAmount(ground.refund.amount)) ? ground.refund : null;
  return {
    ok: true,
    reply: {
      kind: 'reply',
      outcome,
      answer: ground.show(reply.answer),
      actions: reply.actions.map(ground.show),
      nextSteps: reply.nextSteps.map(ground.show),
      quickReplies: reply.quickReplies.slice(0, 4).map(ground.show),
      language: /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(reply.language) ? reply.language : 'en',
      citations,
      // What a person reads of a handover is put together from the conversation, never taken from a model's words.
      ...(called
        ? {
            escalation: {
              reason: escalation.reason,
              summary: `The message calls for a person: ${escalation.reason.replaceAll('_', ' ')}.`,
            },
          }
        : {}),
      ...(offered ? { offer: { kind: 'refund' as const, ...offered } } : {}),
      ...(outcome === 'declined' ? { offer: { kind: 'human' as const } } : {}),
      confidence: outcome === 'answered' ? 0.8 : 0.3,
      reason: 'answered by the language model from the cited passages and records',
    },
  };
}

/** The embedded model quotes pages word for word: what leads elsewhere or repeats orders of the attendee is left out. */
function withoutForeignMatter(whole: Reply, ground: ReplyGround): Reply {
  const reply = ground.careful ? { ...whole, citations: shortened(whole.citations, ground.passages) } : whole;
  const quotes = reply.citations.map((citation) => citation.quote);
  const linked = withoutForeignLinks(reply.answer, quotes, ground);
  const answer = ground.suspicious ? withoutEchoes(linked, quotes, ground.question) : linked;
  if (answer === reply.answer) return reply;
  return answer === '' ? { ...reply, answer: leftOut, outcome: 'declined', citations: [] } : { ...reply, answer };
}

/** Citations with the part of their passage that bears on the question; those without one are left out. */
function shortened(citations: Reply['citations'], passages: readonly Evidence[]): Reply['citations'] {
  return citations.flatMap((citation) => {
    const evidence = passages.find(({ passage }) => passage.id === citation.passageId);
    return evidence ? [{ ...citation, quote: evidence.text, pageTitle: presentableTitle(citation.pageTitle) }] : [];
  });
}

const leftOut = 'I cannot answer that here. Please ask the organizer.';

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
