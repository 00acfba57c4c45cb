import { z } from 'zod';
import { companyKnownRules } from '../../../core/policy/rules/sales-records';
import type { SalesChange } from '../../../ports/sales';
import { defineTool } from '../../define-tool';
import { salesOf } from '../access';

/** A signature is a person's to enter. */
const stages = ['prospect', 'qualified', 'contacted', 'engaged', 'meeting', 'negotiation', 'lost'] as const;

export const updateCrm = defineTool({
  name: 'update_crm',
  description:
    'Keep the record of a company true: a note, a task for a person, the stage of its deal, what comes next. Signing is left to a person.',
  effect: 'record',
  activity: 'crm_update',
  provenance: 'record',
  input: z.strictObject({
    companyId: z.string().max(60).describe('The company whose record changes'),
    note: z.string().trim().max(4000).nullish().describe('What happened, in a sentence or two'),
    task: z.string().trim().max(1000).nullish().describe('What a person has to do, and why'),
    dueAt: z.number().int().min(0).max(8.64e15).nullish().describe('When the task is due, in milliseconds since 1970'),
    stage: z.enum(stages).nullish().describe('The stage that its deal has reached'),
    lostReason: z.string().trim().max(300).nullish().describe('Why it was lost, for the stage lost'),
    nextAction: z.string().trim().max(300).nullish().describe('What comes next with this company'),
    nextActionAt: z.number().int().min(0).max(8.64e15).nullish().describe('When that is, in milliseconds since 1970'),
    memberId: z.string().max(60).nullish().describe('Of the campaign that asks, if one does'),
  }),
  output: z.object({ companyId: z.string(), changed: z.array(z.string()) }),
  async facts(input, context) {
    const { records } = salesOf(context);
    const [company, deal] = await Promise.all([records.company(input.companyId), records.dealOf(input.companyId)]);
    return { company, deal };
  },
  rules: companyKnownRules,
  policy: ({ facts }) => ({ companyKnown: facts.company !== null }),
  execute({ input, facts: { company, deal }, context }) {
    if (!company) throw new Error('update_crm ran without a company');
    const notes = [
      { kind: 'note' as const, text: input.note, dueAt: null },
      { kind: 'task' as const, text: input.task, dueAt: input.dueAt ?? null },
    ].flatMap(({ kind, text, dueAt }): SalesChange[] =>
      text
        ? [{ change: 'note_added', noteId: context.newId('note'), companyId: company.id, dealId: deal?.id ?? null, kind, text, dueAt }]
        : [],
    );
    // What has ended is opened again by a person.
    const isOpen = deal !== null && deal.stage !== 'signed' && deal.stage !== 'lost';
    const moves = isOpen && input.stage && input.stage !== deal.stage ? { stage: input.stage } : {};
    const next = input.nextAction ? { nextAction: input.nextAction, nextActionAt: input.nextActionAt ?? null } : {};
    const fields = isOpen
      ? { ...moves, ...next, ...(input.stage === 'lost' && input.lostReason ? { lostReason: input.lostReason } : {}) }
      : {};
    const changes: SalesChange[] = [
      ...notes,
      ...(deal && Object.keys(fields).length > 0
        ? [{ change: 'deal_changed' as const, dealId: deal.id, version: deal.version, ...fields }]
        : []),
    ];
    return {
      output: {
        companyId: company.id,
        changed: [...(input.note ? ['note'] : []), ...(input.task ? ['task'] : []), ...Object.keys(fields)],
      },
      changes,
    };
  },
});
