import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { agents } from '../../../worker/agents';
import type { Binding } from '../../../worker/agents/binding';
import type { ToolContext } from '../../../worker/agents/define-tool';
import { runTool } from '../../../worker/agents/run-tool';
import { afterMove } from '../../../worker/core/policy/approval';
import { defaultEventPolicy } from '../../../worker/core/policy/event-policy';
import { dialRules } from '../../../worker/core/policy/rules/dial';
import { agreementRules, controlRules, outgoingRules } from '../../../worker/core/policy/rules/provenance';
import { strictest } from '../../../worker/core/policy/verdict';
import { activityTypes } from '../../../worker/db/schema/activities';
import { jsonSchemaOf, strictSchema } from '../../../worker/models/tool-schema';
import { policyRules } from '../../../worker/policies/registry';
import { anOrder, aTicket, eur } from '../../support/a-order';
import { aSalesAccess, someSalesFacts } from '../../support/a-sales-access';
import { aPolicy, aToolContext, memoryCommit } from '../../support/a-tool-context';

const all = Object.values(agents).flatMap((agent) => agent.tools.map((tool) => ({ agent, tool, name: tool.name })));
const acting = (effect: string) => effect !== 'read' && effect !== 'record';

const order = anOrder({
  tickets: [
    aTicket(),
    aTicket({ ticketId: 'tkt_ada2' }),
    aTicket({ ticketId: 'tkt_open', state: 'unassigned', holderName: '', holderEmail: '' }),
  ],
});
const ada: Partial<ToolContext> = {
  sales: aSalesAccess(someSalesFacts()),
  holder: { orderId: 'ord_ada', email: 'ada@example.org' },
  transferForm: { ticketId: 'tkt_ada1', name: 'Bob Byron', email: 'bob@example.net' },
};

/** For every tool: a call that is allowed, and calls that differ from it in one input or in the form. A new tool adds its line. */
const allowed: Record<
  string,
  { args: Record<string, unknown>; others: { args?: Record<string, unknown>; context?: Partial<ToolContext> }[] }
> = {
  search_knowledge_base: { args: { query: 'doors' }, others: [] },
  lookup_ticket: { args: {}, others: [] },
  escalate_to_human: { args: { reason: 'legal', summary: 'Wants to sue.' }, others: [] },
  resend_ticket: { args: { ticketId: 'tkt_ada1' }, others: [{ args: { ticketId: 'tkt_ada2' } }] },
  transfer_ticket: {
    args: { ticketId: 'tkt_ada1' },
    others: [
      { args: { ticketId: 'tkt_ada2' }, context: { transferForm: { ticketId: 'tkt_ada2', name: 'Bob Byron', email: 'bob@example.net' } } },
      { context: { transferForm: { ticketId: 'tkt_ada1', name: 'Eve', email: 'bob@example.net' } } },
      { context: { transferForm: { ticketId: 'tkt_ada1', name: 'Bob Byron', email: 'eve@example.net' } } },
    ],
  },
  process_refund: {
    args: { orderId: 'ord_ada', ticketId: 'tkt_ada1', amount: eur(120), reason: 'ill' },
    others: [
      { args: { ticketId: 'tkt_ada2' } },
      { args: { ticketId: 'tkt_open' } },
      { args: { ticketId: null } },
      { args: { amount: eur(119.99) } },
      { args: { reason: 'moved away' } },
    ],
  },
};
const typed = { subject: 'Tidewater', body: 'Dear Anna,\n\nshall we speak about Tidewater?' };
Object.assign(allowed, {
  search_sponsors: { args: {}, others: [] },
  qualify_lead: { args: { companyId: 'cmp_brightwave' }, others: [] },
  generate_proposal: { args: { companyId: 'cmp_harbor' }, others: [] },
  update_crm: { args: { companyId: 'cmp_brightwave', note: 'Met at the fair.' }, others: [] },
  search_linkedin: { args: { companyId: 'cmp_brightwave' }, others: [] },
  analyze_engagement: { args: { companyId: 'cmp_brightwave' }, others: [] },
  send_email: {
    args: { companyId: 'cmp_brightwave', contactId: 'con_1', memberId: 'cmb_1', step: 0, angle: 'first' },
    others: [
      { args: { contactId: 'con_2' } },
      { args: { memberId: null } },
      { args: { step: 1 } },
      { args: { angle: 'audience' } },
      { args: { proposalId: 'pro_other' } },
      { args: { inReplyTo: 'sms_in1' } },
      { args: { subject: 'Another subject', body: typed.body } },
      { args: typed },
    ],
  },
  schedule_meeting: {
    args: { companyId: 'cmp_brightwave', contactId: 'con_1' },
    others: [
      { args: { contactId: 'con_2' } },
      { args: { minutes: 45 } },
      { args: { startsAt: Date.parse('2027-03-08T09:00:00Z') } },
      { args: { inReplyTo: 'sms_in1' } },
    ],
  },
});
const callOf = (name: string) => {
  const call = allowed[name];
  if (!call) throw new Error(`Add an allowed call of ${name} to this table, so that the laws reach it`);
  return call;
};
const prepared = async (name: string, args: unknown, context: Partial<ToolContext> = {}) => {
  const found = all.find((candidate) => candidate.name === name);
  const call = await found?.tool.prepare(args, aToolContext([order], { ...ada, ...context }));
  if (!call || !('verdicts' in call)) throw new Error(`${name} was not prepared: ${JSON.stringify(call)}`);
  return call;
};

