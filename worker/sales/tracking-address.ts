import { mac, sameText } from '../digest';
import { configOf } from '../env';

/**
 * Addresses by which clicks and openings of a mail are counted. Nothing is stored for them: each holds what it stands
 * for, signed with the deployment's secret, so that `/r/…` leads only where a mail of ours led and nowhere else.
 */

export interface Tracked {
  organizationId: string;
  salesMessageId: string;
}

export interface TrackedLink extends Tracked {
  url: string;
}

/** 128 bits of the signature: short enough for a mail's text, and too many to guess. */
const signatureLength = 32;
const longestToken = 1500;

/** An address of this deployment that counts the click and leads to `url`, an http(s) address. */
export async function trackedLink(env: Env, { organizationId, salesMessageId, url }: TrackedLink): Promise<string> {
  const base = configOf(env).PUBLIC_URL;
  // What leads into this deployment is kept as a path: mails get shorter, and move with the deployment.
  const target = url.startsWith(`${base}/`) ? url.slice(base.length) : url;
  return `${base}/r/${await signed(env, 'tracked-link', [organizationId, salesMessageId, target])}`;
}

/** The picture of one dot by which an opening is counted. */
export async function openPixel(env: Env, { organizationId, salesMessageId }: Tracked): Promise<string> {
  return `${configOf(env).PUBLIC_URL}/o/${await signed(env, 'open-pixel', [organizationId, salesMessageId])}.gif`;
}

/** What a token of `/r/` stands for; null when it is not one of ours. */
export async function readTrackedLink(env: Env, token: string): Promise<TrackedLink | null> {
  const [organizationId, salesMessageId, target] = (await opened(env, 'tracked-link', token)) ?? [];
  if (!organizationId || !salesMessageId || !target) return null;
  const url = target.startsWith('/') ? `${configOf(env).PUBLIC_URL}${target}` : target;
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? { organizationId, salesMessageId, url } : null;
}

export async function readOpenPixel(env: Env, token: string): Promise<Tracked | null> {
  const [organizationId, salesMessageId] = (await opened(env, 'open-pixel', token)) ?? [];
  return organizationId && salesMessageId ? { organizationId, salesMessageId } : null;
}

async function signed(env: Env, purpose: string, parts: string[]): Promise<string> {
  const named = encoded(parts.join('\n'));
  return `${named}.${await signatureOf(env, purpose, named)}`;
}

async function opened(env: Env, purpose: string, token: string): Promise<string[] | null> {
  const match = token.length <= longestToken ? /^([\w-]+)\.([0-9a-f]+)$/.exec(token) : null;
  const [, named = '', signature = ''] = match ?? [];
  if (named === '' || !sameText(await signatureOf(env, purpose, named), signature)) return null;
  return decodedText(named).split('\n');
}

async function signatureOf(env: Env, purpose: string, named: string): Promise<string> {
  return (await mac(configOf(env).AUTH_SECRET, purpose, named)).slice(0, signatureLength);
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
