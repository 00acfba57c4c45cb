import type { Approval, CommandView } from '../../../worker/contract/work';
import { controlRoutes } from './answer-control';
import { privacyRoutes } from './answer-privacy';
import { type Answer, type Asked, at, found, ok, page, problem, type Route } from './answering';
import { approvals } from './approvals';
import { attendees, conversations, detailOf, documents, imports, knowledgeTest, newImport, passages } from './attendee-side';
import { publish } from './live-sockets';
import { agents, apiKeys, events, invitations, me, members, people, quietToday, today } from './people-and-events';
import { salesRoutes } from './sales/answer-sales';
import { newCompanyImport } from './sales/company-import';
import { activities, commands, mails, suppressions } from './work';

const state = { signedIn: true };

const quiet = (eventId: string | undefined) => eventId !== 'evt_harborconf';
const setBody = <T extends object>(target: T | undefined, asked: Asked) =>
  target ? ok(Object.assign(target, asked.body)) : found(undefined);

const routes: Route[] = [
  [at('GET /api/v1/me'), () => (state.signedIn ? ok(me) : problem(401, 'unauthenticated', 'Sign in.'))],
  [at('GET /api/v1/events'), () => page(events)],
  [
    at('POST /api/v1/events'),
    (_, { body }) => {
      const first = events[0];
      if (!first) return found(undefined);
      const made = { ...first, ...body, id: `evt_new${events.length}`, allowedOrigins: [] };
      events.unshift(made);
      return ok(made);
    },
  ],
  [at('GET /api/v1/events/:e'), ([e]) => found(events.find((event) => event.id === e))],
  [
    at('PATCH /api/v1/events/:e'),
    ([e], asked) =>
      setBody(
        events.find((event) => event.id === e),
        asked,
      ),
  ],
  [at('POST /api/v1/events/:e/clock'), () => ok({ now: Date.now(), ran: 3 })],
  [
    at('GET /api/v1/events/:e/today'),
    ([e]) => ok({ ...(quiet(e) ? quietToday : today), approvalsPending: quiet(e) ? 0 : pending().length }),
  ],
  [at('GET /api/v1/events/:e/agents'), () => ok({ items: agents })],
  [
    at('PATCH /api/v1/events/:e/agents/:a'),
    ([, a], asked) => {
      const agent = agents.find((other) => other.agent === a);
      if (agent) agent.version += 1;
      return setBody(agent, asked);
    },
  ],
  [
    at('GET /api/v1/events/:e/approvals'),
    ([e], { query }) => page(quiet(e) ? [] : approvals.filter((approval) => !query.get('state') || approval.state === query.get('state'))),
  ],
  [at('GET /api/v1/events/:e/approvals/:a'), ([, a]) => found(approvals.find((approval) => approval.id === a))],
  [at('POST /api/v1/events/:e/approvals/:a/decision'), ([, a], { body }) => decide(a, body)],
  [
    at('POST /api/v1/events/:e/approvals/decisions'),
    (_, { body }) => {
      const decisions = (body?.decisions ?? []) as { id: string; decision: string }[];
      return ok({ items: decisions.map((decision) => ({ id: decision.id, approval: decide(decision.id, decision).body })) });
    },
  ],
  [
    at('GET /api/v1/events/:e/conversations'),
    ([e], { query }) =>
      page(
        quiet(e)
          ? []
          : conversations.filter(
              (one) =>
                (!query.get('state') || one.state === query.get('state')) &&
                one.subject.toLowerCase().includes((query.get('q') ?? '').toLowerCase()),
            ),
      ),
  ],
  [at('GET /api/v1/events/:e/conversations/:c'), ([, c]) => found(conversations.find((one) => one.id === c))],
  [
    at('POST /api/v1/events/:e/conversations/:c/(take-over|hand-back|close|messages)'),
    ([, c, step], { body }) => {
      const one = conversations.find((other) => other.id === c);
      if (!one) return found(undefined);
      if (step === 'messages') {
        one.messages = [
          ...one.messages,
          { id: `msg_${Date.now()}`, seq: one.messages.length + 1, author: 'person', text: String(body?.text), at: Date.now() },
        ];
      }
      one.state = step === 'hand-back' ? 'agent' : step === 'close' ? 'closed' : 'person';
      one.takenBy = one.state === 'person' ? 'Ana Duarte' : null;
      return ok(one);
    },
  ],
  [at('GET /api/v1/events/:e/documents'), ([e]) => page(quiet(e) ? [] : documents)],
  [
    at('GET /api/v1/events/:e/documents/:d'),
    ([, d]) => {
      const document = documents.find((one) => one.id === d);
      return found(
        document && {
          ...document,
          markdown: '## Refunds\n\nOrders are refunded …',
          passageList: passages.map((passage) => ({ ...passage, documentId: d })),
        },
      );
    },
  ],
  [at('PATCH /api/v1/events/:e/documents/:d'), ([, d]) => found(documents.find((one) => one.id === d))],
  [at('POST /api/v1/events/:e/documents/:d/refresh'), ([, d]) => found(documents.find((one) => one.id === d))],
  [at('DELETE /api/v1/events/:e/documents/:d'), () => ok({ ok: true })],
  [
    at('POST /api/v1/events/:e/documents(?:/upload)?'),
    (_, { body, fileName }) => {
      if (String(body?.url ?? '').includes('localhost'))
        return problem(422, 'refused', 'This address is private. Only public pages can be fetched.');
      const title = String(fileName ?? body?.title ?? body?.url);
      const first = documents[0];
      if (!first) return found(undefined);
      const document = { ...first, id: `doc_${Date.now()}`, title, passages: 5, updatedAt: Date.now(), fetchedAt: Date.now() };
      documents.unshift(document);
      return ok(document);
    },
  ],
  [at('POST /api/v1/events/:e/knowledge/test'), () => ok(knowledgeTest)],
  [
    at('GET /api/v1/events/:e/attendees'),
    ([e], { query }) => {
      const q = (query.get('q') ?? '').toLowerCase();
      const rows = quiet(e)
        ? []
        : attendees.filter(
            (row) =>
              `${row.name} ${row.email} ${row.orderCode}`.toLowerCase().includes(q) &&
              (!query.get('state') || row.state === query.get('state')),
          );
      return page(rows, { total: q || quiet(e) ? rows.length : 402 });
    },
  ],
  [
    at('(?:GET|PATCH) /api/v1/events/:e/attendees/:t'),
    ([, t], { body }) => {
      const row = attendees.find((one) => one.ticketId === t);
      return found(row && detailOf(Object.assign(row, body)));
    },
  ],
  [at('GET /api/v1/events/:e/imports'), ([e]) => page(quiet(e) ? [] : imports)],
  [
    at('POST /api/v1/events/:e/imports'),
    (_, { fileName, query }) => {
      const make = query.get('kind') === 'companies' ? newCompanyImport : newImport;
      const made = make(`imp_${imports.length}`, fileName ?? 'export.csv');
      imports.unshift(made);
      return ok(made);
    },
  ],
  [at('GET /api/v1/events/:e/imports/:i'), ([, i]) => found(imports.find((one) => one.id === i))],
  [at('POST /api/v1/events/:e/imports/:i/(?:start|cancel)'), ([, i]) => startImport(i)],
  [
    at('GET /api/v1/events/:e/activities'),
    ([e], { query }) =>
      page(
        quiet(e)
          ? []
          : activities.filter(
              (one) =>
                (!query.get('agent') || one.agent === query.get('agent')) && (!query.get('status') || one.status === query.get('status')),
            ),
      ),
  ],
  [at('GET /api/v1/events/:e/activities/:a'), ([, a]) => found(activities.find((one) => one.id === a))],
  [
    at('GET /api/v1/events/:e/commands'),
    ([e], { query }) => page(quiet(e) ? [] : commands.filter((one) => !query.get('state') || one.state === query.get('state'))),
  ],
  [
    at('POST /api/v1/events/:e/commands/:c/settle'),
    ([, c]) => {
      const command = commands.find((one) => one.id === c);
      return found(command && Object.assign(command, { state: 'confirmed' }));
    },
  ],
  [at('GET /api/v1/mailbox'), () => page(mails)],
  [at('GET /api/v1/mailbox/:m'), ([m]) => found(mails.find((mail) => mail.id === m))],
  [at('GET /api/v1/members'), () => ok({ items: members })],
  [at('GET /api/v1/invitations'), () => ok({ items: invitations })],
  [
    at('POST /api/v1/invitations'),
    (_, { body }) => {
      const made = {
        id: `inv_${Date.now()}`,
        expiresAt: Date.now() + 7 * 86_400_000,
        email: String(body?.email),
        role: 'organizer' as const,
      };
      invitations.push(made);
      return ok(made);
    },
  ],
  [at('GET /api/v1/api-keys'), () => ok({ items: apiKeys })],
  [at('POST /api/v1/api-keys'), (_, { body }) => ok({ ...apiKeys[0], id: 'key_2', name: body?.name, key: 'evk_shownOnce0123456789' })],
  [at('GET /api/v1/suppressions'), () => page(suppressions)],
  [
    at('GET /api/auth/passkey/list-user-passkeys'),
    () => ok([{ id: 'pk_1', name: 'Laptop', deviceType: 'multiDevice', createdAt: '2026-10-01T10:00:00Z' }]),
  ],
  [
    at('GET /api/auth/invitations'),
    () =>
      state.signedIn
        ? ok({ items: [{ id: 'inv_9', organizationName: 'Riverside Meetups', role: 'organizer' }] })
        : problem(401, 'unauthenticated', 'Sign in.'),
  ],
  [
    at('POST /api/auth/sign-in/:how'),
    ([how], { body }) => {
      if (how === 'email-otp' && body?.otp === '000000')
        return problem(401, 'unauthenticated', 'This code is not right, or no longer valid.');
      if (how !== 'magic-link') state.signedIn = true;
      return ok({ ok: true });
    },
  ],
  [
    at('POST /api/auth/sign-out'),
    () => {
      state.signedIn = false;
      return ok({ success: true });
    },
  ],
  ...controlRoutes,
  ...privacyRoutes,
  ...salesRoutes,
  [/^POST \/api\/auth\//, () => ok({ ok: true })],
  [/^(?:POST|PATCH|DELETE) /, () => ok({ ok: true })],
];

/** What the fixture server says to one request. */
export function answerTo(asked: Asked): Answer {
  const line = `${asked.method} ${asked.path}`;
  for (const [pattern, answer] of routes) {
    const match = pattern.exec(line);
    if (match) return answer(match.slice(1).map(decodeURIComponent), asked);
  }
  return problem(404, 'not_found', `No fixture for ${line}`);
}

export const pending = () => approvals.filter((approval) => approval.state === 'pending');

function decide(id: string | undefined, body: Record<string, unknown> | null): Answer {
  const approval = approvals.find((one) => one.id === id);
  if (!approval) return found(undefined);
  if (approval.state !== 'pending') return problem(409, 'conflict', `${approval.decidedBy} decided this already.`);
  const approves = body?.decision === 'approve';
  const reason = (body?.reason as string) ?? null;
  approval.votes = [
    ...approval.votes,
    { by: people.ana, onBehalfOf: null, decision: approves ? 'approve' : 'reject', reason, at: Date.now() },
  ];
  approval.deciders = approval.deciders.filter(({ by }) => by.id !== people.ana.id);
  approval.mayDecide = false;
  if (!approves || approval.votes.length >= approval.required.needed) {
    const decided: Partial<Approval> = {
      state: approves ? 'executed' : 'rejected',
      decidedBy: 'Ana Duarte',
      decidedAt: Date.now(),
      decisionReason: reason,
      deciders: [],
      version: approval.version + 1,
    };
    Object.assign(approval, decided);
    if (approves) commands.unshift(onItsWay(approval));
  }
  publish({ type: 'approval', approval: { ...approval, mayDecide: null, whyNot: null } });
  return ok(approval);
}

/** What an approval lets through waits for the end of its undo window. */
function onItsWay(approval: Approval): CommandView {
  const at = Date.now();
  return {
    id: `cmd_of_${approval.id}`,
    kind: approval.effect === 'money' ? 'payments.refund' : 'mail.send',
    target: approval.preview.title,
    purpose: 'refund',
    approvalId: approval.id,
    // On a busy machine ten seconds are over before they are seen.
    undoUntil: at + 20_000,
    state: 'authorised',
    attempts: 0,
    lastError: null,
    createdAt: at,
    updatedAt: at,
    receipts: [],
    transitions: [{ from: 'proposed', to: 'authorised', cause: `approval ${approval.id}`, attempt: 0, at }],
  };
}

const rowsPerTick = 120;

function startImport(id: string | undefined): Answer {
  const one = imports.find((other) => other.id === id);
  if (!one) return found(undefined);
  one.state = 'running';
  const timer = setInterval(() => {
    one.doneRows = Math.min(one.totalRows, one.doneRows + rowsPerTick);
    one.counts = { orders: Math.round(one.doneRows * 0.8), tickets: one.doneRows, rejected: 2 };
    if (one.doneRows === one.totalRows) {
      one.state = 'done';
      one.rejects = imports.at(-1)?.rejects ?? [];
      clearInterval(timer);
    }
    publish({ type: 'import', import: { ...one } });
  }, 150);
  return ok(one);
}
