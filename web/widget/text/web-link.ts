/** Pure. The address in normal form when it is absolute http(s) without credentials, otherwise null. */
export function webLink(address: string | undefined): string | null {
  if (!address || !URL.canParse(address)) return null;
  const url = new URL(address);
  return (url.protocol === 'https:' || url.protocol === 'http:') && !url.username && !url.password ? url.href : null;
}
