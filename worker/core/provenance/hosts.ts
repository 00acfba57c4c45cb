/**
 * The host that a link leads to, as browsers read it (WHATWG URL): lower case, Punycode, without user, port and trailing
 * dot; numbers in any notation as an address. Null when there is none.
 */
export function hostOf(link: string): string | null {
  const cleaned = link
    .replace(/^hxxp/i, 'http')
    .replace(/\\/g, '/')
    .replace(/[.,;:!?'’”)\]]+$/u, '');
  const [, scheme = 'https:'] = /^([a-z]+:)/i.exec(cleaned) ?? [];
  const isScheme = /^(?:https?|ftps?|wss?):$/i.test(scheme);
  const rest = (isScheme ? cleaned.replace(/^[a-z]+:/i, '') : cleaned).replace(/^\/+/, '');
  if (rest === '') return null;
  const url = `https://${rest}`;
  if (!URL.canParse(url)) return rest.split(/[/?#]/)[0]?.toLowerCase() || null;
  return new URL(url).hostname.replace(/\.$/, '') || null;
}

export function isForeignHost(host: string, allowed: readonly string[]): boolean {
  const own = host.replace(/^www\./, '');
  return !allowed.some((entry) => {
    const pattern = entry.trim().toLowerCase().replace(/\.$/, '');
    if (pattern.startsWith('*.')) return own.endsWith(pattern.slice(1)) || own === pattern.slice(2);
    return own === pattern.replace(/^www\./, '');
  });
}

/** The host of an address that an organizer entered, or null when it has none. */
export function hostIn(address: string | null | undefined): string | null {
  if (!address) return null;
  return URL.canParse(address) ? new URL(address).hostname.toLowerCase() || null : null;
}

export function domainOf(mailAddress: string): string {
  return mailAddress.slice(mailAddress.lastIndexOf('@') + 1).toLowerCase();
}
