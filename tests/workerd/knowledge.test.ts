import { env as bindings } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Endpoint } from '../../worker/contract/endpoint';
import { supportNames } from '../../worker/core/addressing';
import { databaseOf } from '../../worker/db/database';
import { documentById } from '../../worker/db/records/documents';
import type { Call } from '../../worker/http/handler';
import { knowledgeRoutes } from '../../worker/http/routes/knowledge';
import { fetchLimits, fetchPage } from '../../worker/knowledge-intake/fetch-page';
import { refetch, refetchDue } from '../../worker/knowledge-intake/refetch';
import { aPdf } from '../support/exports/pdf';

const organizationId = 'org_knowledge';
const eventId = 'evt_knowledge1';
const other = 'org_knowledge_other';
const now = Date.parse('2026-05-01T12:00:00Z');
const hourMs = 3_600_000;

beforeAll(async () => {
  await env.DB.batch([
    ...[organizationId, other].map((id) =>
      env.DB.prepare('INSERT INTO organization (id, name, slug, createdAt) VALUES (?1, ?1, ?1, ?2)').bind(id, now),
    ),
    env.DB.prepare(
      `INSERT INTO events (id, organization_id, name, starts_at, ends_at, time_zone, currency, refund_policy, brand_color, contact_email, allowed_origins, clock, state, created_at, updated_at)
       VALUES (?1, ?2, 'Event', '2026-09-01T09:00', '2026-09-02T18:00', 'Europe/Berlin', 'EUR', '[]', '#0a7d5a', 'hello@x.example', '[]', 'real', 'active', ?3, ?3)`,
    ).bind(eventId, organizationId, now),
  ]);
});

/** What the support objects of the event were told to index again. */
const told: string[][] = [];
const env: Env = { ...bindings, SUPPORT: supportThatListens() };
beforeEach(() => {
  told.length = 0;
});

/** Stands in for the namespace of objects that nothing here needs: of it, taking in knowledge calls only this. */
function supportThatListens(): Env['SUPPORT'] {
  const [first] = supportNames(eventId);
  const namespace = {
    getByName: (name: string) => ({
      async reindex(request: string) {
        if (name === first) told.push(JSON.parse(request).documentIds);
      },
    }),
  };
  return namespace as unknown as Env['SUPPORT'];
}

function aCall<C>(parts: {
  params?: object;
  query?: object;
  body?: unknown;
  organization?: string;
  fileName?: string;
  type?: string;
  now?: number;
}): C {
  const call: Partial<Call<Endpoint>> = {
    env,
    now: parts.now ?? now,
    identity: { kind: 'user', actor: 'usr_1', label: 'Ann', organizationId: parts.organization ?? organizationId, role: 'organizer' },
    request: new Request('https://x.example/', {
      headers: { 'x-file-name': encodeURIComponent(parts.fileName ?? 'page.md'), 'content-type': parts.type ?? '' },
    }),
  };
  return { ...call, query: { limit: 50, ...parts.query }, params: { eventId, ...parts.params }, body: parts.body } as C;
}

const paste = (title: string, text: string) =>
  knowledgeRoutes['POST /events/{eventId}/documents'](aCall({ body: { kind: 'text', title, text } }));
const upload = (fileName: string, body: Uint8Array | string) =>
  knowledgeRoutes['POST /events/{eventId}/documents/upload'](
    aCall({ body: typeof body === 'string' ? new TextEncoder().encode(body) : body, fileName }),
  );
const one = (documentId: string) => knowledgeRoutes['GET /events/{eventId}/documents/{documentId}'](aCall({ params: { documentId } }));
const addUrl = (url: string) =>
  knowledgeRoutes['POST /events/{eventId}/documents'](aCall({ body: { kind: 'url', url, refreshHours: 24 } }));

/** A web of pages by address; DNS over HTTPS included. */
function aWeb(pages: Record<string, () => Response>, names: Record<string, string> = {}) {
  return vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    if (url.hostname === 'cloudflare-dns.com') {
      const address = names[url.searchParams.get('name') ?? ''] ?? '93.184.215.14';
      return Response.json({ Status: 0, Answer: url.searchParams.get('type') === 'A' ? [{ type: 1, data: address }] : [] });
    }
    const page = pages[url.href];
    if (!page) throw new TypeError(`unexpected fetch of ${url.href}`);
    return page();
  });
}
const html =
  (body: string, title = 'FAQ') =>
  () =>
    new Response(`<html><head><title>${title}</title></head><body><nav>Menu</nav><main>${body}</main></body></html>`, {
      headers: { 'content-type': 'text/html; charset=utf-8' },
    });
