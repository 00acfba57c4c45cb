import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

export interface Call {
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** One HTTP call over a kept-alive connection. Returns the parsed JSON; throws on every status but 200. */
export async function call<T>(url: string, { method = 'POST', headers = {}, body }: Call = {}): Promise<T> {
  return fromJson<T>((await exchange(url, method, headers, body)).text);
}

export function exchange(
  url: string,
  method: string,
  headers: Record<string, string>,
  body?: unknown,
): Promise<{ text: string; cookies: string[] }> {
  const isFile = body instanceof Uint8Array;
  const bytes = body === undefined ? undefined : isFile ? body : Buffer.from(JSON.stringify(body));
  const type: Record<string, string> = bytes && !isFile ? { 'content-type': 'application/json' } : {};
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      { method, agent, headers: { ...type, ...(bytes ? { 'content-length': `${bytes.length}` } : {}), ...headers } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          if (answer.statusCode === 200)
            resolve({ text, cookies: (answer.headers['set-cookie'] ?? []).map((line) => line.split(';')[0] ?? '') });
          else reject(new Error(`${method} ${new URL(url).pathname}: ${answer.statusCode} ${text.slice(0, 300)}`));
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(bytes);
  });
}

/** The caller names the shape that the contract gives this answer. */
function fromJson<T>(text: string): T {
  return JSON.parse(text) as T;
}

/** A connection address of its own, so that the limits per connection measure nothing here. */
export function connectionAddress(n: number): string {
  return `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;
}

export function closeConnections(): void {
  agent.destroy();
}
