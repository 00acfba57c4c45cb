import type { Database } from '../db/database';
import type { Person } from './person';

/** Importers that still hold the rows of their file. */
async function holding(db: Database, organizationId: string): Promise<string[]> {
  const { results } = await db.$client
    .prepare("SELECT id FROM imports WHERE organization_id = ? AND state <> 'done' ORDER BY created_at DESC LIMIT 200")
    .bind(organizationId)
    .all<{ id: string }>();
  return results.map((row) => row.id);
}

interface ImporterObject {
  rowsOf(person: string, forget: boolean): Promise<number>;
}

/** Rows of uploaded files that name the person, wherever a file is not merged yet; `forget` deletes them. */
export async function uploadedRows(env: Env, db: Database, person: Person, forget: boolean): Promise<number> {
  let count = 0;
  for (const id of await holding(db, person.organizationId)) count += await importerOf(env, id).rowsOf(JSON.stringify(person), forget);
  return count;
}

function importerOf(env: Env, importId: string): ImporterObject {
  return env.IMPORTER.getByName(importId) as unknown as ImporterObject;
}
