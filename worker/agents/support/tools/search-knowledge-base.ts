import { z } from 'zod';
import type { Passage } from '../../../core/knowledge/types';
import { defineTool } from '../../define-tool';

export const searchKnowledgeBase = defineTool({
  name: 'search_knowledge_base',
  description: "Search the event's pages, FAQs and policies. Returns the best passages; answer only from them and cite their passageId.",
  effect: 'read',
  activity: 'knowledge_search',
  provenance: 'untrusted_text',
  input: z.strictObject({ query: z.string().trim().min(1).max(500).describe('What to look for, in the words of the question') }),
  output: z.object({
    query: z.string(),
    passages: z.array(z.object({ passage: z.custom<Passage>(), score: z.number(), parts: z.record(z.string(), z.number()).optional() })),
  }),
  facts: (input, context) => context.search.search(input.query, { limit: 12 }),
  rules: [],
  policy: () => ({}),
  execute: ({ input, facts }) => ({ output: { query: input.query, passages: facts } }),
  forModel: ({ passages }) => ({
    passages: passages.map(({ passage }) => ({
      passageId: passage.id,
      page: passage.pageTitle,
      heading: passage.headingPath.join(' › '),
      text: passage.text,
    })),
  }),
  forLog: ({ query, passages }) => ({
    query,
    passages: passages.map(({ passage, score }) => ({ id: passage.id, page: passage.pageTitle, score })),
  }),
});
