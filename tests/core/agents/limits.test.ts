import { describe, expect, it } from 'vitest';
import { runTool } from '../../../worker/agents/run-tool';
import { supportAgent } from '../../../worker/agents/support/agent';
import { anOrder, aTicket, eur } from '../../support/a-order';
import { aPolicy, aToolContext, memoryCommit } from '../../support/a-tool-context';

const tickets = ['tkt_ada1', 'tkt_ada2', 'tkt_ada3'].map((ticketId) => aTicket({ ticketId }));
const holder = { orderId: 'ord_ada', email: 'ada@example.org' };
const limited = (limits: Record<string, number>, mode: 'full_auto' | 'assisted' = 'full_auto') =>
  aToolContext([anOrder({ tickets })], { holder, policy: aPolicy({ mode, limits: { refundPerOrderMinor: 50_000, ...limits } }) });
const requestOf = (name: string, args: Record<string, unknown>, context: ReturnType<typeof limited>, n = 1) => ({
  agent: supportAgent,
  call: { id: `call_${n}`, name, args },
  context,
  runId: 'run_1',
  reasoning: 'asked',
  model: 'scripted',
  tokens: null,
});

describe('a spent limit', () => {
  it('refuses what would go over it, tells the attendee nothing of settings and the log which limit it is', async () => {
    const { ports, commands, activities } = memoryCommit();
    const context = limited({ mailsPerDay: 2 });
    const outcomes = [];
    for (const [n, ticketId] of ['tkt_ada1', 'tkt_ada2', 'tkt_ada3'].entries())
      outcomes.push((await runTool(requestOf('resend_ticket', { ticketId }, context, n), ports)).outcome);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done', 'refused']);
    expect(commands()).toHaveLength(2);
    expect(outcomes[2]).toMatchObject({ rule: 'budget_exhausted', reason: expect.not.stringContaining('Settings') });
    expect(activities.at(-1)).toMatchObject({
      status: 'failed',
      rule: 'budget_exhausted',
      errorMessage: expect.stringContaining('agent.limits.mailsPerDay'),
      requiredHumanReview: true,
    });
  });

  it('of money counts each cent', async () => {
    const refund = (minor: number, ticketId: string) => ({
      orderId: 'ord_ada',
      ticketId,
      amount: { minor, currency: 'EUR' },
      reason: 'ill',
    });
    const { ports, commands } = memoryCommit();
    const outcomeWith = async (refundMinorPerDay: number) =>
      (await runTool(requestOf('process_refund', refund(12_000, 'tkt_ada1'), limited({ refundMinorPerDay })), ports)).outcome;
    expect(await outcomeWith(11_999)).toMatchObject({ kind: 'refused', rule: 'budget_exhausted' });
    expect((await outcomeWith(12_000)).kind).toBe('done');
    expect(commands()).toHaveLength(1);
  });

  it('is not lifted by a person: an approved call asks again and says which setting raises it', async () => {
    const asked = memoryCommit();
    await runTool(
      requestOf(
        'process_refund',
        { orderId: 'ord_ada', ticketId: 'tkt_ada1', amount: eur(120), reason: 'ill' },
        limited({ refundsPerDay: 0 }, 'assisted'),
      ),
      asked.ports,
    );
    const [approval] = asked.approvals();
    if (!approval) throw new Error('nothing was proposed');
    const { ports, batches } = memoryCommit();
    const { preview, content, boundFacts, hash } = approval;
    const approved = {
      preview,
      content,
      boundFacts: JSON.parse(JSON.stringify(boundFacts)),
      hash,
      approvalId: approval.id,
      proposedAt: approval.createdAt,
    };
    const { outcome } = await runTool(
      { ...requestOf('process_refund', approval.input, limited({ refundsPerDay: 0 }, 'assisted')), approved },
      ports,
    );
    expect(outcome).toMatchObject({
      kind: 'moved',
      moved: [{ was: 'enough', is: expect.stringContaining('agent.limits.refundsPerDay in Settings') }],
    });
    expect(batches).toEqual([]);
  });
});
