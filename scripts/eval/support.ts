import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { withProduct } from './product';

const SupportSet = z.object({
  event: z.object({ id: z.string(), name: z.string(), timezone: z.string(), as_of: z.string() }),
  pages: z.array(z.object({ id: z.string(), title: z.string(), markdown: z.string() })).min(1),
  questions: z.array(z.object({ id: z.string(), q: z.string() })).min(1),
});

const Answer = z.object({
  outcome: z.enum(['answered', 'declined', 'escalated', 'asked']),
  answer: z.string(),
  confidence: z.number(),
  citations: z.array(z.object({ pageId: z.string(), quote: z.string() })),
  retrieved: z.array(z.object({ passage: z.object({ documentId: z.string(), text: z.string() }) })),
  ms: z.number(),
});

/**
 * Runs the real agent in workerd, with the embedded model, on one set: a fresh event on a virtual clock that stands at
 * `as_of`, its pages as knowledge, each question asked on its own. Writes one line per question; returns the counts.
 */
export async function runSupport(setFile: string, out: string): Promise<object> {
  const set = SupportSet.parse(JSON.parse(readFileSync(setFile, 'utf8')));
  const state = mkdtempSync(join(tmpdir(), 'eventos-eval-'));
  try {
    return await withProduct({ state }, async (product) => {
      const day = set.event.as_of.slice(0, 10);
      const event = z.object({ id: z.string() }).parse(
        await product.call('POST', '/events', {
          name: set.event.name.slice(0, 200),
          startsAt: `${day}T09:00`,
          endsAt: `${day}T18:00`,
          timeZone: set.event.timezone,
          currency: 'EUR',
          contactEmail: 'contact@example.org',
          clock: 'virtual',
          clockNow: `${day}T12:00:00Z`,
        }),
      );
      const pageOf = new Map<string, string>();
      for (const page of set.pages) {
        if (page.markdown.trim() === '') continue;
        const title = page.title.trim().slice(0, 200) || page.id;
        const document = z.object({ id: z.string() }).parse(
          await product.call('POST', `/events/${event.id}/documents`, {
            kind: 'text',
            title,
            text: page.markdown,
            url: `https://pages.example/${encodeURIComponent(page.id)}`,
          }),
        );
        pageOf.set(document.id, page.id);
      }
      const quoted = (passage: { id: string; text: string }) => ({ page: pageOf.get(passage.id) ?? passage.id, quote: passage.text });
      const lines: string[] = [];
      const counts = { questions: 0, answered: 0, declined: 0, escalated: 0 };
      for (const question of set.questions) {
        const answer = Answer.parse(
          await product.call('POST', `/events/${event.id}/knowledge/test`, { question: question.q.slice(0, 2000) }),
        );
        // Asking back shows nothing and changes nothing: without the attendee's part it answers nothing either.
        const outcome = answer.outcome === 'asked' ? 'declined' : answer.outcome;
        counts.questions += 1;
        counts[outcome] += 1;
        lines.push(
          JSON.stringify({
            id: question.id,
            outcome,
            answer: answer.answer,
            citations: answer.citations.map((citation) => quoted({ id: citation.pageId, text: citation.quote })),
            retrieved: answer.retrieved.slice(0, 5).map(({ passage }) => quoted({ id: passage.documentId, text: passage.text })),
            score: answer.confidence,
            ms: answer.ms,
          }),
        );
      }
      writeFileSync(out, `${lines.join('\n')}\n`);
      return { set: set.event.id, ...counts, out };
    });
  } finally {
    rmSync(state, { recursive: true, force: true });
  }
}
