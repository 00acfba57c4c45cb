/**
 * Headers of every answer. Pages get a policy under which no inline script or style runs and nothing is loaded from
 * elsewhere; `scripts/build.mjs` writes the same policy to `_headers` for the files that the platform serves itself.
 */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self' blob: data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "manifest-src 'self'",
].join('; ');

const always: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'cross-origin-opener-policy': 'same-origin',
};

/** Sets what the answer has not set itself. */
export function secure(headers: Headers, isHttps: boolean): void {
  for (const [name, value] of Object.entries(always)) if (!headers.has(name)) headers.set(name, value);
  if (isHttps && !headers.has('strict-transport-security')) headers.set('strict-transport-security', 'max-age=31536000');
  if (headers.has('content-security-policy')) return;
  const isPage = headers.get('content-type')?.startsWith('text/html') ?? false;
  headers.set('content-security-policy', isPage ? pagePolicy : "default-src 'none'; frame-ancestors 'none'");
}
