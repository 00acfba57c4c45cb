import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Budget, CurrentPolicy, PolicyPreview, PolicyRule, PolicyVersion } from '../../worker/contract/policies';
import type { Cost, LimitSources } from '../../worker/core/limits/reservation';
import { defaultEventPolicy } from '../../worker/core/policy/event-policy';
import { asBatch, commitPort } from '../../worker/db/commit';
import { databaseOf } from '../../worker/db/database';
import { overLimit, reservationsAt, reserved, reserveStatements, settleStatements } from '../../worker/limits/reserve';
import { runMeter } from '../../worker/limits/run-meter';
import type { MailCommand } from '../../worker/ports/commands';
import type { Activity } from '../../worker/ports/commit';
import { aTicket, eur } from '../support/a-order';
import { eventually } from '../support/eventually';
import { joinAs } from '../support/http-client';
import { aProduct, type Product, theOwner } from '../support/product';

let product: Product;
beforeAll(async () => {
  product = await aProduct();
});

const policies = async (of: Product) => (await of.call<{ items: CurrentPolicy[] }>('GET', `/events/${of.eventId}/policies`)).items;
async function policyOf(of: Product, scope: string): Promise<CurrentPolicy> {
  const found = (await policies(of)).find((policy) => policy.scope === scope);
  if (!found) throw new Error(`no policy of ${scope}`);
  return found;
}
const put = (of: Product, scope: string, change: { body: unknown; version: number; note?: string }) =>
  of.call<CurrentPolicy & { fields?: Record<string, string> }>('PUT', `/events/${of.eventId}/policies/${scope}`, {
    note: 'as agreed',
    ...change,
  });
const versions = async (of: Product, scope: string) =>
  (await of.call<{ items: PolicyVersion[] }>('GET', `/events/${of.eventId}/policies/${scope}/versions`)).items;

