import type { Company, CrmNote } from '../../../../worker/contract/sales/companies';
import type { Deal } from '../../../../worker/contract/sales/pipeline';
import { type Answer, type Asked, at, found, ok, page, problem, type Route } from '../answering';
import { companies, companyOf, contactOfId, note, rowOf } from './companies';
import { campaigns, draftOf, earlier, meetings, messages, proposals } from './outreach';
import { availability, calibration, dealFor, deals, outreachSettings, packages, pipelineOf, prospectsOf } from './pipeline';

const quiet = (eventId: string | undefined) => eventId !== 'evt_harborconf';
const settingsAnswer = () =>
  ok({
    outreach: outreachSettings,
    availability,
    problems: outreachSettings.postalAddress ? [] : ['No postal address is set; without it no mail of outreach goes out.'],
  });

/** Everything of sales: companies, pipeline, outreach. */
export const salesRoutes: Route[] = [
  [at('GET /api/v1/companies'), (_, { query }) => companyPage(query)],
  [
    at('GET /api/v1/companies/duplicates'),
    () => {
      const [a, b] = [companyOf('com_nimbus'), companyOf('com_nimbus2')];
      return ok({ items: a && b ? [{ a: rowOf(a), b: rowOf(b), because: 'The same name but for the legal form, both in Lisbon' }] : [] });
    },
  ],
  [
    at('POST /api/v1/companies'),
    (_, { body }) => {
      const like = companyOf('com_vela');
      if (!like) return found(undefined);
      const made = {
        ...like,
        industry: '',
        topics: [],
        contacts: [],
        sponsorships: [],
        notes: [],
        ...body,
        id: `com_new${companies.length}`,
      };
      companies.unshift(made);
      return ok(made);
    },
  ],
  [at('GET /api/v1/companies/:c'), ([c]) => found(companyOf(c))],
  [
    at('PATCH /api/v1/companies/:c'),
    ([c], asked) => {
      const one = companyOf(c);
      if (one && asked.body?.version !== one.version) return problem(409, 'conflict', 'Somebody else changed this company meanwhile.');
      return found(one && Object.assign(one, asked.body, { version: one.version + 1 }));
    },
  ],
  [
    at('POST /api/v1/companies/:c/merge'),
    ([c], { body }) => {
      const [one, other] = [companyOf(c), companies.findIndex(({ id }) => id === body?.other)];
      if (other >= 0) companies.splice(other, 1);
      return found(one);
    },
  ],
  [
    at('POST /api/v1/companies/:c/contacts'),
    ([c], { body }) => {
      const one = companyOf(c);
      const like = contactOfId('con_lena');
      if (!one || !like) return found(undefined);
      const made = {
        ...like,
        email: '',
        title: '',
        source: 'manual',
        basis: '' as const,
        ...body,
        id: `con_${Date.now()}`,
        companyId: one.id,
      };
      one.contacts.push(made);
      return ok(made);
    },
  ],
  [
    at('PATCH /api/v1/companies/:c/contacts/:p'),
    ([, p], { body }) => {
      const one = contactOfId(p);
      return found(one && Object.assign(one, body, { version: one.version + 1 }));
    },
  ],
  [
    at('POST /api/v1/companies/:c/sponsorships'),
    ([c], { body }) => {
      const one = companyOf(c);
      const like = companyOf('com_ferrite')?.sponsorships[0];
      if (!one || !like) return found(undefined);
      const made = { ...like, ...body, id: `spo_${Date.now()}`, source: 'manual' };
      one.sponsorships.push(made);
      return ok(made);
    },
  ],
  [
    at('DELETE /api/v1/companies/:c/sponsorships/:s'),
    ([c, s]) => {
      const one = companyOf(c);
      if (one) one.sponsorships = one.sponsorships.filter(({ id }) => id !== s);
      return ok({ ok: true });
    },
  ],
  [at('POST /api/v1/companies/:c/notes'), ([c], asked) => addNote(companyOf(c), asked)],
  [
    at('POST /api/v1/notes/:n/done'),
    ([n], { body }) => {
      const one = companies.flatMap(({ notes }) => notes).find(({ id }) => id === n);
      return found(one && Object.assign(one, { doneAt: body?.done ? Date.now() : null }));
    },
  ],

  [at('GET /api/v1/events/:e/packages'), ([e]) => ok({ items: quiet(e) ? [] : packages })],
  [
    at('POST /api/v1/events/:e/packages'),
    (_, { body }) => {
      const like = packages[3];
      const made = {
        ...like,
        active: true,
        ...body,
        id: `pkg_${packages.length}`,
        priceNow: { minor: Number(body?.priceMinor), currency: 'EUR' },
      };
      packages.push({ ...packages[3], ...made } as (typeof packages)[number]);
      return ok(made);
    },
  ],
  [
    at('PATCH /api/v1/events/:e/packages/:p'),
    ([, p], { body }) => {
      const one = packages.find(({ id }) => id === p);
      if (one && typeof body?.stock === 'number' && body.stock < one.signed)
        return problem(422, 'refused', `${one.signed} are signed already; the stock cannot be less.`);
      return found(one && Object.assign(one, body, { version: one.version + 1 }));
    },
  ],
  [at('GET /api/v1/events/:e/prospects'), ([e], { query }) => prospectPage(e, query)],
  [at('GET /api/v1/events/:e/deals'), ([e]) => ok(pipelineOf(quiet(e) ? [] : deals))],
  [
    at('POST /api/v1/events/:e/deals'),
    (_, { body }) => {
      const made = dealFor(String(body?.companyId), body?.contactId, body?.packageId);
      deals.push(made);
      return ok(made);
    },
  ],
  [at('PATCH /api/v1/events/:e/deals/:d'), ([, d], asked) => changeDeal(d, asked)],
  [at('POST /api/v1/events/:e/deals/:d/qualify'), ([, d]) => found(deals.find(({ id }) => id === d))],
  [
    at('GET /api/v1/events/:e/sales/calibration'),
    ([e]) => ok(quiet(e) ? { outcomes: 0, signed: 0, bins: [], weights: calibration.weights, brier: null } : calibration),
  ],
  [at('GET /api/v1/events/:e/sales/settings'), settingsAnswer],
  [
    at('PUT /api/v1/events/:e/sales/settings'),
    (_, { body }) => {
      Object.assign(outreachSettings, body?.outreach);
      Object.assign(availability, body?.availability);
      return settingsAnswer();
    },
  ],

  [at('GET /api/v1/events/:e/companies/:c/story'), ([e, c]) => storyOf(e, companyOf(c))],
  [
    at('GET /api/v1/events/:e/proposals'),
    ([e], { query }) => page(quiet(e) ? [] : proposals.filter(({ state }) => !query.get('state') || state === query.get('state'))),
  ],
  [
    at('POST /api/v1/events/:e/proposals'),
    (_, { body }) => {
      const like = proposals.find(({ id }) => id === 'pro_loop');
      if (!like) return found(undefined);
      const company = companyOf(String(body?.companyId));
      const made = { ...like, id: `pro_${Date.now()}`, companyId: company?.id ?? '', companyName: company?.name ?? '', problems: [] };
      proposals.unshift(made);
      return ok(made);
    },
  ],
  [at('GET /api/v1/events/:e/proposals/:p'), ([, p]) => found(proposals.find(({ id }) => id === p))],
  [
    at('GET /api/v1/events/:e/proposals/:p/versions/:v'),
    ([, p = '', v]) => found(earlier[`${p} ${v}`] ?? proposals.find(({ id }) => id === p)?.content),
  ],
  [at('PUT /api/v1/events/:e/proposals/:p'), ([, p], asked) => saveProposal(p, asked)],
  [at('POST /api/v1/events/:e/proposals/:p/preview'), (_, { body }) => ok(previewOf(body?.content))],
  [
    at('POST /api/v1/events/:e/proposals/:p/withdraw'),
    ([, p]) => {
      const one = proposals.find(({ id }) => id === p);
      return found(one && Object.assign(one, { state: 'withdrawn' }));
    },
  ],
  [at('POST /api/v1/events/:e/proposals/:p/send'), () => ok({ outcome: 'waiting', approvalId: 'apr_mail' })],
  [at('GET /api/v1/events/:e/campaigns'), ([e]) => ok({ items: quiet(e) ? [] : campaigns })],
  [
    at('POST /api/v1/events/:e/campaigns'),
    (_, { body }) => {
      const like = campaigns.find(({ id }) => id === 'cam_spring');
      if (!like) return found(undefined);
      const given = (body?.settings ?? {}) as Partial<typeof like.settings>;
      const made = { ...like, id: `cam_${campaigns.length}`, name: String(body?.name), settings: { ...like.settings, ...given } };
      campaigns.unshift(made);
      return ok(made);
    },
  ],
  [at('GET /api/v1/events/:e/campaigns/:c'), ([, c]) => found(campaigns.find(({ id }) => id === c))],
  [
    at('PATCH /api/v1/events/:e/campaigns/:c'),
    ([, c], { body }) => {
      const one = campaigns.find(({ id }) => id === c);
      if (!one) return found(undefined);
      return ok(
        Object.assign(one, {
          name: body?.name ?? one.name,
          settings: { ...one.settings, ...(body?.settings as object) },
          version: one.version + 1,
        }),
      );
    },
  ],
  [
    at('POST /api/v1/events/:e/campaigns/:c/state'),
    ([, c], { body }) => {
      const one = campaigns.find(({ id }) => id === c);
      const states = { start: 'running', pause: 'paused', resume: 'running', cancel: 'cancelled' } as const;
      const action = body?.action as keyof typeof states;
      return found(one && Object.assign(one, { state: states[action], startedAt: one.startedAt ?? Date.now(), version: one.version + 1 }));
    },
  ],
  [
    at('POST /api/v1/events/:e/campaigns/:c/members/:m/stop'),
    ([, c, m]) => {
      const one = campaigns.find(({ id }) => id === c)?.members.find(({ id }) => id === m);
      return found(one && Object.assign(one, { state: 'stopped', stopReason: 'rejected_by_person', next: '', nextAt: null }));
    },
  ],
  [at('GET /api/v1/events/:e/replies'), ([e], { query }) => replyPage(e, query)],
  [
    at('GET /api/v1/events/:e/replies/:m'),
    ([, m]) => {
      const message = messages.find(({ id }) => id === m);
      return found(
        message && {
          message,
          thread: messages.filter(({ companyId }) => companyId === message.companyId).sort((a, b) => a.at - b.at),
          draft: draftOf(m),
        },
      );
    },
  ],
  [
    at('POST /api/v1/events/:e/replies/:m/answer'),
    ([, m]) => {
      const message = messages.find(({ id }) => id === m);
      if (message) Object.assign(message, { handledAt: Date.now(), handledBy: 'usr_ana' });
      return ok({ outcome: 'queued', approvalId: null });
    },
  ],
  [
    at('POST /api/v1/events/:e/replies/:m/class'),
    ([, m], { body }) => {
      const message = messages.find(({ id }) => id === m);
      if (!message) return found(undefined);
      if (body?.class) Object.assign(message, { class: body.class, confidence: 1, classReason: 'Said by Ana Duarte.' });
      if (body?.handled !== undefined) Object.assign(message, { handledAt: body.handled ? Date.now() : null, handledBy: 'usr_ana' });
      return ok(message);
    },
  ],
  [at('GET /api/v1/events/:e/meetings'), ([e]) => page(quiet(e) ? [] : meetings)],
  [
    at('POST /api/v1/events/:e/meetings'),
    (_, { body }) => {
      const contact = contactOfId(body?.contactId);
      const like = meetings.find(({ id }) => id === 'mee_nimbus');
      if (!contact || !like) return found(undefined);
      const made = {
        ...like,
        id: `mee_${meetings.length}`,
        companyId: contact.companyId,
        guestName: contact.name,
        minutes: Number(body?.minutes),
      };
      meetings.unshift(made);
      return ok({ outcome: 'queued', approvalId: null, meeting: made });
    },
  ],
  [
    at('POST /api/v1/events/:e/meetings/:m/cancel'),
    ([, m]) => {
      const one = meetings.find(({ id }) => id === m);
      return found(one && Object.assign(one, { state: 'cancelled' }));
    },
  ],
];

