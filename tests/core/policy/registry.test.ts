import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { policyRules, rulesInScope } from '../../../worker/policies/registry';

const page = 'docs/policy-rules.md';

/** The page that organizers and developers read, made from the rules themselves. */
function written(): string {
  const rows = policyRules().map(({ id, verdict, says, reads, setting, tools }) => {
    const where = tools.map(({ tool }) => `\`${tool}\``).join(', ');
    return `| \`${id}\` | ${verdict} | ${says} | ${reads.join(', ')} | ${setting ? `\`${setting}\`` : 'always holds'} | ${where} |`;
  });
  return [
    '# Rules',
    '',
    'Every rule that judges what an agent proposes. The strictest verdict wins (refuse, escalate, ask, allow), and every rule that',
    'spoke is shown with the facts it read. This page is made from the rules: `UPDATE_DOCS=1 npx vitest run tests/core/policy/registry`.',
    '',
    '| rule | verdict | what it says | facts it reads | setting that moves it | tools |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

describe('the registry of rules', () => {
  it('is what docs/policy-rules.md says', () => {
    if (process.env.UPDATE_DOCS) writeFileSync(page, written());
    expect(readFileSync(page, 'utf8')).toBe(written());
  });
  it('lists a rule once, with every tool it holds for', () => {
    const rules = policyRules();
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    const tools = (id: string) => rules.find((rule) => rule.id === id)?.tools.map(({ tool }) => tool);
    expect(tools('holder_not_verified')).toEqual(['resend_ticket', 'transfer_ticket', 'process_refund']);
    expect(tools('not_agreed')).toEqual(['process_refund']);
    expect(tools('agent_paused')).not.toContain('escalate_to_human');
    expect(tools('budget_exhausted')).not.toContain('search_knowledge_base');
  });
  it('knows which rules a setting of the event moves, and which hold for an agent', () => {
    expect(rulesInScope('event')).toEqual(expect.arrayContaining(['foreign_link', 'budget_exhausted']));
    expect(rulesInScope('support')).toEqual(expect.arrayContaining(['refund_above_limit', 'untrusted_control', 'risk_above_dial']));
    expect(rulesInScope('analytics')).toEqual([]);
  });
});