describe('a policy', () => {
  it('is there for each agent and the event from the start, with the rules that hold', async () => {
    const all = await policies(product);
    expect(all.map(({ scope, version }) => [scope, version])).toEqual([
      ['analytics', 1],
      ['marketing', 1],
      ['operations', 1],
      ['sales', 1],
      ['support', 1],
      ['event', 0],
    ]);
    expect(all.find(({ scope }) => scope === 'support')?.rules).toEqual(expect.arrayContaining(['refund_above_limit', 'risk_above_dial']));
    expect(all.find(({ scope }) => scope === 'event')?.body).toEqual(defaultEventPolicy);
  });

  it('changed makes a version that says who and why; one that somebody else made meanwhile refuses the change', async () => {
    const of = await aProduct();
    const { body } = await policyOf(of, 'support');
    const changed = await put(of, 'support', { body: { ...body, autonomy: 40 }, version: 1, note: 'New on the team' });
    expect(changed).toMatchObject({ status: 200, version: 2, note: 'New on the team', body: { autonomy: 40, mode: 'full_auto' } });
    expect(await put(of, 'support', { body, version: 1 })).toMatchObject({ status: 409 });
    expect((await versions(of, 'support')).map(({ version, body: { autonomy } }) => [version, autonomy])).toEqual([
      [2, 40],
      [1, 85],
    ]);
    expect((await of.call<{ items: Record<string, unknown>[] }>('GET', `/events/${of.eventId}/agents`)).items).toContainEqual(
      expect.objectContaining({ agent: 'support', autonomy: 40, version: 2 }),
    );
  });

  it('changed by two at once is changed by one', async () => {
    const of = await aProduct();
    const { body } = await policyOf(of, 'support');
    const answers = await Promise.all([10, 20, 30].map((autonomy) => put(of, 'support', { body: { ...body, autonomy }, version: 1 })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect((await versions(of, 'support')).map(({ version }) => version)).toEqual([2, 1]);
  });

  it('changed in different parts by two at once has both changes', async () => {
    const of = await aProduct();
    await Promise.all([of.settings({ autonomy: 77 }), of.settings({ limits: { mailsPerDay: 7 } })]);
    expect(await policyOf(of, 'support')).toMatchObject({ version: 3, body: { autonomy: 77, limits: { mailsPerDay: 7 } } });
  });

  it('rolls back as a new version with the old body, also to how the event was made', async () => {
    const of = await aProduct();
    await of.settings({ autonomy: 40 });
    await of.settings({ autonomy: 20, limits: { mailsPerDay: 5 } });
    const rollback = (scope: string, version: number) =>
      of.call<CurrentPolicy>('POST', `/events/${of.eventId}/policies/${scope}/rollback`, { version, note: 'Too strict' });
    expect(await rollback('support', 1)).toMatchObject({ status: 200, version: 4, body: { autonomy: 85, limits: { mailsPerDay: 500 } } });
    expect((await versions(of, 'support')).map(({ version }) => version)).toEqual([4, 3, 2, 1]);
    expect(await rollback('support', 4)).toMatchObject({ status: 409 });
    expect(await rollback('support', 9)).toMatchObject({ status: 404 });
    await put(of, 'event', { body: { undoSeconds: 60 }, version: 0 });
    expect(await policyOf(of, 'event')).toMatchObject({ version: 1, body: { undoSeconds: 60, reminderMinutes: [15, 240, 1440, 2880] } });
    expect(await rollback('event', 0)).toMatchObject({ status: 200, version: 2, body: { undoSeconds: 10 } });
  });

  it('never pauses or wakes an agent: a pause is a state and makes no version', async () => {
    const of = await aProduct();
    await of.settings({ autonomy: 40 });
    await of.settings({ paused: true });
    await of.call('POST', `/events/${of.eventId}/policies/support/rollback`, { version: 1, note: 'x' });
    const { items } = await of.call<{ items: Record<string, unknown>[] }>('GET', `/events/${of.eventId}/agents`);
    expect(items.find(({ agent }) => agent === 'support')).toMatchObject({ paused: true, version: 3, autonomy: 85 });
  });

  it.each<[string, string, (body: Record<string, unknown>) => unknown, string]>([
    [
      'a limit with a misspelled name',
      'support',
      (body) => ({ ...body, limits: { ...(body.limits as object), mailPerDay: 3 } }),
      'limits.mailPerDay',
    ],
    ['a limit left out', 'support', (body) => ({ ...body, limits: {} }), 'limits.mailsPerDay'],
    [
      'an allowance for what the agent cannot do',
      'support',
      (body) => ({ ...body, allowances: { send_money: 10 } }),
      'allowances.send_money',
    ],
    [
      'an allowance above what untrusted text weighs',
      'support',
      (body) => ({ ...body, allowances: { process_refund: 90 } }),
      'allowances.process_refund',
    ],
    ['a dial of 101', 'support', (body) => ({ ...body, autonomy: 101 }), 'autonomy'],
    ['more approvers than there are', 'event', () => ({ approvals: [{ quorum: 9, role: 'owner' }] }), 'approvals.0.quorum'],
    ['all of nobody named', 'event', () => ({ approvals: [{ quorum: 'all', role: 'owner' }] }), 'approvals.0.people'],
    [
      'approvers who are strangers',
      'event',
      () => ({ approvals: [{ quorum: 1, role: 'owner', people: ['usr_x'] }] }),
      'approvals.0.people',
    ],
    ['an unknown tool', 'event', () => ({ approvals: [{ quorum: 1, role: 'owner', tool: 'fly' }] }), 'approvals.0.tool'],
    ['a link host with a path', 'event', () => ({ allowedHosts: ['example.org/x'] }), 'allowedHosts.0'],
    ['reminders out of order', 'event', () => ({ reminderMinutes: [60, 15] }), 'reminderMinutes'],
  ])('that is impossible is refused and says where: %s', async (_name, scope, change, field) => {
    const { body, version } = await policyOf(product, scope);
    const answer = await put(product, scope, { body: change(body), version });
    expect(answer).toMatchObject({ status: 400, fields: { [field]: expect.any(String) } });
    expect((await policyOf(product, scope)).version).toBe(version);
  });

  it('shows before it is saved what it would change, with the proposals that wait', async () => {
    const of = await aProduct();
    await of.settings({ mode: 'assisted' });
    const attendee = await of.verified(await of.order({ tickets: [aTicket({ price: eur(40) })] }));
    await of.askRefund(attendee);
    const [waits] = await eventually('the proposal', async () => {
      const pending = await of.approvals('pending');
      return pending.length > 0 ? pending : undefined;
    });
    const { body, version } = await policyOf(of, 'support');
    const preview = (changed: unknown) =>
      of.call<PolicyPreview>('POST', `/events/${of.eventId}/policies/support/preview`, { body: changed });
    expect(await preview({ ...body, mode: 'full_auto' })).toMatchObject({
      status: 200,
      changes: [{ path: 'mode', from: 'assisted', to: 'full_auto' }],
      judged: 1,
      problems: [],
      pending: [{ approvalId: waits?.id, before: { kind: 'ask', rule: 'mode_assisted' }, after: { kind: 'allow', rule: 'no_objection' } }],
    });
    const stricter = { ...body, limits: { ...(body.limits as Record<string, number>), refundPerOrderMinor: 1000 } };
    expect(await preview(stricter)).toMatchObject({
      pending: [{ after: { kind: 'escalate', rule: 'refund_above_limit' } }],
      changes: [{ path: 'limits.refundPerOrderMinor', from: 50_000, to: 1000 }],
    });
    expect(await preview(body)).toMatchObject({ changes: [], pending: [], judged: 1 });
    expect((await policyOf(of, 'support')).version).toBe(version);
  });

  it('of an agent is trusted with more by owners only', async () => {
    const organizer = await joinAs(await theOwner(), 'pia@example.org', 'organizer');
    const { body, version } = await policyOf(product, 'support');
    const change = { body: { ...body, allowances: { resend_ticket: 10 } }, note: 'x', version };
    const path = `/events/${product.eventId}/policies/support`;
    expect(await product.call('PUT', path, change, organizer)).toMatchObject({ status: 403 });
    expect(await product.call('PUT', path, change)).toMatchObject({ status: 200, body: { allowances: { resend_ticket: 10 } } });
    expect(await product.call('PUT', path, { ...change, body, version: version + 1 }, organizer)).toMatchObject({ status: 200 });
  });

  it('a stricter mode takes allowances back', async () => {
    const of = await aProduct();
    const { body } = await policyOf(of, 'support');
    await put(of, 'support', { body: { ...body, allowances: { resend_ticket: 10 } }, version: 1 });
    await of.settings({ limits: { mailsPerDay: 7 } });
    expect((await policyOf(of, 'support')).body).toMatchObject({ allowances: { resend_ticket: 10 } });
    await of.settings({ mode: 'assisted' });
    expect((await policyOf(of, 'support')).body).toMatchObject({ allowances: {} });
  });

  it('rules say what they are, what they read, what moves them and for which tools', async () => {
    const { items } = await product.call<{ items: PolicyRule[] }>('GET', '/policy-rules');
    expect(items.find(({ id }) => id === 'refund_above_limit')).toEqual({
      id: 'refund_above_limit',
      verdict: 'escalate',
      says: expect.any(String),
      reads: ['amount', 'limit'],
      setting: 'agent.limits.refundPerOrderMinor',
      tools: [{ agent: 'support', tool: 'process_refund' }],
    });
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });
});

const anActivity = (id: string, createdAt: number): Activity => ({
  ...{ id, agent: 'support', agentVersion: 'support-1', activityType: 'ticket_resent', input: null, output: null, reasoning: null },
  ...{ status: 'success', errorMessage: null, autonomous: true, requiredHumanReview: false, escalationReason: null, durationMs: 0 },
  ...{ tokens: null, createdAt, runId: null, callId: null, tool: 'resend_ticket', conversationId: null, approvalId: null },
  ...{ verdict: 'allow', rule: null, model: null },
});
const aMail = (idempotencyKey: string): MailCommand => ({
  kind: 'mail.send',
  target: 'ada@example.org',
  idempotencyKey,
  payload: {
    purpose: 'ticket',
    mail: {
      from: { name: 'Example Days', address: 'events@example.org' },
      to: ['ada@example.org'],
      subject: 'Your ticket',
      text: 'x',
      html: '<p>x</p>',
      headers: {},
      attachments: [],
    },
  },
});

describe('limits', () => {
  const now = Date.parse('2027-03-01T10:00:00Z');
  const sources = (over: Partial<LimitSources> = {}): LimitSources => ({
    agent: 'support',
    eventId: product.eventId,
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    agentLimits: { mailsPerDay: 7 },
    eventLimits: defaultEventPolicy.limits,
    ...over,
  });
  const mail: Cost[] = [{ kind: 'mails', amount: 1 }];
  const db = () => databaseOf(env, product.organizationId);
  async function take(costs: Cost[], from: LimitSources): Promise<string> {
    const asked = reservationsAt(costs, from, now);
    try {
      await db().batch(asBatch(reserveStatements({ db: db(), organizationId: product.organizationId, now }, asked)));
      return 'taken';
    } catch (error) {
      const over = overLimit(error, asked);
      if (!over) throw error;
      return `${over.reservation.level} ${over.reservation.kind} ${over.limit}`;
    }
  }
  const budget = (scope: string, kind: string) =>
    product.sql<{ reserved: number; spent: number }>(
      "SELECT reserved, spent FROM budgets WHERE scope = ? AND kind = ? AND period = '2027-03-01'",
      scope,
      kind,
    );

  it('of seven gives exactly seven to fifty who ask at once', async () => {
    const results = await Promise.all(Array.from({ length: 50 }, () => take(mail, sources())));
    expect(results.filter((result) => result === 'taken')).toHaveLength(7);
    expect(new Set(results.filter((result) => result !== 'taken'))).toEqual(new Set(['agent mails 7']));
    expect(await budget(`${product.eventId}/support`, 'mails')).toEqual([{ reserved: 7, spent: 0 }]);
    expect(await budget(product.eventId, 'mails')).toEqual([{ reserved: 7, spent: 0 }]);
  });

  it('give all that is asked or nothing, and name the one that is spent', async () => {
    const from = sources({ eventId: 'evt_all', agentLimits: {}, eventLimits: { ...defaultEventPolicy.limits, refundMinorPerDay: 10_000 } });
    const refund = (minor: number): Cost[] => [
      { kind: 'refunds', amount: 1 },
      { kind: 'money:eur', amount: minor },
    ];
    expect(await take(refund(6_000), from)).toBe('taken');
    expect(await take(refund(4_001), from)).toBe('event money:eur 10000');
    expect(await take(refund(4_000), from)).toBe('taken');
    expect(await take(refund(1), from)).toBe('event money:eur 10000');
    expect(await budget('evt_all', 'refunds')).toEqual([{ reserved: 2, spent: 0 }]);
  });

  it('of the organization hold over its events, in force with the next mail', async () => {
    const used = (await budget('', 'mails'))[0]?.reserved ?? 0;
    const path = '/limits';
    expect(await product.call('PUT', path, { mailsPerDay: used + 2 })).toMatchObject({
      status: 200,
      mailsPerDay: used + 2,
      tokensPerDay: null,
    });
    const results = await Promise.all(['evt_a', 'evt_b', 'evt_c', 'evt_d'].map((eventId) => take(mail, sources({ eventId }))));
    expect(results.filter((result) => result === 'taken')).toHaveLength(2);
    expect(results).toContain(`organization mails ${used + 2}`);
    expect(await product.call('PUT', path, {})).toMatchObject({ mailsPerDay: null });
    expect(await take(mail, sources({ eventId: 'evt_e' }))).toBe('taken');
  });

  it('are settled by what became of the command, once however often', async () => {
    const of = await aProduct();
    const asked = reservationsAt(mail, sources({ eventId: of.eventId, agentLimits: {} }), now);
    const scope = { db: db(), organizationId: of.organizationId, now };
    const commands = ['confirmed', 'reconciled', 'failed', 'cancelled', 'unknown', 'authorised', 'claimed', 'parked'];
    for (const state of commands) {
      await db().batch(asBatch(reserveStatements(scope, asked)));
      await of.sql(
        `INSERT INTO outbox (id, organization_id, event_id, agent, kind, target, idempotency_key, payload, purpose, reservation, state, attempts, next_attempt_at, created_at, updated_at)
         VALUES (?1, ?2, ?3, 'support', 'mail.send', 'x', ?1, '{}', 'service', ?4, ?5, 1, ?6, ?6, ?6)`,
        `cmd_settle_${state}`,
        of.organizationId,
        of.eventId,
        JSON.stringify(reserved(asked)),
        state,
        Number.MAX_SAFE_INTEGER,
      );
    }
    expect(await budget(of.eventId, 'mails')).toEqual([{ reserved: 8, spent: 0 }]);
    for (let i = 0; i < 2; i++) await db().batch(asBatch(settleStatements(db(), of.organizationId, { commandId: 'cmd_settle_confirmed' })));
    expect(await budget(of.eventId, 'mails')).toEqual([{ reserved: 7, spent: 1 }]);
    for (let i = 0; i < 2; i++) await db().batch(asBatch(settleStatements(db(), of.organizationId, { eventId: of.eventId })));
    expect(await budget(of.eventId, 'mails')).toEqual([{ reserved: 4, spent: 2 }]);
  });

  it('of today are shown with what is reserved, spent and left', async () => {
    const of = await aProduct();
    const { items } = await of.call<{ items: Budget[] }>('GET', `/events/${of.eventId}/budgets`);
    const found = (scope: string, kind: string) =>
      items.find((one) => one.scope === scope && one.kind === kind && (scope !== 'agent' || one.agent === 'support'));
    expect(found('agent', 'mails')).toMatchObject({
      agent: 'support',
      limit: 500,
      reserved: 0,
      spent: 0,
      left: 500,
      setting: 'agent.limits.mailsPerDay',
    });
    expect(found('event', 'refunds')).toMatchObject({ agent: null, limit: 200, left: 200, setting: 'event.limits.refundsPerDay' });
    expect(found('event', 'money:eur')).toMatchObject({ limit: 2_000_000 });
    expect(found('event', 'tokens')).toMatchObject({ limit: 2_000_000 });
  });

  it('spent, end a run with what was found: the attendee gets the rest of the answer, a person the rest of the work', async () => {
    const of = await aProduct();
    // One mail for the code, none for the ticket.
    await of.settings({ limits: { mailsPerDay: 1 } });
    const order = await of.order();
    const attendee = await of.verified(order);
    const answer = await attendee.say('Please send me my ticket again');
    expect(answer.text).not.toContain('Settings');
    expect(await of.outbox('mail.send')).toHaveLength(2);
    const [run] = await eventually('the run', async () => {
      const runs = await of.sql<{ outcome: string }>(
        'SELECT outcome FROM runs WHERE event_id = ? ORDER BY started_at DESC, id DESC',
        of.eventId,
      );
      return runs[0]?.outcome === 'budget_exhausted' ? runs : undefined;
    });
    expect(run?.outcome).toBe('budget_exhausted');
    const view = JSON.parse((await of.support(attendee.conversationId).readConversation(attendee.conversationId)) ?? '{}');
    expect(view).toMatchObject({ state: 'waiting' });
    const { items } = await of.call<{ items: { rule: string | null; errorMessage?: string }[] }>(
      'GET',
      `/events/${of.eventId}/activities?status=failed`,
    );
    expect(items).toContainEqual(expect.objectContaining({ rule: 'budget_exhausted' }));
    const told = await eventually('the mail to the organizer', async () => (await of.mailsTo('help@example.org'))[0]);
    expect(told.text).toContain('budget exhausted');
    // The code and the mail to the organizer count; only the first was held to the limit.
    const [agent] = await of.sql<{ reserved: number; spent: number }>(
      "SELECT reserved, spent FROM budgets WHERE scope = ? AND kind = 'mails'",
      `${of.eventId}/support`,
    );
    expect((agent?.reserved ?? 0) + (agent?.spent ?? 0)).toBe(2);
  });

  it('spent, send no code and do not tell whether there is an order', async () => {
    const of = await aProduct();
    await of.settings({ limits: { mailsPerDay: 0 } });
    const order = await of.order();
    const known = await of.attendee();
    const stranger = await of.attendee();
    const one = await known.told({ type: 'identify', orderCode: order.code, email: order.buyerEmail });
    const other = await stranger.told({ type: 'identify', orderCode: 'NONE', email: 'nobody@example.org' });
    expect(one.text).toBe(other.text);
    expect(await of.outbox('mail.send')).toEqual([]);
    const { items } = await of.call<{ items: { activityType: string; rule: string | null }[] }>('GET', `/events/${of.eventId}/activities`);
    expect(items.map(({ activityType, rule }) => [activityType, rule])).toEqual([['code_sent', 'budget_exhausted']]);
  });

  it('of seven mails let exactly seven of fifty commits through, each with all it writes or nothing', async () => {
    const of = await aProduct();
    const limits = {
      ...sources({ eventId: of.eventId, agentLimits: {}, eventLimits: { ...defaultEventPolicy.limits, mailsPerDay: 7 } }),
      checked: true,
    };
    let ids = 0;
    const { commit } = commitPort({
      ...{ db: db(), organizationId: of.organizationId, eventId: of.eventId },
      newCommandId: () => `cmd_fifty${++ids}`,
      now: () => now,
    });
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        commit({
          activity: anActivity(`act_fifty${n}`, now),
          changes: [],
          commands: [aMail(`fifty:${n}`)],
          approval: null,
          executes: null,
          limits,
        }),
      ),
    );
    const count = (status: string) => results.filter((result) => result.status === status).length;
    expect([count('committed'), count('over_limit')]).toEqual([7, 43]);
    expect(await of.outbox('mail.send')).toHaveLength(7);
    expect(await of.sql('SELECT id FROM agent_support_activities WHERE event_id = ?', of.eventId)).toHaveLength(7);
    expect(results.find((result) => result.status === 'over_limit')).toMatchObject({
      limit: { setting: 'event.limits.mailsPerDay', limit: 7 },
    });
    // What is on its way already is no new effect, whatever is left.
    const again = await commit({
      activity: anActivity('act_again', now),
      changes: [],
      commands: [aMail(`fifty:${results.findIndex(({ status }) => status === 'committed')}`)],
      approval: null,
      executes: null,
      limits,
    });
    expect(again.status).toBe('duplicate');
  });

  it('are spent by what was sent and given back by what was not', async () => {
    const of = await aProduct();
    const order = await of.order();
    await of.verified(order);
    const spent = () =>
      of.sql<{ reserved: number; spent: number }>("SELECT reserved, spent FROM budgets WHERE scope = ? AND kind = 'mails'", of.eventId);
    await eventually('the code is spent', async () => ((await spent())[0]?.spent === 1 ? true : undefined));
    expect(await spent()).toEqual([{ reserved: 0, spent: 1 }]);
  });

  it('of tokens hold for one run by what it used, and for the day over all runs at once', async () => {
    const of = await aProduct();
    const from = sources({ eventId: of.eventId, agentLimits: { tokensPerDay: 1_000 } });
    const meter = (used: number) =>
      runMeter({ db: db(), organizationId: of.organizationId, sources: from, perRun: 500, used: () => used, now: () => now });
    expect(await meter(401).reserve(100)).toContain('one run, 500 tokens');
    const runs = Array.from({ length: 12 }, () => meter(0));
    const answers = await Promise.all(runs.map((run) => run.reserve(100)));
    expect(answers.filter((answer) => answer === null)).toHaveLength(10);
    expect(answers).toContain(
      'The limit of the support agent, 1000 tokens a day, is spent. Raise agent.limits.tokensPerDay in Settings, or wait until tomorrow.',
    );
    for (const [index, run] of runs.entries()) if (answers[index] === null) await run.settle(100, 30);
    expect(await budget(of.eventId, 'tokens')).toEqual([{ reserved: 0, spent: 300 }]);
    expect(await meter(0).reserve(100)).toBeNull();
  });
});
