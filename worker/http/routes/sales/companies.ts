import type { Company, CrmContact, companyEndpoints } from '../../../contract/sales/companies';
import { companyDomainOf } from '../../../core/contact/company';
import { AppError } from '../../../core/errors';
import { type Database, databaseOf } from '../../../db/database';
import {
  type CompanyRecord,
  changeCompany,
  companyById,
  companyOfDomain,
  countCompanies,
  insertCompany,
  searchCompanies,
} from '../../../db/records/sales/companies';
import { duplicatesOf } from '../../../db/records/sales/duplicates';
import { mergeCompanies } from '../../../db/records/sales/merge-companies';
import { insertNote, markDone, notesOf } from '../../../db/records/sales/notes';
import { changePerson, insertPerson, peopleOf, peopleViews, personById, personOfAddress } from '../../../db/records/sales/people';
import { deleteSponsorship, insertSponsorship, ownSeries, sponsorshipsOf, sponsorshipView } from '../../../db/records/sales/sponsorships';
import { newId } from '../../../random';
import { decodeCursor, encodeCursor } from '../../cursor';
import type { Handlers } from '../../handler';
import { changedMeanwhile, editedMeanwhile } from './conflicts';

const companiesAtMost = 50_000;

export const companyRoutes = {
  async 'GET /companies'({ env, identity, query }) {
    const { organizationId } = identity;
    const { cursor, limit, ...search } = query;
    const [offset] = decodeCursor(cursor) ?? [0];
    const { rows, total } = await searchCompanies(databaseOf(env, organizationId), organizationId, search, Math.max(0, offset), limit);
    return {
      items: rows.slice(0, limit),
      nextCursor: rows.length > limit ? encodeCursor([offset + limit, '']) : null,
      total,
    };
  },

  async 'POST /companies'({ env, identity, body, now }) {
    const { organizationId } = identity;
    const db = databaseOf(env, organizationId);
    if ((await countCompanies(db, organizationId)) >= companiesAtMost)
      throw new AppError('conflict', 'There are 50,000 companies, the most there can be. Merge or erase some first.');
    const id = newId('company', now);
    const domain = body.domain || domainOfSite(body.website ?? '');
    const row = { ...body, id, organizationId, domain, source: 'manual', editedFields: Object.keys(body), createdAt: now, updatedAt: now };
    if ((await insertCompany(db, row)) === 'taken') throw await domainTaken(db, organizationId, domain);
    return shown(db, organizationId, id);
  },

  async 'GET /companies/duplicates'({ env, identity }) {
    return { items: await duplicatesOf(databaseOf(env, identity.organizationId), identity.organizationId) };
  },

  async 'GET /companies/{companyId}'({ env, identity, params }) {
    return shown(databaseOf(env, identity.organizationId), identity.organizationId, params.companyId);
  },

  async 'PATCH /companies/{companyId}'({ env, identity, params, body, now }) {
    const { organizationId } = identity;
    const db = databaseOf(env, organizationId);
    const { version, ...edit } = body;
    await existing(db, organizationId, params.companyId);
    const outcome = await changeCompany(db, organizationId, params.companyId, edit, { version, now });
    if (outcome === 'taken') throw await domainTaken(db, organizationId, edit.domain ?? '');
    if (outcome === 'moved') throw editedMeanwhile('This company');
    return shown(db, organizationId, params.companyId);
  },

  async 'POST /companies/{companyId}/merge'({ env, identity, params, body, now }) {
    const { organizationId, actor } = identity;
    const { companyId } = params;
    const db = databaseOf(env, organizationId);
    if (body.other === companyId)
      throw new AppError('invalid_input', 'A company cannot be merged with itself. Name the other one in `other`.', {
        fields: { other: 'is the company itself' },
      });
    const by = { noteId: newId('note', now), author: actor, now };
    const outcome = await mergeCompanies(db, organizationId, { companyId, otherId: body.other }, by);
    if (outcome === 'gone') throw noCompany();
    if (outcome === 'both_signed')
      throw new AppError(
        'conflict',
        'Both companies have a signed deal for the same event. Decide which one holds, take the other back, then merge.',
        { retry: 'after-person' },
      );
    if (outcome === 'moved') throw changedMeanwhile('One of the two companies');
    return shown(db, organizationId, companyId);
  },

  async 'POST /companies/{companyId}/contacts'({ env, identity, params, body, now }) {
    const { organizationId } = identity;
    const db = databaseOf(env, organizationId);
    const id = newId('contact', now);
    const outcome = await insertPerson(db, {
      ...body,
      id,
      organizationId,
      companyId: params.companyId,
      source: 'manual',
      editedFields: Object.keys(body),
      createdAt: now,
      updatedAt: now,
    });
    if (outcome === 'gone') throw noCompany();
    if (outcome === 'full') throw new AppError('conflict', 'This company has 200 people, the most there can be.');
    if (outcome === 'taken') throw await addressTaken(db, organizationId, body.email ?? '');
    return onePerson(db, organizationId, id);
  },

  async 'PATCH /companies/{companyId}/contacts/{contactId}'({ env, identity, params, body, now }) {
    const { organizationId } = identity;
    const { companyId, contactId } = params;
    const db = databaseOf(env, organizationId);
    const person = await personById(db, organizationId, contactId);
    if (person?.companyId !== companyId) throw new AppError('not_found', 'There is no such person at this company.');
    const { version, ...edit } = body;
    const outcome = await changePerson(db, organizationId, contactId, edit, { companyId, version, now });
    if (outcome === 'taken') throw await addressTaken(db, organizationId, edit.email ?? '');
    if (outcome === 'moved') throw editedMeanwhile('This person');
    return onePerson(db, organizationId, contactId);
  },

  async 'POST /companies/{companyId}/sponsorships'({ env, identity, params, body, now }) {
    const { organizationId } = identity;
    const { companyId } = params;
    const db = databaseOf(env, organizationId);
    await existing(db, organizationId, companyId);
    const row = {
      ...{ year: null, level: '', amountMinor: null, currency: null, topics: [], quote: '', quoteBy: '', outcome: '', ...body },
      ...{ id: newId('sponsorship', now), organizationId, companyId, source: 'manual', createdAt: now },
      eventId: (await ownSeries(db, organizationId))(body.eventName),
    };
    if ((row.amountMinor === null) !== (row.currency === null))
      throw new AppError('invalid_input', 'An amount needs its currency, and a currency its amount.', {
        fields: { currency: 'goes together with amountMinor' },
      });
    if (!(await insertSponsorship(db, row)))
      throw new AppError('conflict', 'This company has 200 sponsorships, the most there can be. Delete one first.');
    return sponsorshipView(row);
  },

  async 'DELETE /companies/{companyId}/sponsorships/{sponsorshipId}'({ env, identity, params }) {
    const { organizationId } = identity;
    const gone = await deleteSponsorship(databaseOf(env, organizationId), organizationId, params.companyId, params.sponsorshipId);
    if (!gone) throw new AppError('not_found', 'There is no such sponsorship of this company.');
    return { ok: true };
  },

  async 'POST /companies/{companyId}/notes'({ env, identity, params, body, now }) {
    const { organizationId, actor } = identity;
    const { companyId } = params;
    const db = databaseOf(env, organizationId);
    await existing(db, organizationId, companyId);
    const note = { ...body, id: newId('note', now), companyId, author: actor, doneAt: null, createdAt: now };
    if (!(await insertNote(db, { ...note, organizationId })))
      throw new AppError('conflict', 'This company has 500 notes, the most there can be.');
    return note;
  },

  async 'POST /notes/{noteId}/done'({ env, identity, params, body, now }) {
    const { organizationId } = identity;
    const note = await markDone(databaseOf(env, organizationId), organizationId, params.noteId, body.done ? now : null);
    if (!note) throw new AppError('not_found', 'There is no such task.');
    return note;
  },
} satisfies Handlers<typeof companyEndpoints>;