const redirect = (location: string) => () => new Response(null, { status: 302, headers: { location } });

describe('documents', () => {
  it('are pasted, cut into passages, corrected and forgotten, and support is told each time', async () => {
    const added = await paste('Getting there', '# Travel\n\nTake tram 9 to Harbour.\n\n## Parking\n\nThere is no parking on site.\u200b');
    expect(added).toMatchObject({ kind: 'text', state: 'ready', passages: 2, refreshHours: null });
    expect(await one(added.id)).toMatchObject({
      passageList: [{ headingPath: ['Travel'] }, { headingPath: ['Travel', 'Parking'], text: expect.stringContaining('no parking') }],
    });
    const patch = { params: { documentId: added.id }, body: { text: 'Take tram 10.' } };
    expect(await knowledgeRoutes['PATCH /events/{eventId}/documents/{documentId}'](aCall(patch))).toMatchObject({
      passages: 1,
      title: 'Getting there',
    });
    await expect(
      knowledgeRoutes['GET /events/{eventId}/documents/{documentId}'](aCall({ params: { documentId: added.id }, organization: other })),
    ).rejects.toThrow('no such document');
    await knowledgeRoutes['DELETE /events/{eventId}/documents/{documentId}'](aCall({ params: { documentId: added.id } }));
    await expect(one(added.id)).rejects.toThrow('no such document');
    expect(await env.DB.prepare('SELECT count(*) AS n FROM passages WHERE document_id = ?').bind(added.id).first('n')).toBe(0);
    expect(told).toEqual([[added.id], [added.id], [added.id]]);
  });

  it('are read from Markdown, HTML, text and PDF files', async () => {
    expect(await upload('code-of-conduct.md', '# Be kind\n\nNo harassment.')).toMatchObject({ title: 'Be kind', kind: 'file' });
    const page = await upload(
      'faq.html',
      '<title>Questions</title><script>steal()</script><main><h1>FAQ</h1><p>Doors open at 9.</p></main>',
    );
    expect(page.title).toBe('Questions');
    expect((await one(page.id)).markdown).toBe('# FAQ\n\nDoors open at 9.');
    expect(await upload('notes.txt', 'Doors open at 9.')).toMatchObject({ title: 'notes' });
    const pdf = await upload('venue plan.pdf', aPdf(['The cloakroom is on level two.', 'Bring a photo id.']));
    expect(pdf).toMatchObject({ title: 'venue plan' });
    expect((await one(pdf.id)).markdown).toContain('The cloakroom is on level two.');
    // The PDF reader is large; the test runner transforms it at first use.
  }, 90_000);

  it.each([
    ['an empty page', 'x.html', '<script>app()</script><div id="root"></div>', 'no text'],
    ['an office document', 'x.docx', 'PK\u0003\u0004', 'office document'],
    ['bytes', 'x.bin', '\u0000\u0001\u0002abc', 'not text'],
    ['a broken PDF', 'x.pdf', '%PDF-1.4 nonsense', 'cannot be read'],
    ['too much text', 'x.txt', 'word '.repeat(90_000), '400,000'],
  ])('refuse %s with what to do', async (_, name, content, message) => {
    await expect(upload(name, content)).rejects.toThrow(message);
  });
});

