import { agents } from '../agents';
import { activityOf } from '../agents/activity';
import { AppError } from '../core/errors';
import { activityInsert } from '../db/activities';
import { asBatch } from '../db/commit';
import { type Database, databaseOf } from '../db/database';
import { isGuardFailure, isUniqueFailure } from '../db/guard';
import { companyById } from '../db/records/sales/companies';
import { type DealRecord, dealById, exclusivitiesOf } from '../db/records/sales/deals';
import { packagesOf } from '../db/records/sales/packages';
import { personById } from '../db/records/sales/people';
import { type DealEdit, dealChanged, dealOpened } from '../db/sales/deal-statements';
import { sealActivity } from '../db/sealed-activity';
import { orchestratorOf } from '../objects';
import type { SalesChange } from '../ports/sales';
import { showReport } from '../queues/report';
import { newId } from '../random';
import { announceSales } from './announce';

export interface DealDesk {
  env: Env;
  organizationId: string;
  eventId: string;
  /** User id, or `key:<id>`. */
  by: string;
  /** By the event's clock. */
  now: number;
}

type Opening = Omit<Extract<SalesChange, { change: 'deal_opened' }>, 'change'>;

/** Puts a company into the pipeline by hand. Throws `conflict` when it is there, `invalid_input` for a contact or package that is not its own. */
export async function openDeal(desk: DealDesk, opening: Opening): Promise<void> {
  const db = databaseOf(desk.env, desk.organizationId);
  const statements = dealOpened({ ...desk, db }, { change: 'deal_opened', ...opening }, desk.now);
  const company = await companyById(db, desk.organizationId, opening.companyId);
  if (!company) throw new AppError('not_found', 'There is no such company. It may have been merged into another one.');
  const written = await logged(desk, db, statements, opening, `Put ${company.name} into the pipeline by hand.`);
  if (!written) throw (await notIts(desk, db, opening.companyId, opening)) ?? inPipeline(company.name);
  await announceSales(desk.env, desk.eventId, 'deal', opening.dealId);
}

/** Changes a deal by hand. Throws `conflict` for an older version, a package that is sold out and an industry that is kept by another. */
export async function editDeal(desk: DealDesk, edit: Omit<DealEdit, 'change'>): Promise<void> {
  const db = databaseOf(desk.env, desk.organizationId);
  const before = await dealById(db, desk.organizationId, desk.eventId, edit.dealId);
  if (!before) throw new AppError('not_found', 'There is no such deal in this event.');
  const statements = dealChanged({ ...desk, db }, { change: 'deal_changed', ...edit }, desk.now);
  const { position: _position, version: _version, dealId: _deal, ...told } = edit;
  const written =
    Object.keys(told).length === 0
      ? await unlessGuarded(() => db.batch(asBatch(statements)))
      : await logged(desk, db, statements, { dealId: edit.dealId, companyId: before.companyId, ...told }, wordsOf(before, edit));
  if (!written) throw await whyNot(desk, db, before, edit);
  await announceSales(desk.env, desk.eventId, 'deal', edit.dealId);
}

function wordsOf(before: DealRecord, edit: Omit<DealEdit, 'change'>): string {
  return edit.stage !== undefined && edit.stage !== before.stage
    ? `Moved by hand from ${before.stage} to ${edit.stage}.`
    : 'Changed by hand.';
}

/** The statements with their activity, in one batch; false when a guard or the index of companies refused. */
async function logged(
  { env, organizationId, eventId, by, now }: DealDesk,
  db: Database,
  statements: ReturnType<typeof dealChanged>,
  input: object,
  reasoning: string,
): Promise<boolean> {
  const activity = activityOf(agents.sales, {
    id: newId('activity', now),
    activityType: 'crm_update',
    input: { ...input, by },
    reasoning,
    autonomous: false,
    createdAt: now,
    verdict: 'allow',
    rule: 'by_a_person',
  });
  const row = activityInsert(db, organizationId, eventId, await sealActivity(db, organizationId, activity));
  if (!(await unlessGuarded(() => db.batch(asBatch([...statements, row]))))) return false;
  await Promise.all([orchestratorOf(env, eventId).logGrew(), showReport(env, eventId, activity)]);
  return true;
}

async function unlessGuarded(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (isGuardFailure(error) || isUniqueFailure(error)) return false;
    throw error;
  }
}

const inPipeline = (name: string) =>
  new AppError('conflict', `${name} is in the pipeline of this event already. Change that deal instead.`, { retry: 'after-person' });

async function notIts(
  { organizationId, eventId }: DealDesk,
  db: Database,
  companyId: string,
  { contactId, packageId }: { contactId?: string | null; packageId?: string | null },
): Promise<AppError | null> {
  const wrong = (field: string, text: string) => new AppError('invalid_input', text, { fields: { [field]: text } });
  if (contactId && (await personById(db, organizationId, contactId))?.companyId !== companyId)
    return wrong('contactId', 'This person does not work at the company. Choose one of its contacts.');
  if (packageId && (await packagesOf(db, organizationId, eventId, packageId)).length === 0)
    return wrong('packageId', 'This event has no such package. Choose one of its own.');
  return null;
}

/** What a guard refused, in words: read again, as a batch only says that it did not hold. */
async function whyNot(desk: DealDesk, db: Database, before: DealRecord, edit: Omit<DealEdit, 'change'>): Promise<AppError> {
  const { organizationId, eventId } = desk;
  const now = await dealById(db, organizationId, eventId, edit.dealId);
  const conflict = (text: string) => new AppError('conflict', text, { retry: 'after-person' });
  if (now?.version !== edit.version) return conflict('This deal was changed meanwhile. Look at it again, then repeat your change.');
  const wrong = await notIts(desk, db, before.companyId, edit);
  if (wrong) return wrong;
  const packageId = edit.packageId === undefined ? before.packageId : edit.packageId;
  if (packageId === null) return conflict('A deal is signed for a package. Choose one first.');
  const [chosen] = await packagesOf(db, organizationId, eventId, packageId);
  if (chosen && chosen.stock !== null && chosen.signed >= chosen.stock)
    return conflict(`${chosen.name} is sold out: all ${chosen.stock} are signed. Choose another package, or raise its stock.`);
  const company = await companyById(db, organizationId, before.companyId);
  const kept = (await exclusivitiesOf(db, organizationId, eventId)).find(
    ({ industry, companyId }) => companyId !== before.companyId && industry.toLowerCase() === company?.industry.toLowerCase(),
  );
  return conflict(
    kept
      ? `${kept.companyName} has ${kept.industry} to itself with ${kept.packageName}. Agree on it with them, or change that package.`
      : `${chosen?.name ?? 'The package'} keeps ${company?.industry || 'its industry'} to one sponsor, and another one of it has signed. Choose another package.`,
  );
}