const noCompany = () => new AppError('not_found', 'There is no such company. It may have been merged into another one.');

async function existing(db: Database, organizationId: string, companyId: string): Promise<CompanyRecord> {
  const row = await companyById(db, organizationId, companyId);
  if (!row) throw noCompany();
  return row;
}

/** A company with its people, sponsorships and notes. Throws `not_found`. */
export async function shown(db: Database, organizationId: string, companyId: string): Promise<Company> {
  const [row, people, past, notes] = await Promise.all([
    existing(db, organizationId, companyId),
    peopleOf(db, organizationId, companyId),
    sponsorshipsOf(db, organizationId, companyId),
    notesOf(db, organizationId, companyId),
  ]);
  const { organizationId: _organization, ...company } = row;
  return { ...company, contacts: await peopleViews(db, organizationId, people), sponsorships: past.map(sponsorshipView), notes };
}

async function onePerson(db: Database, organizationId: string, contactId: string): Promise<CrmContact> {
  const row = await personById(db, organizationId, contactId);
  const [view] = row ? await peopleViews(db, organizationId, [row]) : [];
  if (!view) throw new AppError('not_found', 'There is no such person.');
  return view;
}

async function domainTaken(db: Database, organizationId: string, domain: string): Promise<AppError> {
  const owner = await companyOfDomain(db, organizationId, domain);
  return new AppError('conflict', `${owner?.name ?? 'Another company'} has the domain ${domain}. Change that one, or merge the two.`, {
    retry: 'after-person',
    fields: { domain: `belongs to ${owner?.id ?? 'another company'}` },
  });
}

async function addressTaken(db: Database, organizationId: string, email: string): Promise<AppError> {
  const person = await personOfAddress(db, organizationId, email);
  const company = person ? await companyById(db, organizationId, person.companyId) : null;
  const where = company ? ` at ${company.name}` : '';
  return new AppError('conflict', `${person?.name ?? 'Somebody'}${where} has this address already. Change that record instead.`, {
    retry: 'after-person',
    fields: { email: 'belongs to another contact' },
  });
}

function domainOfSite(website: string): string {
  return URL.canParse(website) ? companyDomainOf(`@${new URL(website).hostname.replace(/^www\./, '')}`) : '';
}