describe('the registry', () => {
  it('names every tool once, in snake case', () => {
    const names = all.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]+(_[a-z]+)+$/);
  });
  it('has the five agents under their own names, each with purpose, prompt, version and limits', () => {
    for (const [name, agent] of Object.entries(agents)) {
      expect(agent.name).toBe(name);
      expect([agent.purpose, agent.version].every((text) => text.length > 5)).toBe(true);
      expect(agent.temperature).toBeGreaterThanOrEqual(0);
      expect(agent.autonomy).toBeLessThanOrEqual(100);
    }
  });
  it('has rules that each have one id, say something, read declared facts and name a setting that exists', () => {
    const rules = [
      ...new Set([...all.flatMap(({ tool }) => tool.rules), ...controlRules, ...agreementRules, ...outgoingRules, ...dialRules]),
    ];
    expect(new Set(rules.map(({ id }) => id)).size, 'two rules share an id').toBe(rules.length);
    expect(policyRules().map(({ id }) => id)).toEqual(expect.arrayContaining(rules.map(({ id }) => id)));
    for (const { id, says, reads, setting } of rules) {
      expect(id).toMatch(/^[a-z_]+$/);
      expect(says.length, id).toBeGreaterThan(20);
      expect(reads.length, id).toBeGreaterThan(0);
      expect(setting ?? 'agent.mode', id).toMatch(/^(agent\.(mode|autonomy|paused|limits\.\w+)|event\.\w+)$/);
    }
  });
  it('has an allowed call of every tool in the table of these laws', () => {
    expect(Object.keys(allowed).sort()).toEqual(all.map(({ name }) => name).sort());
  });
});

