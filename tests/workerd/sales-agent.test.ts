import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Campaign, ProposalContent } from '../../worker/contract/sales/outreach';
import { receiveMail } from '../../worker/inbound/receive-mail';
import { salesObject } from '../../worker/objects';
import { eventually } from '../support/eventually';
import { aProduct, type Product } from '../support/product';

/** A Tuesday morning, far from every other test's days. */
const start = '2098-01-14T09:00:00Z';

interface Stage extends Product {
  campaign(): Promise<Campaign>;
  advance(by: string): Promise<{ now: number; ran: number }>;
  mails(): Promise<{ company_id: string; step: number | null; angle: string | null; state: string }[]>;
  reply(company: string, text: string, over?: Record<string, unknown>): Promise<void>;
  campaignId: string;
  companies: { id: string; contactId: string; email: string; name: string }[];
}

let sequence = 0;

/** An event on a virtual clock with companies that fit it perfectly, and a campaign that has not started. */
async function stage({
  companies = 4,
  mode = 'full_auto',
  settings = {},
}: {
  companies?: number;
  mode?: string;
  settings?: object;
} = {}): Promise<Stage> {
  const n = ++sequence;
  const product = await aProduct({ clock: 'virtual', clockNow: start, timeZone: 'UTC' });
  const { eventId, call } = product;
  const must = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await call<T & Record<string, unknown>>(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const topics = ['data', 'ai', 'cloud', 'security'];
  const audience = ['developers', 'architects', 'founders', 'designers'];
  const current = await must<{ outreach: object; availability: object }>('GET', `/events/${eventId}/sales/settings`);
  await must('PUT', `/events/${eventId}/sales/settings`, {
    ...{ availability: current.availability },
    outreach: {
      ...current.outreach,
      ...{ senderName: 'Mara Holm', senderTitle: 'Partnerships', postalAddress: 'Example Events, Kade 1, Rotterdam', topics, audience },
      ...{
        gapSeconds: 60,
        rampStart: 50,
        facts: [{ id: 'f1', text: 'Two of three attendees decide on the tools of their team', goals: ['leads'] }],
      },
    },
  });
  await must('POST', `/events/${eventId}/packages`, {
    ...{ name: 'Current', priceMinor: 900_000, stock: 9, exclusiveIndustry: '' },
    benefits: [{ id: 'b1', text: 'A stand of 6 m² in the main hall', goals: ['leads'] }],
  });
  const made: Stage['companies'] = [];
  for (let i = 0; i < companies; i++) {
    const domain = `firm${n}x${i}.example`;
    const company = await must<{ id: string }>('POST', '/companies', {
      ...{
        name: `Firm ${'ABCDEFGHIJKL'[i]}${n} Systems`,
        domain,
        industry: 'software',
        topics,
        audience,
        employees: 600,
        country: 'NL',
        city: 'Rotterdam',
      },
      ...{ budget: { minor: 2_000_000, currency: 'EUR' }, goals: [{ text: 'get leads among developers', source: 'call' }] },
    });
    for (const year of [2096, 2097])
      await must('POST', `/companies/${company.id}/sponsorships`, {
        eventId,
        eventName: 'Example Days',
        year,
        level: 'Gold',
        quote: 'Well run.',
        quoteBy: 'A sponsor',
        outcome: '80 leads',
      });
    const email = `ada@${domain}`;
    const person = await must<{ id: string }>('POST', `/companies/${company.id}/contacts`, {
      name: 'Ada Berg',
      email,
      title: 'Head of Marketing',
      basis: 'legitimate_interest',
    });
    made.push({ id: company.id, contactId: person.id, email, name: `Firm ${'ABCDEFGHIJKL'[i]}${n} Systems` });
  }
  await must('PATCH', `/events/${eventId}/agents/sales`, { mode, autonomy: 100 });
  const campaign = await must<Campaign>('POST', `/events/${eventId}/campaigns`, {
    name: 'Spring',
    settings: { prospects: companies, best: 10, minimumScore: 60, include: made.map(({ id }) => id), ...settings },
  });
  const { organizationId } = product;
  return {
    ...product,
    campaignId: campaign.id,
    companies: made,
    campaign: () => must('GET', `/events/${eventId}/campaigns/${campaign.id}`),
    advance: (by) => must('POST', `/events/${eventId}/clock`, { advance: by }),
    mails: () =>
      product.sql(
        `SELECT m.company_id, m.step, m.angle, o.state, o.last_error FROM sales_messages m LEFT JOIN outbox o ON o.id = m.command_id
         WHERE m.event_id = ? AND m.direction = 'out' ORDER BY m.company_id, m.at, m.id`,
        eventId,
      ),
    async reply(companyId, text, over = {}) {
      const to = made.find(({ id }) => id === companyId);
      const [last] = await product.sql<{ message_id: string; subject: string }>(
        `SELECT message_id, subject FROM sales_messages WHERE company_id = ? AND direction = 'out' ORDER BY at DESC LIMIT 1`,
        companyId,
      );
      const { now } = await must<{ now: number }>('GET', `/events/${eventId}`);
      await receiveMail(env, {
        ...{
          organizationId,
          eventId,
          commandId: null,
          providerRef: `test:${crypto.randomUUID()}`,
          from: to?.email ?? '',
          to: 'events@example.org',
        },
        ...{ subject: `Re: ${last?.subject ?? ''}`, text, at: now },
        headers: { references: `<${last?.message_id}>`, 'message-id': `<${crypto.randomUUID()}@firm.example>` },
        ...over,
      });
    },
  };
}

const stepsOf = (mails: Awaited<ReturnType<Stage['mails']>>, companyId: string) =>
  mails.filter((mail) => mail.company_id === companyId).map(({ step }) => step);

describe('a campaign over three weeks, by itself', () => {
  let on: Stage;
  beforeAll(async () => {
    on = await stage({ companies: 7 });
    const started = await on.call<Campaign>('POST', `/events/${on.eventId}/campaigns/${on.campaignId}/state`, { action: 'start' });
    expect(started.status).toBe(200);
  }, 120_000);

  it('finds, scores and pitches each company once', async () => {
    const campaign = await on.campaign();
    expect(campaign.report).toMatchObject({ prospects: 7, qualified: 7, proposals: 7, contacted: 7, mails: 7 });
    expect(campaign.members.map(({ state }) => state)).toEqual(Array(7).fill('contacted'));
    await on.advance('PT4H');
    const mails = await on.mails();
    expect(mails.map(({ state }) => state)).toEqual(Array(7).fill('confirmed'));
    expect(mails.every(({ step, angle }) => step === 0 && angle === 'first')).toBe(true);
    expect((await on.campaign()).next).not.toBeNull();
  }, 120_000);

  it('writes proposals with which nothing is wrong, and finds what an edit put in that no record holds', async () => {
    const at = `/events/${on.eventId}/proposals`;
    const { items } = await on.call<{ items: { id: string }[] }>('GET', at);
    expect(items).toHaveLength(7);
    const proposal = await on.call<{ problems: object[]; content: ProposalContent }>('GET', `${at}/${items[0]?.id}`);
    expect(proposal.problems).toEqual([]);
    const [first, ...rest] = proposal.content.sections;
    if (!first) throw new Error('no section');
    const said = { text: 'It costs €1 until 3 March 2090, as for {{company}}.', sources: [] };
    const content = { ...proposal.content, sections: [{ ...first, sentences: [...first.sentences, said] }, ...rest] };
    const { problems } = await on.call<{ problems: { rule: string }[] }>('POST', `${at}/${items[0]?.id}/preview`, { content });
    expect(new Set(problems.map(({ rule }) => rule))).toEqual(new Set(['placeholder', 'unknown_date', 'unknown_price']));
  });

  it('stops at each answer as it should, moves an absence to its end, and goes on with the others', async () => {
    const [interested, no, away, question, optOut] = on.companies;
    if (!interested || !no || !away || !question || !optOut) throw new Error('too few companies');
    await on.reply(interested.id, 'That sounds great, we are interested. Let us talk next week.');
    await on.reply(no.id, 'Thank you, but we are not interested in sponsoring this.');
    await on.reply(away.id, 'I am out of the office until January 28, 2098 with no access to mail.', {
      headers: { 'auto-submitted': 'auto-replied', references: '<none@x>' },
    });
    await on.reply(question.id, 'What does the Current package cost?');
    await on.reply(optOut.id, 'Please unsubscribe me from this list.');
    const state = async (id: string) => (await on.campaign()).members.find(({ companyId }) => companyId === id);
    expect(await state(interested.id)).toMatchObject({ state: 'replied', stopReason: 'reply' });
    expect(await state(no.id)).toMatchObject({ state: 'replied' });
    expect(await state(optOut.id)).toMatchObject({ state: 'stopped', stopReason: 'opt_out' });
    expect((await state(away.id))?.state).toBe('contacted');
    await on.advance('P21D');
    const mails = await on.mails();
    for (const { id } of [interested, no, question, optOut]) expect(stepsOf(mails, id).filter((step) => step !== null)).toEqual([0]);
    const silent = on.companies.slice(5);
    for (const { id } of silent) expect(stepsOf(mails, id)).toEqual([0, 1, 2, 3]);
    const angles = mails.filter((mail) => mail.company_id === silent[0]?.id).map(({ angle }) => angle);
    expect(new Set(angles).size).toBe(4);
    const [, second] = await on.sql<{ at: number }>(
      `SELECT at FROM sales_messages WHERE company_id = ? AND direction = 'out' AND step IS NOT NULL ORDER BY step`,
      away.id,
    );
    expect(second?.at).toBeGreaterThanOrEqual(Date.parse('2098-01-29T09:00:00Z'));
  }, 240_000);

  it('offers a meeting to the interested, and answers a question from the package table', async () => {
    const [interested, , , question] = on.companies;
    const meetings = await on.sql<{ state: string }>('SELECT state FROM meetings WHERE company_id = ?', interested?.id);
    expect(meetings).toMatchObject([{ state: 'offered' }]);
    const answers = await on.sql<{ text: string }>(
      `SELECT text FROM sales_messages WHERE company_id = ? AND direction = 'out' AND step IS NULL`,
      question?.id,
    );
    expect(answers[0]?.text).toMatch(/9,?000/);
  });

  it('ends with a report, and its log names the companies', async () => {
    await on.advance('P14D');
    const { state, report } = await on.campaign();
    expect(state).toBe('done');
    expect(report).toMatchObject({ contacted: 7, replies: 4 });
    expect(report.responseRate).toBeCloseTo(4 / 7);
    const rows = await on.sql<{ tool: string; sponsor_id: string | null }>(
      `SELECT tool, sponsor_id FROM agent_sales_activities WHERE event_id = ? AND tool <> 'search_sponsors'`,
      on.eventId,
    );
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.every(({ sponsor_id }) => on.companies.some(({ id }) => id === sponsor_id))).toBe(true);
  }, 120_000);
});

