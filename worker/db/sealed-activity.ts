import { z } from 'zod';
import type { Activity } from '../ports/commit';
import type { Database } from './database';
import { openingKeys, type SubjectKey, sealingKeys } from './subject-keys';

/**
 * What an activity says about people is stored sealed (AES-GCM, 96-bit random nonce, bound to the activity's id) under the
 * key of its subject, in the place of its input. Destroying the key erases it; the row and its hash stay as they are.
 */
const Envelope = z.object({ sealed: z.literal('v1'), key: z.string(), nonce: z.string(), data: z.string() });
type Envelope = z.infer<typeof Envelope>;

const Personal = z.object({
  input: z.record(z.string(), z.unknown()).nullable(),
  output: z.record(z.string(), z.unknown()).nullable(),
  reasoning: z.string().nullable(),
  errorMessage: z.string().nullable(),
  escalationReason: z.string().nullable(),
});
export type Personal = z.infer<typeof Personal>;

/** An activity as it is stored; the five fields that may hold personal data are in the envelope. */
export interface SealedActivity extends Omit<Activity, keyof Personal> {
  input: Envelope | null;
  orderId: string | null;
  ticketId: string | null;
  /** Of sales: the company, and the proposal that was written or sent. */
  sponsorId: string | null;
  proposalId: string | null;
}

/** Shown in the place of what was erased. */
export const erasedText = '[erased]';

/** Whom an activity is about: its conversation, else its run, else itself. */
function subjectOf(activity: Pick<Activity, 'id' | 'conversationId' | 'runId'>): string {
  return activity.conversationId ?? activity.runId ?? activity.id;
}

export async function sealActivities(db: Database, organizationId: string, activities: Activity[]): Promise<SealedActivity[]> {
  if (activities.length === 0) return [];
  const keys = await sealingKeys(db, organizationId, activities.map(subjectOf), activities[0]?.createdAt ?? 0);
  return Promise.all(
    activities.map(async ({ input, output, reasoning, errorMessage, escalationReason, ...activity }) => ({
      ...activity,
      orderId: linked(input, 'orderId'),
      ticketId: linked(input, 'ticketId'),
      sponsorId: linked(input, 'companyId'),
      proposalId: linked(input, 'proposalId') ?? linked(output, 'proposalId'),
      input: await sealed(activity.id, { input, output, reasoning, errorMessage, escalationReason }, keys.get(subjectOf(activity))),
    })),
  );
}

export async function sealActivity(db: Database, organizationId: string, activity: Activity): Promise<SealedActivity> {
  const [one] = await sealActivities(db, organizationId, [activity]);
  if (!one) throw new RangeError('No activity');
  return one;
}

function linked(input: Record<string, unknown> | null, field: string): string | null {
  const value = input?.[field];
  return typeof value === 'string' ? value : null;
}

async function sealed(id: string, personal: Personal, key: SubjectKey | undefined): Promise<Envelope | null> {
  if (!key) throw new Error('An activity without the key of its subject');
  if (Object.values(personal).every((value) => value === null)) return null;
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(personal));
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: new TextEncoder().encode(id) }, key.key, text);
  return { sealed: 'v1', key: key.name, nonce: base64(nonce), data: base64(new Uint8Array(data)) };
}

/** A row of an activity table, by column name. */
export type ActivityRecord = Record<string, string | number | null>;

export function envelopeOf(row: ActivityRecord): Envelope | null {
  if (typeof row.input_data !== 'string' || !row.input_data.includes('"sealed"')) return null;
  return Envelope.safeParse(JSON.parse(row.input_data)).data ?? null;
}

/** Rows with what they say about people readable again; `[erased]` where the key is gone. Rows from before sealing stay as they are. */
export async function openActivities<R extends ActivityRecord>(db: Database, organizationId: string, rows: R[]): Promise<R[]> {
  const envelopes = rows.map(envelopeOf);
  const keys = await openingKeys(
    db,
    organizationId,
    envelopes.flatMap((envelope) => envelope?.key ?? []),
  );
  return Promise.all(
    rows.map(async (row, index) => {
      const envelope = envelopes[index];
      if (!envelope) return row;
      const key = keys.get(envelope.key);
      const personal = key ? await opened(String(row.id), envelope, key) : null;
      return {
        ...row,
        input_data: personal?.input ? JSON.stringify(personal.input) : null,
        output_data: personal?.output ? JSON.stringify(personal.output) : null,
        reasoning: personal ? personal.reasoning : erasedText,
        error_message: personal?.errorMessage ?? null,
        escalation_reason: personal?.escalationReason ?? null,
      };
    }),
  );
}

/** Null when it was not sealed with this key for this row: then somebody changed it. */
async function opened(id: string, envelope: Envelope, key: CryptoKey): Promise<Personal | null> {
  try {
    const algorithm = { name: 'AES-GCM', iv: bytes(envelope.nonce), additionalData: new TextEncoder().encode(id) };
    const text = new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, key, bytes(envelope.data)));
    return Personal.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The columns in which a row from before sealing says something about people, as an update that seals it; null when there is nothing. */
export async function sealStored(
  db: Database,
  organizationId: string,
  rows: { row: ActivityRecord; reasoningColumn: string }[],
): Promise<(ActivityRecord | null)[]> {
  const open = rows.map(({ row, reasoningColumn }) => {
    const personal = {
      input: json(row.input_data),
      output: json(row.output_data),
      reasoning: text(row[reasoningColumn]),
      errorMessage: text(row.error_message),
      escalationReason: text(row.escalation_reason),
    };
    return envelopeOf(row) || Object.values(personal).every((value) => value === null) ? null : personal;
  });
  const subject = (row: ActivityRecord) =>
    subjectOf({ id: String(row.id), conversationId: text(row.conversation_id), runId: text(row.run_id) });
  const plain = rows.filter((_, index) => open[index]).map(({ row }) => row);
  if (plain.length === 0) return rows.map(() => null);
  const keys = await sealingKeys(db, organizationId, plain.map(subject), Number(plain[0]?.created_at ?? 0));
  return Promise.all(
    rows.map(async ({ row, reasoningColumn }, index) => {
      const personal = open[index];
      if (!personal) return null;
      const envelope = await sealed(String(row.id), personal, keys.get(subject(row)));
      return {
        input_data: JSON.stringify(envelope),
        output_data: null,
        [reasoningColumn]: null,
        error_message: null,
        escalation_reason: null,
      };
    }),
  );
}

const text = (value: string | number | null | undefined): string | null => (value === null || value === undefined ? null : String(value));

function json(value: string | number | null | undefined): Record<string, unknown> | null {
  if (typeof value !== 'string') return null;
  const parsed: unknown = JSON.parse(value);
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : { value: parsed };
}

function base64(data: Uint8Array): string {
  let binary = '';
  for (const byte of data) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
