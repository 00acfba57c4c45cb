import { and, eq, sql } from 'drizzle-orm';
import type { Database } from './database';
import { subjectKeys } from './schema';

/** Keys behind the personal data of the log. One a subject; a destroyed one is never used again. */
export interface SubjectKey {
  /** The subject, or the subject with a number behind it once its first key was destroyed. */
  name: string;
  key: CryptoKey;
}

const remembered = 2_000;
const caches = new WeakMap<Database, Map<string, SubjectKey>>();

function cacheOf(db: Database): Map<string, SubjectKey> {
  const known = caches.get(db);
  if (known) return known;
  const made = new Map<string, SubjectKey>();
  caches.set(db, made);
  return made;
}

/** After an erasure: this isolate asks the records again. */
export function forgetSubjectKeys(db: Database): void {
  cacheOf(db).clear();
}

/** The keys that seal for these subjects, made where there is none yet. `now` dates new ones. */
export async function sealingKeys(db: Database, organizationId: string, subjects: string[], now: number): Promise<Map<string, SubjectKey>> {
  const cache = cacheOf(db);
  const at = (subject: string) => `${organizationId}\n${subject}`;
  let wanted = [...new Set(subjects)].filter((subject) => !cache.has(at(subject))).map((subject) => ({ subject, name: subject }));
  for (let generation = 2; wanted.length > 0; generation++) {
    const names = wanted.map(({ name }) => name);
    const rows = await db.batch([
      // Whoever comes second takes the key of the first.
      db
        .insert(subjectKeys)
        .select(
          sql`SELECT ${organizationId}, value ->> 0, value ->> 1, ${now}, NULL FROM json_each(${JSON.stringify(names.map((name) => [name, newKey()]))}) WHERE true`,
        )
        .onConflictDoNothing(),
      db
        .select({ name: subjectKeys.subject, key: subjectKeys.key })
        .from(subjectKeys)
        .where(and(eq(subjectKeys.organizationId, organizationId), among(names))),
    ]);
    const stored = new Map(rows[1].map((row) => [row.name, row.key]));
    if (cache.size > remembered) cache.clear();
    const destroyed: typeof wanted = [];
    for (const { subject, name } of wanted) {
      const key = stored.get(name);
      if (key) cache.set(at(subject), { name, key: await imported(key) });
      else destroyed.push({ subject, name: `${subject}~${generation}` });
    }
    wanted = destroyed;
  }
  return new Map(subjects.flatMap((subject) => pair(subject, cache.get(at(subject)))));
}

function pair(subject: string, key: SubjectKey | undefined): [string, SubjectKey][] {
  return key ? [[subject, key]] : [];
}

/** The keys of these names that are still there. */
export async function openingKeys(db: Database, organizationId: string, names: string[]): Promise<Map<string, CryptoKey>> {
  const unique = [...new Set(names)];
  if (unique.length === 0) return new Map();
  const rows = await db
    .select({ name: subjectKeys.subject, key: subjectKeys.key })
    .from(subjectKeys)
    .where(and(eq(subjectKeys.organizationId, organizationId), among(unique)));
  const keys = await Promise.all(rows.map(async ({ name, key }) => (key ? ([[name, await imported(key)]] as const) : [])));
  return new Map(keys.flat());
}

/** Makes unreadable what these keys sealed. Returns how many there were. */
export async function destroyKeys(db: Database, organizationId: string, names: string[], now: number): Promise<number> {
  if (names.length === 0) return 0;
  const destroyed = await db
    .update(subjectKeys)
    .set({ key: null, destroyedAt: now })
    .where(and(eq(subjectKeys.organizationId, organizationId), among(names), sql`${subjectKeys.key} IS NOT NULL`))
    .returning({ name: subjectKeys.subject });
  forgetSubjectKeys(db);
  return destroyed.length;
}

const among = (names: string[]) => sql`${subjectKeys.subject} IN (SELECT value FROM json_each(${JSON.stringify(names)}))`;

function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function imported(hex: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}