function companyPage(query: URLSearchParams): Answer {
  const q = (query.get('q') ?? '').toLowerCase();
  const rows = companies
    .filter(
      (one) =>
        `${one.name} ${one.domain} ${one.industry} ${one.topics.join(' ')}`.toLowerCase().includes(q) &&
        (!query.get('country') || one.country === query.get('country')) &&
        one.industry.toLowerCase().includes((query.get('industry') ?? '').toLowerCase()),
    )
    .map(rowOf)
    .sort((a, b) => (query.get('sort') === 'updated' ? b.updatedAt - a.updatedAt : a.name.localeCompare(b.name)));
  return page(rows, { total: rows.length });
}

function prospectPage(eventId: string | undefined, query: URLSearchParams): Answer {
  const all = quiet(eventId) ? [] : prospectsOf();
  const items = all.filter(
    (one) =>
      (query.get('companyId') ? one.companyId === query.get('companyId') : true) &&
      `${one.name} ${one.domain}`.toLowerCase().includes((query.get('q') ?? '').toLowerCase()) &&
      one.industry.toLowerCase().includes((query.get('industry') ?? '').toLowerCase()) &&
      (!query.get('country') || one.country === query.get('country')) &&
      (query.get('obstructed') === 'true' || one.obstacles.length === 0),
  );
  return ok({ items, considered: all.length, obstructed: all.filter(({ obstacles }) => obstacles.length > 0).length });
}