describe('fetched addresses', () => {
  it('become documents without menus; the same address is not taken twice', async () => {
    aWeb({ 'https://tidal.example.org/faq': html('<h1>Doors</h1><p>Doors open at 9.</p>') });
    const added = await addUrl('https://tidal.example.org/faq');
    expect(added).toMatchObject({ title: 'FAQ', kind: 'url', refreshHours: 24, fetchedAt: now });
    expect((await one(added.id)).markdown).toBe('# Doors\n\nDoors open at 9.');
    await expect(addUrl('https://tidal.example.org/faq')).rejects.toThrow('already');
  });

  it.each([
    ['a private address', 'http://192.168.0.1/', {}, {}, 'private network'],
    [
      'a name that points into a private network',
      'https://inside.example.org/',
      {},
      { 'inside.example.org': '10.0.0.7' },
      'private network',
    ],
    [
      'a redirect into a private network',
      'https://a.example.org/',
      { 'https://a.example.org/': redirect('http://169.254.169.254/latest/') },
      {},
      'private network',
    ],
    [
      'a redirect to a name of a private network',
      'https://b.example.org/',
      { 'https://b.example.org/': redirect('https://inside.example.org/x') },
      { 'inside.example.org': '127.0.0.1' },
      'private network',
    ],
    ['a redirect to a file', 'https://c.example.org/', { 'https://c.example.org/': redirect('file:///etc/passwd') }, {}, 'http and https'],
    ['a loop', 'https://d.example.org/', { 'https://d.example.org/': redirect('https://d.example.org/') }, {}, '5 times'],
    [
      'an image',
      'https://e.example.org/',
      { 'https://e.example.org/': () => new Response('x', { headers: { 'content-type': 'image/png' } }) },
      {},
      'image/png',
    ],
    [
      'a page that is not there',
      'https://f.example.org/',
      { 'https://f.example.org/': () => new Response('', { status: 404 }) },
      {},
      'no page',
    ],
    [
      'a page behind a sign-in',
      'https://g.example.org/',
      { 'https://g.example.org/': () => new Response('', { status: 403 }) },
      {},
      'does not let',
    ],
  ])('refuse %s', async (_, url, pages, names, message) => {
    aWeb(pages, names);
    await expect(addUrl(url)).rejects.toThrow(message);
  });

  it('are refused when their name cannot be looked up', async () => {
    const fetched = await fetchPage('https://tidal.example.org/', { allowPrivate: false, resolve: async () => null });
    expect(fetched).toMatchObject({ outcome: 'unreachable', reason: expect.stringContaining('could not be looked up') });
  });

  it('stop at 2 MB however much comes, and do not believe a content length', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 100_000;
        controller.enqueue(new Uint8Array(100_000).fill(97));
      },
    });
    const fetched = await fetchPage('https://8.8.8.8/', {
      allowPrivate: false,
      fetch: async () => new Response(endless, { headers: { 'content-type': 'text/plain' } }),
    });
    expect(fetched).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('2 MB') });
    expect(sent).toBeLessThan(fetchLimits.bytes + 500_000);
  });

  it('honour the charset of the answer and of the page', async () => {
    const latin = Uint8Array.from([...'<meta charset="iso-8859-1"><p>Caf\u00e9 at the quay</p>'].map((c) => c.charCodeAt(0)));
    aWeb({ 'https://latin.example.org/': () => new Response(latin, { headers: { 'content-type': 'text/html' } }) });
    expect((await one((await addUrl('https://latin.example.org/')).id)).markdown).toBe('Café at the quay');
  });

  it('are fetched again when due: same content changes nothing, new content is indexed, a page gone twice has vanished and keeps its text', async () => {
    const url = 'https://again.example.org/';
    const web: Record<string, () => Response> = { [url]: html('<p>Doors open at 9.</p>') };
    aWeb(web);
    const { id } = await addUrl(url);
    await env.DB.prepare('UPDATE documents SET next_fetch_at = NULL WHERE id <> ?').bind(id).run();
    told.length = 0;
    expect(await refetchDue(env, now + 23 * hourMs)).toBe(0);
    expect(await refetchDue(env, now + 24 * hourMs)).toBe(1);
    expect(await refetchDue(env, now + 24 * hourMs)).toBe(0);
    expect(told).toEqual([]);
    expect((await one(id)).updatedAt).toBe(now);

    web[url] = html('<p>Doors open at 10.</p>');
    expect(await refetchDue(env, now + 48 * hourMs)).toBe(1);
    expect(told).toEqual([[id]]);
    expect(await one(id)).toMatchObject({ markdown: 'Doors open at 10.', updatedAt: now + 48 * hourMs });

    web[url] = () => new Response('', { status: 500 });
    expect(await refetchDue(env, now + 72 * hourMs)).toBe(1);
    expect(await one(id)).toMatchObject({ state: 'failed', markdown: 'Doors open at 10.', problem: expect.stringContaining('status 500') });

    web[url] = () => new Response('', { status: 410 });
    expect(await refetchDue(env, now + 73 * hourMs)).toBe(1);
    expect(await one(id)).toMatchObject({ state: 'failed', problem: expect.stringContaining('once more') });
    expect(await refetchDue(env, now + 74 * hourMs)).toBe(1);
    expect(await one(id)).toMatchObject({ state: 'vanished', markdown: 'Doors open at 10.', problem: expect.stringContaining('gone') });

    web[url] = html('<p>Doors open at 10.</p>');
    const row = await documentById(databaseOf(env, organizationId), organizationId, eventId, id);
    if (!row) throw new Error('no document');
    expect(await refetch(env, row, now + 75 * hourMs)).toBe(false);
    expect(await one(id)).toMatchObject({ state: 'ready', problem: null });
  });
});
