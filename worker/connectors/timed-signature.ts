import { AppError } from '../core/errors';

const toleranceSeconds = 300;

/**
 * Checks a header `t=…,v1=…`: HMAC-SHA256 in hex over `t.body`, as Stripe and Calendly sign; several `v1` may stand there
 * while a secret is changed. The comparison is WebCrypto's, in constant time. Throws `unauthenticated`.
 */
export async function verifyTimedSignature(body: string, signature: string, secret: string, nowMs: number): Promise<void> {
  const fields = signature.split(',').map((field) => field.split('=', 2) as [string, string | undefined]);
  const stamp = fields.find(([name]) => name.trim() === 't')?.[1] ?? '';
  if (!/^\d{1,12}$/.test(stamp)) throw refused('no time');
  if (Math.abs(nowMs / 1000 - Number(stamp)) > toleranceSeconds) throw refused('too old or ahead of time');
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  const signed = encoder.encode(`${stamp}.${body}`);
  for (const [name, value = ''] of fields.slice(0, 10)) {
    if (name.trim() !== 'v1' || !/^[0-9a-f]{64}$/i.test(value)) continue;
    if (await crypto.subtle.verify('HMAC', key, bytesOf(value), signed)) return;
  }
  throw refused('no signature fits');
}

function refused(reason: string): AppError {
  return new AppError('unauthenticated', 'The signature of this notification is not valid.', { facts: { reason } });
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: hex.length / 2 }, (_, index) => Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16));
}