function addNote(one: Company | undefined, { body }: Asked): Answer {
  if (!one) return found(undefined);
  const made = note(`not_${Date.now()}`, one.id, String(body?.text), { ...(body as Partial<CrmNote>), createdAt: Date.now() });
  one.notes.unshift(made);
  return ok(made);
}

function changeDeal(id: string | undefined, { body }: Asked): Answer {
  const one = deals.find((other) => other.id === id);
  if (!one) return found(undefined);
  if (body?.version !== one.version) return problem(409, 'conflict', 'Somebody else moved this deal meanwhile.');
  const { amountMinor, ...rest } = (body ?? {}) as Partial<Deal> & { amountMinor?: number };
  const amount = amountMinor === undefined ? one.amount : { minor: amountMinor, currency: one.amount.currency };
  const chosen = packages.find((other) => other.id === (rest.packageId ?? one.packageId));
  return ok(
    Object.assign(one, rest, {
      amount,
      packageName: chosen?.name ?? '',
      version: one.version + 1,
      ...(rest.stage && { stageAt: Date.now() }),
    }),
  );
}

function storyOf(eventId: string | undefined, company: Company | undefined): Answer {
  if (!company) return found(undefined);
  const of = <T extends { companyId: string }>(items: T[]) => (quiet(eventId) ? [] : items.filter((one) => one.companyId === company.id));
  const told = of(messages).sort((a, b) => b.at - a.at);
  return ok({
    company,
    deal: of(deals)[0] ?? null,
    engagement:
      company.id === 'com_nimbus'
        ? {
            score: 78,
            trend: 'rising',
            nextStep: 'Answer the question, then confirm Tuesday at 15:00.',
            because: ['5 visits of the proposal, 3 min 21 s on what Gold holds', 'The PDF was downloaded', 'Answered within four days'],
            counts: { delivered: 1, opened: 0, clicked: 1, visited: 5, downloaded: 1, replied: 1 },
          }
        : null,
    proposals: of(proposals),
    messages: told,
    meetings: of(meetings),
    notes: company.notes,
  });
}

