/** Addresses of a name, empty if it has none; null when it could not be looked up. */
export type ResolveName = (name: string) => Promise<string[] | null>;

const endpoint = 'https://cloudflare-dns.com/dns-query';
const timeoutMs = 3_000;

/** Looks a name up by DNS over HTTPS (RFC 8484, in its JSON form), IPv4 and IPv6. */
export const resolveName: ResolveName = async (name) => {
  const answers = await Promise.all(['A', 'AAAA'].map((type) => lookUp(name, type)));
  const found = answers.flatMap((answer) => answer ?? []);
  return answers.some((answer) => answer === null) ? null : found;
};

async function lookUp(name: string, type: string): Promise<string[] | null> {
  try {
    const response = await fetch(`${endpoint}?name=${encodeURIComponent(name)}&type=${type}`, {
      headers: { accept: 'application/dns-json' },
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return null;
    }
    return addressesOf(await response.json());
  } catch {
    // Unreachable or slow: the caller decides what an unknown address means.
    return null;
  }
}

/** Status 0 is an answer, 3 says that there is no such name; types 1 and 28 are addresses, others are aliases on the way. */
function addressesOf(answer: unknown): string[] | null {
  if (typeof answer !== 'object' || answer === null || !('Status' in answer)) return null;
  if (answer.Status === 3) return [];
  if (answer.Status !== 0) return null;
  const records: unknown[] = 'Answer' in answer && Array.isArray(answer.Answer) ? answer.Answer : [];
  return records.flatMap((record) => {
    if (typeof record !== 'object' || record === null || !('type' in record) || !('data' in record)) return [];
    return (record.type === 1 || record.type === 28) && typeof record.data === 'string' ? [record.data] : [];
  });
}
