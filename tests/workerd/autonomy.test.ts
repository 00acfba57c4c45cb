import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { reviewAutonomy } from '../../worker/autonomy/review';
import type { AutonomyProposal, AutonomyRecord } from '../../worker/contract/autonomy';
import type { CurrentPolicy } from '../../worker/contract/policies';
import { joinAs } from '../support/http-client';
import { aProduct, type Product, theOwner } from '../support/product';

/** An event with `n` proposals that people decided, a few hours apart, the latest an hour ago. */
async function decided(n: number, over: { rejected?: number; edited?: number; autonomy?: number } = {}): Promise<Product> {
  const of = await aProduct();
  if (over.autonomy !== undefined) await of.settings({ autonomy: over.autonomy });
  await decide(of, n, over);
  return of;
}

async function decide(of: Product, n: number, { rejected = 0, edited = 0 }: { rejected?: number; edited?: number } = {}): Promise<void> {
  const now = Date.now();
  for (let i = 0; i < n; i++) {
    const at = now - 3_600_000 * (i + 1);
    const id = `apr_${of.eventId.slice(4)}${now % 100_000}x${i}`;
    await of.sql(
      `INSERT INTO approvals (id, organization_id, event_id, agent, run_id, call_id, tool, input, preview, verdict, reasoning, evidence, risk, hash, bound_facts, policy_version, editable_fields, state, version, created_at, expires_at, decided_by, decided_at, edited_from)
       VALUES (?1, ?2, ?3, 'support', ?1, 'call_x', 'process_refund', '{}', '{"title":"Refund","lines":[]}', '{}', '', '[]', '{}', '', '{}', 1, '[]', ?4, 2, ?5, ?6, 'usr_decider', ?6, ?7)`,
      ...[
        id,
        of.organizationId,
        of.eventId,
        i < rejected ? 'rejected' : 'executed',
        at - 60_000,
        at,
        i >= rejected && i < rejected + edited ? '{}' : null,
      ],
    );
  }
}

const review = (of: Product) => reviewAutonomy(env, { organizationId: of.organizationId, eventId: of.eventId }, Date.now());
const autonomy = (of: Product) =>
  of.call<{ windowDays: number; items: AutonomyRecord[]; history: AutonomyProposal[] }>('GET', `/events/${of.eventId}/autonomy`);
async function ofRefunds(of: Product): Promise<AutonomyRecord> {
  const found = (await autonomy(of)).items.find(({ tool }) => tool === 'process_refund');
  if (!found) throw new Error('no record of process_refund');
  return found;
}
const policyOf = async (of: Product) =>
  (await of.call<{ items: CurrentPolicy[] }>('GET', `/events/${of.eventId}/policies`)).items.find(({ scope }) => scope === 'support');
async function undoneTransfer(of: Product): Promise<void> {
  const order = await of.order();
  const now = Date.now();
  await of.sql(
    `INSERT INTO transfers (id, organization_id, event_id, ticket_id, from_attendee_id, to_attendee_id, from_secret, state, undo_token_hash, undo_until, created_at, undone_at)
     VALUES (?1, ?2, ?3, ?4, '', '', '', 'undone', ?1, ?5, ?5, ?5)`,
    ...[`trf_${order.orderId}`, of.organizationId, of.eventId, order.tickets[0]?.ticketId, now],
  );
}

