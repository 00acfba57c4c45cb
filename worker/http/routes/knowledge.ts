import type { Document, knowledgeEndpoints } from '../../contract/knowledge';
import { KnowledgeTest } from '../../contract/knowledge';
import { AppError } from '../../core/errors';
import { cleanText } from '../../core/knowledge/clean-text';
import type { Result } from '../../core/result';
import { databaseOf } from '../../db/database';
import {
  countDocuments,
  type DocumentRow,
  deleteDocument,
  documentById,
  documentOfUrl,
  documentsOf,
  documentView,
  leftOutPrefix,
  listedDocument,
  passagesOf,
  saveDocument,
} from '../../db/records/documents';
import { knowledgeChanged } from '../../knowledge-intake/changed';
import { contentHash, fetchDocument, refetch } from '../../knowledge-intake/refetch';
import { type Converted, kept, mediaTypeOfFile, toMarkdown } from '../../knowledge-intake/to-markdown';
import { supportObject } from '../../objects';
import { newId } from '../../random';
import { decodeCursor, pageFrom } from '../cursor';
import type { Handlers } from '../handler';
import { uploadedFile } from '../uploaded-file';

const limits = { documents: 200, fileBytes: 2_000_000 } as const;
const hourMs = 3_600_000;

export const knowledgeRoutes = {
  async 'GET /events/{eventId}/documents'({ env, identity, params, query }) {
    const { organizationId } = identity;
    const rows = await documentsOf(
      databaseOf(env, organizationId),
      organizationId,
      params.eventId,
      decodeCursor(query.cursor),
      query.limit,
    );
    return pageFrom(rows, query.limit, (row) => [row.updatedAt, row.id], documentView);
  },

  async 'POST /events/{eventId}/documents'({ env, identity, params, body, now }) {
    const place = { env, organizationId: identity.organizationId, eventId: params.eventId, now };
    await requireRoom(place);
    if (body.kind === 'text')
      return add(place, readable(kept(body.title, cleanText(body.text))), { kind: 'text', url: body.url ?? null, refreshHours: null });
    const url = new URL(body.url).href;
    if (await documentOfUrl(databaseOf(env, place.organizationId), place.organizationId, place.eventId, url))
      throw new AppError('conflict', 'This address is already among the documents. Refresh it there.');
    const result = await fetchDocument(env, url);
    if ('page' in result) return add(place, result.page, { kind: 'url', url, refreshHours: body.refreshHours });
    if (result.outcome === 'missing')
      throw new AppError('refused', `There is no page at this address (status ${result.status}). Check it.`, {
        fields: { url: 'was not found' },
      });
    throw new AppError(result.outcome === 'refused' ? 'refused' : 'upstream', result.reason, {
      retry: result.outcome === 'refused' ? 'never' : 'later',
      fields: { url: result.reason },
    });
  },

  async 'POST /events/{eventId}/documents/upload'({ env, identity, params, body, request, now }) {
    const place = { env, organizationId: identity.organizationId, eventId: params.eventId, now };
    const { bytes, fileName } = uploadedFile(body, request, limits.fileBytes);
    await requireRoom(place);
    const mediaType = mediaTypeOfFile(fileName, request.headers.get('content-type'));
    const name = fileName.replace(/\.[a-z]{2,8}$/i, '').replace(/[-_]+/g, ' ');
    return add(place, readable(await toMarkdown({ bytes, mediaType, charset: null, name })), {
      kind: 'file',
      url: null,
      refreshHours: null,
    });
  },

  async 'GET /events/{eventId}/documents/{documentId}'({ env, identity, params }) {
    const { organizationId } = identity;
    const row = await existing(env, organizationId, params.eventId, params.documentId);
    const passageList = await passagesOf(databaseOf(env, organizationId), organizationId, row);
    return { ...(await shown(env, organizationId, params.eventId, row.id)), markdown: row.markdown, passageList };
  },

  async 'PATCH /events/{eventId}/documents/{documentId}'({ env, identity, params, body, now }) {
    const { organizationId } = identity;
    const row = await existing(env, organizationId, params.eventId, params.documentId);
    if (row.kind === 'url' && body.text !== undefined)
      throw new AppError(
        'refused',
        'The text of a fetched page comes from its address and would be overwritten. Correct the page, or add the correction as pasted text.',
      );
    const { title, markdown } = readable(kept(body.title ?? row.title, body.text === undefined ? row.markdown : cleanText(body.text)));
    await saveDocument(databaseOf(env, organizationId), {
      ...row,
      title,
      markdown,
      problem: row.problem?.startsWith(leftOutPrefix) ? null : row.problem,
      contentHash: await contentHash(markdown),
      updatedAt: now,
    });
    await knowledgeChanged(env, organizationId, params.eventId, [row.id]);
    return shown(env, organizationId, params.eventId, row.id);
  },

  async 'POST /events/{eventId}/documents/{documentId}/refresh'({ env, identity, params, now }) {
    const { organizationId } = identity;
    const row = await existing(env, organizationId, params.eventId, params.documentId);
    if (row.kind !== 'url')
      throw new AppError('refused', 'Only fetched addresses can be refreshed. Change the text, or upload the file again.');
    if (await refetch(env, row, now)) await knowledgeChanged(env, organizationId, params.eventId, [row.id]);
    return shown(env, organizationId, params.eventId, row.id);
  },

  async 'DELETE /events/{eventId}/documents/{documentId}'({ env, identity, params }) {
    const { organizationId } = identity;
    if (!(await deleteDocument(databaseOf(env, organizationId), organizationId, params.eventId, params.documentId))) throw noDocument();
    await knowledgeChanged(env, organizationId, params.eventId, [params.documentId]);
    return { ok: true as const };
  },

  async 'POST /events/{eventId}/knowledge/test'({ env, identity, params, body }) {
    return KnowledgeTest.parse(JSON.parse(await supportObject(env, params.eventId).testQuestion(identity.organizationId, body.question)));
  },
} satisfies Handlers<typeof knowledgeEndpoints>;

