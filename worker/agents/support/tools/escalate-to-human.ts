import { z } from 'zod';
import { escalationReasons } from '../../../core/embedded-model/types';
import { defineTool } from '../../define-tool';

export const escalateToHuman = defineTool({
  name: 'escalate_to_human',
  description:
    'Hand the conversation to a person: safety, security or legal matters, an upset attendee, a wish for a person, or what the tools cannot solve.',
  effect: 'record',
  activity: 'human_escalation',
  provenance: 'policy',
  input: z.strictObject({
    reason: z.enum(escalationReasons),
    summary: z.string().max(1000).describe('What the attendee needs, what was tried, what you propose'),
  }),
  output: z.object({ status: z.literal('escalated') }),
  facts: async () => null,
  rules: [],
  policy: () => ({}),
  execute: ({ input }) => ({ output: { status: 'escalated' as const }, handover: { reason: input.reason, summary: input.summary } }),
});