describe('earned autonomy', () => {
  it('shows for each kind of action how people decided, how sure that makes, and what a promotion still needs', async () => {
    const of = await decided(10, { rejected: 2, edited: 2, autonomy: 40 });
    const { windowDays, items } = await autonomy(of);
    expect(windowDays).toBe(60);
    expect(items.map(({ agent, tool }) => `${agent} ${tool}`)).toEqual(
      expect.arrayContaining(['support resend_ticket', 'support transfer_ticket', 'support process_refund']),
    );
    expect(await ofRefunds(of)).toMatchObject({
      decided: 10,
      approved: 6,
      edited: 2,
      rejected: 2,
      agreement: 0.7,
      allowance: 0,
      proposal: null,
      missing: [expect.stringContaining('10 more decisions'), expect.stringContaining('agreement')],
    });
  });

  it('is proposed to the owner, who alone accepts it, as a new version of the policy', async () => {
    const of = await decided(40, { autonomy: 40 });
    await review(of);
    await review(of);
    const { proposal } = await ofRefunds(of);
    expect(proposal).toMatchObject({
      direction: 'promotion',
      state: 'pending',
      fromAllowance: 0,
      toAllowance: 10,
      evidence: { decided: 40 },
    });
    expect((await autonomy(of)).history).toHaveLength(1);
    const path = `/events/${of.eventId}/autonomy/${proposal?.id}/decision`;
    const organizer = await joinAs(await theOwner(), 'oda@example.org', 'organizer');
    expect(await of.call('POST', path, { decision: 'accept' }, organizer)).toMatchObject({ status: 403 });
    expect(await of.call('POST', path, { decision: 'accept' })).toMatchObject({ status: 200, state: 'accepted' });
    expect(await of.call('POST', path, { decision: 'accept' })).toMatchObject({ status: 409 });
    expect(await policyOf(of)).toMatchObject({ version: 3, body: { autonomy: 40, allowances: { process_refund: 10 } } });
    expect(await ofRefunds(of)).toMatchObject({ allowance: 10, proposal: null });
  });

  it('declined is not proposed again soon', async () => {
    const of = await decided(40, { autonomy: 40 });
    await review(of);
    const { proposal } = await ofRefunds(of);
    await of.call('POST', `/events/${of.eventId}/autonomy/${proposal?.id}/decision`, { decision: 'decline' });
    await review(of);
    expect((await autonomy(of)).history.map(({ state }) => state)).toEqual(['declined']);
  });

  it('follows the policy under it: it conflicts for who accepts it after a change, and is proposed anew as it then would be', async () => {
    const of = await decided(40, { autonomy: 40 });
    await review(of);
    const { proposal } = await ofRefunds(of);
    await of.settings({ autonomy: 85 });
    expect(await of.call('POST', `/events/${of.eventId}/autonomy/${proposal?.id}/decision`, { decision: 'accept' })).toMatchObject({
      status: 409,
    });
    await review(of);
    expect((await ofRefunds(of)).proposal).toMatchObject({ state: 'pending', fromAllowance: 0, toAllowance: 4 });
    expect((await autonomy(of)).history.map(({ state, decidedBy }) => [state, decidedBy])).toEqual([
      ['pending', null],
      ['declined', 'system'],
    ]);
  });

  it('is withdrawn when it is no longer earned', async () => {
    const of = await decided(40, { autonomy: 40 });
    await review(of);
    await decide(of, 8, { rejected: 8 });
    await review(of);
    expect((await autonomy(of)).history).toMatchObject([{ state: 'declined', decidedBy: 'system' }]);
  });

  it('is lost at once when an action is taken back, without asking anybody, and says so in the policy', async () => {
    const of = await aProduct();
    const before = await policyOf(of);
    const allowances = { transfer_ticket: 4, process_refund: 4 };
    await of.call('PUT', `/events/${of.eventId}/policies/support`, { body: { ...before?.body, allowances }, version: 1, note: 'trusted' });
    await review(of);
    expect(await policyOf(of)).toMatchObject({ version: 2, body: { allowances } });
    await undoneTransfer(of);
    await review(of);
    expect(await policyOf(of)).toMatchObject({ version: 3, changedBy: 'system', body: { allowances: { process_refund: 4 } } });
    expect((await autonomy(of)).history).toMatchObject([
      { direction: 'demotion', state: 'in_force', tool: 'transfer_ticket', fromAllowance: 4, toAllowance: 0 },
    ]);
    await review(of);
    expect((await policyOf(of))?.version).toBe(3);
  });

  it('is lost when people disagree', async () => {
    const of = await decided(30, { autonomy: 40 });
    const before = await policyOf(of);
    await of.call('PUT', `/events/${of.eventId}/policies/support`, {
      body: { ...before?.body, allowances: { process_refund: 10 } },
      version: 2,
      note: 'x',
    });
    await decide(of, 6, { rejected: 6 });
    await review(of);
    expect(await policyOf(of)).toMatchObject({ changedBy: 'system', body: { allowances: {} } });
  });

  it('another organization sees and decides nothing of it', async () => {
    const of = await decided(40, { autonomy: 40 });
    await review(of);
    const { proposal } = await ofRefunds(of);
    const other = await aProduct();
    expect(await other.call('POST', `/events/${other.eventId}/autonomy/${proposal?.id}/decision`, { decision: 'accept' })).toMatchObject({
      status: 404,
    });
    expect((await autonomy(other)).history).toEqual([]);
  });
});
