import { databaseOf } from '../db/database';
import { mac, sameText } from '../digest';
import { configOf } from '../env';
import { answeredBy } from './sender';
import { stopContact } from './stop-contact';

/**
 * The one-click opt-out of RFC 8058: a link that needs no login, known to the reader of a mail alone. Opening it shows a
 * page; only its button, or the mail program's POST, opts out, so that a scanner that opens links decides nothing.
 */
export async function optOutToken(env: Env, organizationId: string, address: string): Promise<string> {
  const named = encoded(JSON.stringify([organizationId, address.trim().toLowerCase()]));
  return `${named}.${await mac(configOf(env).AUTH_SECRET, 'opt-out', named)}`;
}

/** Header fields of every mail that nobody asked for (RFC 2369, RFC 8058). */
export async function optOutHeaders(env: Env, organizationId: string, address: string): Promise<Record<string, string>> {
  const link = `${configOf(env).PUBLIC_URL}/api/v1/opt-out/${await optOutToken(env, organizationId, address)}`;
  return { 'List-Unsubscribe': `<${link}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

/** Whom a token is about; null when it is not one of ours. */
export async function readOptOutToken(env: Env, token: string): Promise<{ organizationId: string; address: string } | null> {
  const [named = '', signature = ''] = token.split('.');
  if (named === '' || signature === '' || token.length > 800) return null;
  if (!sameText(await mac(configOf(env).AUTH_SECRET, 'opt-out', named), signature)) return null;
  const value: unknown = JSON.parse(decodedText(named));
  const [organizationId, address] = Array.isArray(value) ? value : [];
  return typeof organizationId === 'string' && typeof address === 'string' ? { organizationId, address } : null;
}

/** Opts an address out. Doing it twice is doing it once. */
export async function optOut(env: Env, contact: { organizationId: string; address: string }, realNow: number): Promise<void> {
  const { organizationId, address } = contact;
  const answered = await answeredBy(env, address, realNow);
  const eventId = answered?.organizationId === organizationId ? answered.eventId : null;
  await stopContact(databaseOf(env, organizationId), { organizationId, address, why: 'opt_out', by: 'link', eventId }, realNow);
}

function encoded(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

function decodedText(text: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0)));
}