describe('a campaign whose object is lost at every step', () => {
  it('leaves each contact with exactly the mails that were due', async () => {
    const on = await stage({ companies: 3 });
    await on.call('POST', `/events/${on.eventId}/campaigns/${on.campaignId}/state`, { action: 'start' });
    const forget = async () => {
      const stub = env.SALES.getByName(on.eventId);
      // Its memory is gone, timers and all; the records are what is left.
      await runInDurableObject(stub, async (_object, state) => {
        state.storage.sql.exec('DELETE FROM timers');
      });
      await salesObject(env, on.eventId).campaignsChanged();
      await salesObject(env, on.eventId).campaignsChanged();
    };
    for (let day = 0; day < 17; day++) {
      await on.advance('P1D');
      await forget();
    }
    const mails = await on.mails();
    for (const { id, email } of on.companies) {
      expect(stepsOf(mails, id)).toEqual([0, 1, 2, 3]);
      expect(await on.mailsTo(email)).toHaveLength(4);
    }
  }, 300_000);
});

describe('a campaign that people decide on', () => {
  it('waits for each mail, sends it as edited, and stops where it was rejected', async () => {
    const on = await stage({ companies: 2, mode: 'assisted' });
    await on.call('POST', `/events/${on.eventId}/campaigns/${on.campaignId}/state`, { action: 'start' });
    const waiting = await on.approvals('pending');
    expect(waiting.map(({ tool }) => tool)).toEqual(['send_email', 'send_email']);
    expect((await on.campaign()).report.needsPerson).toHaveLength(2);
    const [first, second] = waiting;
    if (!first || !second) throw new Error('nothing waits');
    const body = `${String(first.input.body)}\n\nI will be at your office on Friday anyway.`;
    const edited = await on.decide(first, { decision: 'approve', input: { body } });
    expect(edited.status).toBe(200);
    await on.decide(second, { decision: 'reject', reason: 'We know them well.' });
    await eventually('both are carried out', async () => (await on.campaign()).members.every(({ approvalId }) => approvalId === null));
    await on.advance('PT4H');
    const mails = await on.mails();
    expect(mails).toMatchObject([{ step: 0, state: 'confirmed', company_id: first.input.companyId }]);
    const to = on.companies.find(({ id }) => id === first.input.companyId)?.email ?? '';
    expect((await on.mailsTo(to))[0]?.text).toContain('at your office on Friday');
    const members = (await on.campaign()).members;
    expect(members.find(({ companyId }) => companyId === second.input.companyId)).toMatchObject({
      state: 'stopped',
      stopReason: 'rejected_by_person',
    });
  }, 180_000);
});

describe('a campaign that is paused', () => {
  it('sends nothing, not even what was queued, until it is resumed', async () => {
    const on = await stage({ companies: 2 });
    const move = (action: string) => on.call('POST', `/events/${on.eventId}/campaigns/${on.campaignId}/state`, { action });
    await move('start');
    await move('pause');
    await on.advance('P2D');
    expect((await on.mails()).filter(({ state }) => state === 'confirmed')).toEqual([]);
    await move('resume');
    await on.advance('P1D');
    expect((await on.mails()).map(({ state }) => state)).toEqual(['confirmed', 'confirmed']);
    await move('cancel');
    await on.advance('P20D');
    expect(await on.mails()).toHaveLength(2);
  }, 180_000);
});
