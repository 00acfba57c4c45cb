import { z } from 'zod';
import { localDate } from '../../../core/instant';
import { dayText, salesLocale } from '../../../core/sales/proposal/language';
import { sharedDatabase } from '../../../db/database';
import { type PublicProposal, proposalByToken } from '../../../db/records/sales/tracked';
import { errorFields, log } from '../../../log';
import { brandStyle } from '../../../pages/brand-style';
import { frameWords, type ProposalFrame } from '../../../pages/proposal-frame';
import { proposalPage, proposalPolicy } from '../../../pages/proposal-page';
import { proposalPdf } from '../../../pages/proposal-pdf';
import { countPdf, countVisit, visitorOf } from '../../../sales/count-engagement';
import type { App } from '../../app';
import { readBytes } from '../../body';
import { connectionOf, takeFrom } from '../../limits';
import { escaped, plainPage } from '../../plain-page';

const VisitId = z.string().regex(/^vis_[0-9a-z]{20,30}$/);
/** What the page's script reports: seconds by section so far, at most four hours each. */
const VisitReport = z.object({
  visit: VisitId,
  version: z.number().int().min(1).max(100_000),
  sections: z.record(z.string().max(40), z.number().min(0).max(14_400)),
});
const mostBytes = 4_000;
const headers = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };

/** A proposal for whoever has its link: page, PDF and the report of time on its sections. The address is the secret. */
export function mountProposalPage(app: App): void {
  app.get('/p/brand/:file', (c) => {
    c.set('route', 'GET /p/brand/{color}.css');
    const style = brandStyle(c.req.param('file'));
    return style === null
      ? new Response('Not found', { status: 404 })
      : new Response(style, {
          headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' },
        });
  });
  app.get('/p/:token', async (c) => {
    c.set('route', 'GET /p/{token}');
    await takeFrom(c.env.LIMIT_PUBLIC, connectionOf(c.req.raw));
    const token = c.req.param('token');
    const proposal = await proposalOf(c.env, token);
    if (!proposal || proposal.state === 'withdrawn') return absentPage(proposal);
    const counted = isCounted(proposal, c.req.raw);
    const html = proposalPage(proposal.content, {
      ...frameOf(proposal, Date.now()),
      pdfLink: `/p/${token}/proposal.pdf`,
      meetingLink: proposal.meetingToken ? `/m/${proposal.meetingToken}` : null,
      visits: counted ? { address: `/p/${token}/visit`, version: proposal.version } : null,
    });
    return new Response(html, {
      headers: { ...headers, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': proposalPolicy },
    });
  });
  app.get('/p/:token/proposal.pdf', async (c) => {
    c.set('route', 'GET /p/{token}/proposal.pdf');
    await takeFrom(c.env.LIMIT_PUBLIC, connectionOf(c.req.raw));
    const proposal = await proposalOf(c.env, c.req.param('token'));
    if (!proposal || proposal.state === 'withdrawn') return absentPage(proposal);
    const now = Date.now();
    const bytes = await proposalPdf(proposal.content, frameOf(proposal, now), proposal.event.clockNow ?? now);
    if (isCounted(proposal, c.req.raw)) {
      const visit = VisitId.safeParse(c.req.query('v')).data ?? null;
      c.executionCtx.waitUntil(countPdf(c.env, proposal, visit, visitorOf(c.req.raw), now).catch(notCounted));
    }
    const name = `${proposal.companyName} ${proposal.event.name}`.replace(/[^\w-]+/g, '-').slice(0, 80) || 'proposal';
    return new Response(bytes, {
      headers: { ...headers, 'content-type': 'application/pdf', 'content-disposition': `inline; filename="${name}.pdf"` },
    });
  });
  app.post('/p/:token/visit', async (c) => {
    c.set('route', 'POST /p/{token}/visit');
    await takeFrom(c.env.LIMIT_PUBLIC, connectionOf(c.req.raw));
    const report = reportIn(await readBytes(c.req.raw, mostBytes));
    const proposal = report && (await proposalOf(c.env, c.req.param('token')));
    if (report && proposal && isCounted(proposal, c.req.raw)) {
      const known = new Set(proposal.content.sections.map(({ id }) => id));
      const sections = Object.fromEntries(
        Object.entries(report.sections).flatMap(([id, seconds]) => (known.has(id) ? [[id, Math.round(seconds)]] : [])),
      );
      const visit = { id: report.visit, version: report.version, sections };
      if (Object.keys(sections).length > 0) await countVisit(c.env, proposal, visit, visitorOf(c.req.raw), Date.now());
    }
    // The same answer whatever came: it tells nothing, and a page that is being left does not read it.
    return new Response(null, { status: 204, headers });
  });
}

async function proposalOf(env: Env, token: string): Promise<PublicProposal | null> {
  return /^[\w-]{16,64}$/.test(token) ? proposalByToken(sharedDatabase(env), token) : null;
}

/** Not before it is sent, and not by the organizer's own people. */
function isCounted(proposal: PublicProposal, request: Request): boolean {
  const isOwn = request.headers.get('cookie')?.includes('eventos.session_token=') ?? false;
  return (proposal.state === 'sent' || proposal.state === 'accepted') && !isOwn && !visitorOf(request).untracked;
}

function frameOf({ content, state, companyName, event }: PublicProposal, realNow: number): ProposalFrame {
  const words = frameWords(content.locale);
  const { earlyBirdUntil } = content.price;
  const isOver = earlyBirdUntil !== null && localDate(event.clockNow ?? realNow, event.timeZone) > earlyBirdUntil;
  const notices = [
    ...(state === 'draft' ? [words.draft] : []),
    ...(isOver ? [words.earlyOver(dayText(earlyBirdUntil, salesLocale(content.locale)))] : []),
  ];
  return { companyName, event, notice: notices.join(' ') };
}

function absentPage(proposal: PublicProposal | null): Response {
  const words = frameWords(proposal?.content.locale ?? 'en');
  if (!proposal)
    return plainPage({ title: words.unknown.title, body: `<h1>${words.unknown.title}</h1><p>${words.unknown.text}</p>`, status: 404 });
  const { name, contactEmail } = proposal.event;
  const mail = `<a href="mailto:${escaped(contactEmail)}">${escaped(contactEmail)}</a>`;
  return plainPage({
    title: words.withdrawn.title,
    body: `<h1>${words.withdrawn.title}</h1><p>${escaped(words.withdrawn.text(name))}</p><p>${mail}</p>`,
    status: 410,
    lang: proposal.content.locale,
  });
}

function reportIn(bytes: Uint8Array): z.infer<typeof VisitReport> | null {
  try {
    return VisitReport.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null;
  } catch {
    return null;
  }
}

function notCounted(error: unknown): void {
  log('warn', 'engagement not counted', errorFields(error));
}