function saveProposal(id: string | undefined, { body }: Asked): Answer {
  const one = proposals.find((other) => other.id === id);
  if (!one) return found(undefined);
  if (body?.version !== one.version) return problem(409, 'conflict', 'Somebody else saved a version meanwhile.');
  earlier[`${one.id} ${one.version}`] = one.content;
  const version = one.version + 1;
  const made = { version, reason: String(body?.reason), createdBy: 'usr_ana', createdAt: Date.now() };
  return ok(
    Object.assign(one, { content: body?.content, version, versions: [made, ...one.versions], problems: previewOf(body?.content).problems }),
  );
}

function previewOf(given: unknown) {
  const content = given as (typeof proposals)[number]['content'];
  const clean = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const sections = content.sections.map(
    (section) =>
      `<section><h2>${clean(section.heading)}</h2>${section.sentences.map((one) => `<p class="${section.kind}">${clean(one.text)}</p>`).join('')}</section>`,
  );
  const text = [content.greeting, ...content.sections.flatMap((section) => section.sentences.map((one) => one.text))].join(' ');
  return {
    html: `<!doctype html><html lang="en"><head><title>${clean(content.title)}</title><style>body{font:16px/1.6 Georgia,serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#1b201f}h1{color:#1d5fd1}.quote{font-style:italic;border-left:3px solid #1d5fd1;padding-left:1rem}.price{font-weight:bold}</style></head><body><h1>${clean(content.title)}</h1><p>${clean(content.greeting)}</p>${sections.join('')}</body></html>`,
    problems: /\{\{|\[name\]/i.test(text)
      ? [{ rule: 'placeholder', text: 'An empty placeholder stands in the text.', at: 'greeting' }]
      : [],
  };
}

function replyPage(eventId: string | undefined, query: URLSearchParams): Answer {
  const all = quiet(eventId) ? [] : messages.filter(({ direction }) => direction === 'in').sort((a, b) => b.at - a.at);
  const classes: Record<string, number> = {};
  for (const one of all) if (one.class) classes[one.class] = (classes[one.class] ?? 0) + 1;
  const items = all.filter(
    (one) =>
      (!query.get('class') || one.class === query.get('class')) &&
      (!query.get('open') || (one.handledAt === null) === (query.get('open') === 'true')),
  );
  return page(items, { open: all.filter(({ handledAt }) => handledAt === null).length, classes });
}

/** What `/dev/reset` puts back. */
export const salesStores: unknown[][] = [companies, deals, packages, proposals, messages, campaigns, meetings];
