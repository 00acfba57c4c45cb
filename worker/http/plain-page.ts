/** Escapes text for HTML: between tags and in quoted attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** HTML that is safe to send: made from constants and `escaped` text alone. */
export interface PlainPage {
  title: string;
  body: string;
  status?: number;
  /** BCP 47. */
  lang?: string;
  /** Addresses of scripts of this deployment. */
  scripts?: readonly string[];
}

/** A page for people without an account, small and without anything from elsewhere. Its address is its secret: it is told to nobody. */
export function plainPage({ title, body, status = 200, lang = 'en', scripts = [] }: PlainPage): Response {
  const tags = scripts.map((script) => `<script src="${script}" defer></script>`).join('');
  const html = `<!doctype html><html lang="${escaped(lang)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>${escaped(title)}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/plain.css">${tags}</head><body><main>${body}</main></body></html>`;
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; style-src 'self'; img-src data:;${scripts.length > 0 ? " script-src 'self';" : ''} form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
      'referrer-policy': 'no-referrer',
    },
  });
}