interface Place {
  env: Env;
  organizationId: string;
  eventId: string;
  now: number;
}

async function add(
  { env, organizationId, eventId, now }: Place,
  page: Converted,
  from: Pick<DocumentRow, 'kind' | 'url' | 'refreshHours'>,
): Promise<Document> {
  const id = newId('document', now);
  await saveDocument(databaseOf(env, organizationId), {
    ...page,
    ...from,
    id,
    organizationId,
    eventId,
    contentHash: await contentHash(page.markdown),
    state: 'ready',
    problem: null,
    fetchedAt: from.kind === 'url' ? now : null,
    nextFetchAt: from.refreshHours === null ? null : now + from.refreshHours * hourMs,
    createdAt: now,
    updatedAt: now,
  });
  await knowledgeChanged(env, organizationId, eventId, [id]);
  return shown(env, organizationId, eventId, id);
}

async function requireRoom({ env, organizationId, eventId }: Place): Promise<void> {
  if ((await countDocuments(databaseOf(env, organizationId), organizationId, eventId)) >= limits.documents)
    throw new AppError('refused', `An event may have ${limits.documents} documents. Delete one first, or join several into one.`);
}

function readable(result: Result<Converted>): Converted {
  if (!result.ok) throw new AppError('refused', result.error);
  return result.value;
}

async function existing(env: Env, organizationId: string, eventId: string, documentId: string): Promise<DocumentRow> {
  const row = await documentById(databaseOf(env, organizationId), organizationId, eventId, documentId);
  if (!row) throw noDocument();
  return row;
}

const noDocument = () => new AppError('not_found', 'There is no such document in this event.');

async function shown(env: Env, organizationId: string, eventId: string, documentId: string): Promise<Document> {
  const row = await listedDocument(databaseOf(env, organizationId), organizationId, eventId, documentId);
  if (!row) throw noDocument();
  return documentView(row);
}