describe.each(all)('$name', ({ agent, tool }) => {
  it('says what it does and what each input is, in a schema that holds a model to it', () => {
    expect(tool.description.length).toBeGreaterThan(30);
    const schema = jsonSchemaOf(tool.input);
    const properties = z
      .record(z.string(), z.object({ description: z.string().min(5).optional(), enum: z.array(z.string()).optional() }).loose())
      .parse(schema.properties);
    for (const [name, property] of Object.entries(properties))
      expect(property.description ?? property.enum, `${tool.name}.${name} has no description`).toBeTruthy();
    expect(schema.additionalProperties).toBe(false);
    expect(strictSchema(schema), 'has no strict form').not.toBeNull();
  });
  it('has bounded texts: no argument is longer than a page', () => {
    const open = JSON.stringify(jsonSchemaOf(tool.input), (key, value) =>
      value?.type === 'string' && value.maxLength === undefined && value.enum === undefined && value.pattern === undefined
        ? `UNBOUNDED ${key}`
        : value,
    );
    expect(open).not.toContain('UNBOUNDED');
  });
  it('writes an activity that its log knows', () => {
    const known: readonly string[] = activityTypes[agent.name];
    expect(known).toContain(tool.activity);
  });
  it('takes no field that it does not declare', async () => {
    const { args } = callOf(tool.name);
    expect(await tool.prepare({ ...args, to: 'eve@evil.example' }, aToolContext([order], ada))).toHaveProperty('problem');
  });
  it.each([[null], [[]], ['text'], [7], [undefined], [JSON.parse('{"__proto__":{"ticketId":"tkt_ada1"}}')]])(
    'refuses %s as arguments without a throw',
    async (args) => {
      const call = await tool.prepare(args, aToolContext([order], ada));
      if (!['lookup_ticket', 'search_sponsors'].includes(tool.name) || typeof args !== 'object' || Array.isArray(args) || args === null)
        expect(call).toHaveProperty('problem');
    },
  );

  if (!acting(tool.effect))
    it('stages no command, and no change when it only reads', async () => {
      const staged = await (await prepared(tool.name, callOf(tool.name).args)).stage();
      expect(staged.commands).toEqual([]);
      if (tool.effect === 'read') expect(staged.changes).toEqual([]);
    });
  else {
    it('has key, preview, risk, bound facts and rules, none of which speaks in its allowed call', async () => {
      const { effect, verdicts } = await prepared(tool.name, callOf(tool.name).args);
      expect(effect?.idempotencyKey).toMatch(/^[\w:-]+$/);
      expect(effect?.idempotencyKey).not.toContain('undefined');
      expect(effect?.preview.title).not.toBe('');
      expect(Object.keys(effect?.bound ?? {}).length).toBeGreaterThan(0);
      expect(verdicts).toEqual([]);
      expect(tool.rules.length).toBeGreaterThan(0);
    });
    it('shows a person every input: calls that differ look different', async () => {
      const { args, others } = callOf(tool.name);
      expect(others.length).toBeGreaterThan(0);
      const shown = new Set([JSON.stringify((await prepared(tool.name, args)).effect?.preview)]);
      for (const other of others) {
        const preview = JSON.stringify((await prepared(tool.name, { ...args, ...other.args }, other.context)).effect?.preview);
        expect(shown, `${JSON.stringify(other)} looks like another call`).not.toContain(preview);
        shown.add(preview);
      }
    });
    it('stages the same commands under the same keys each time, and no other key than the one it says', async () => {
      const [one, two] = [await prepared(tool.name, callOf(tool.name).args), await prepared(tool.name, callOf(tool.name).args)];
      const keys = async (call: typeof one) => (await call.stage()).commands.map((command) => command.idempotencyKey);
      expect(await keys(one)).toEqual(await keys(two));
      for (const key of await keys(one)) expect(key.startsWith(one.effect?.idempotencyKey ?? '?')).toBe(true);
      expect((await one.stage()).commands.length).toBeGreaterThan(0);
    });
    it('moves money only if it is a money tool, and says so in its risk', async () => {
      const call = await prepared(tool.name, callOf(tool.name).args);
      const moves = (await call.stage()).commands.some((command) => command.kind.startsWith('payments.'));
      expect(moves).toBe(tool.effect === 'money');
      if (moves) expect(call.effect?.risk.amount).toBeGreaterThan(0);
    });
    it('lets a person edit declared inputs only, none of them an id', () => {
      const properties = Object.keys(z.record(z.string(), z.unknown()).parse(jsonSchemaOf(tool.input).properties));
      for (const { field } of tool.editable) {
        expect(properties).toContain(field);
        expect(field).not.toMatch(/id$/i);
      }
    });
    if (agent.name === 'support')
      it('does nothing for somebody who is not verified', async () => {
        const { ports, batches } = memoryCommit();
        const { outcome } = await runTool(requestOf(tool.name, { holder: null }), ports);
        expect(outcome).toMatchObject({ kind: 'refused', rule: 'holder_not_verified' });
        expect(batches).toEqual([]);
      });
    it('does nothing while its agent is paused', async () => {
      const { ports, batches } = memoryCommit();
      const { outcome } = await runTool(requestOf(tool.name, { policy: aPolicy({ paused: true }) }), ports);
      expect(outcome).toMatchObject({ kind: 'refused', rule: 'agent_paused' });
      expect(batches).toEqual([]);
    });
    it.each(['assisted', 'review_only'] as const)('in mode %s waits for a person, with nothing but its proposal written', async (mode) => {
      const { ports, batches, commands, changes, approvals } = memoryCommit();
      const { outcome } = await runTool(requestOf(tool.name, { policy: aPolicy({ mode }) }), ports);
      expect(outcome.kind).toBe('waiting');
      expect([commands(), changes()]).toEqual([[], []]);
      expect(approvals()).toHaveLength(1);
      expect(batches[0]?.activity).toMatchObject({ status: 'pending', autonomous: false, requiredHumanReview: true });
    });
    /** What was proposed, as the records give it back, and what happens when it is carried out as `bound`. */
    async function approvedLater() {
      const asked = memoryCommit();
      const sha256 = async (text: string) => `hash of ${text}`;
      await runTool(requestOf(tool.name, { policy: aPolicy({ mode: 'assisted' }) }), { ...asked.ports, sha256 });
      const approval = asked.approvals()[0];
      if (!approval) throw new Error('nothing was proposed');
      const { preview, content, boundFacts, hash, createdAt } = JSON.parse(JSON.stringify(approval)) as typeof approval;
      const carry = async (over: Partial<Binding>, context: Partial<ToolContext> = {}) => {
        const memory = memoryCommit();
        const approved = { preview, content, boundFacts, hash, approvalId: approval.id, proposedAt: createdAt, ...over };
        return { ...memory, result: await runTool({ ...requestOf(tool.name, context), approved }, { ...memory.ports, sha256 }) };
      };
      return { approval, carry };
    }
    it('approved, executes what was bound and nothing when any bound fact has moved', async () => {
      const { approval, carry } = await approvedLater();
      expect(afterMove('pending', 'approve')).toBe('approved');
      const done = await carry({});
      expect(done.result.outcome.kind).toBe('done');
      expect(done.batches[0]).toMatchObject({ executes: approval.id, activity: { autonomous: false, approvalId: approval.id } });
      for (const fact of Object.keys(approval.boundFacts)) {
        const { result, batches } = await carry({ boundFacts: { ...approval.boundFacts, [fact]: 'something else' } });
        expect(result.outcome, fact).toMatchObject({ kind: 'moved', moved: [{ fact }] });
        expect(batches).toEqual([]);
      }
    });
    it('approved, executes nothing when what would go out reads differently, or anything else that the hash covers', async () => {
      const { approval, carry } = await approvedLater();
      const [first, ...others] = approval.content;
      expect(first?.text.length).toBeGreaterThan(10);
      const altered: Partial<Binding>[] = [
        { content: first ? [{ ...first, text: `${first.text}!` }, ...others] : [] },
        { content: first ? [{ ...first, target: 'eve@evil.example' }, ...others] : [] },
        { content: others },
        { preview: { ...approval.preview, lines: approval.preview.lines.map(([label, value], i) => [label, i ? value : `${value}!`]) } },
        { hash: 'another' },
      ];
      for (const over of altered) {
        const { result, batches } = await carry(over);
        expect(result.outcome.kind, JSON.stringify(over).slice(0, 80)).toBe('moved');
        expect(batches).toEqual([]);
      }
    });
    it('approved, executes nothing under another version of the policy', async () => {
      const { carry } = await approvedLater();
      for (const policy of [aPolicy({ version: 7 }), aPolicy({ eventVersion: 7 })]) {
        const { result, batches } = await carry({}, { policy });
        expect(result.outcome.kind).toBe('moved');
        expect(batches).toEqual([]);
      }
    });
    it('approved, executes hours later what was shown: time and secrets are not part of it', async () => {
      const { approval, carry } = await approvedLater();
      const later = await carry(
        {},
        { now: approval.createdAt + 3_600_000, secrets: { ticket: 'other', undo: 'other', undoHash: 'other' } },
      );
      expect(later.result.outcome.kind).toBe('done');
    });
    it('shows a person no ticket code and no undo link', async () => {
      const { approval } = await approvedLater();
      for (const secret of ['new-ticket-secret', 'undo-token', ...order.tickets.map((ticket) => ticket.secret)])
        expect(JSON.stringify(approval)).not.toContain(secret);
    });
    it('waits for those whom the rule of the event asks for', async () => {
      const memory = memoryCommit();
      const approvals = [{ tool: tool.name, quorum: 2, role: 'owner' as const, people: null }];
      await runTool(
        requestOf(tool.name, { policy: aPolicy({ mode: 'assisted', event: { ...defaultEventPolicy, approvals } }) }),
        memory.ports,
      );
      expect(memory.approvals()[0]?.required).toMatchObject({ quorum: 2, role: 'owner' });
    });
  }

  it('is allowed in its allowed call', async () => {
    expect(strictest((await prepared(tool.name, callOf(tool.name).args)).verdicts).kind).toBe('allow');
  });

  function requestOf(name: string, context: Partial<ToolContext> = {}) {
    return {
      agent,
      call: { id: 'call_1', name, args: callOf(name).args },
      context: aToolContext([order], { ...ada, ...context }),
      runId: 'run_1',
      reasoning: 'asked',
      model: 'scripted',
      tokens: null,
    };
  }
});
