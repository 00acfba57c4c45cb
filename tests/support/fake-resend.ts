import { contractErrors } from './contracts';
import { answerJson, type Fault, type Loopback, listen, misbehave, type Received } from './loopback';

export interface FakeResend extends Loopback {
  /** Mails that really went out, by id. */
  sent: Map<string, { key: string; body: Record<string, unknown> }>;
  requests: Received[];
  /** What was wrong with any request; a test looks at it last. */
  complaints: string[];
  /** The next call goes wrong like this. */
  fail(fault: Fault): void;
}

/** Resend on loopback: checks every request against the vendor's schema and honours idempotency keys as Resend does. */
export async function startFakeResend(apiKey: string): Promise<FakeResend> {
  const faults: Fault[] = [];
  const sent: FakeResend['sent'] = new Map();
  const byKey = new Map<string, { body: string; id: string }>();
  const requests: Received[] = [];
  const complaints: string[] = [];

  const server = await listen((request, response) => {
    requests.push(request);
    if (request.method !== 'POST' || request.path !== '/emails') {
      complaints.push(`unexpected ${request.method} ${request.path}`);
      return answerJson(response, 404, { statusCode: 404, name: 'not_found', message: 'Not found' });
    }
    const fault = faults.shift();
    if (fault?.when === 'before') return misbehave(fault, response);
    if (request.headers.authorization !== `Bearer ${apiKey}`)
      return answerJson(response, 403, { statusCode: 403, name: 'invalid_api_key', message: 'API key is invalid' });
    const body = JSON.parse(request.body) as Record<string, unknown>;
    complaints.push(...contractErrors('resend', 'SendEmailRequest', body));
    const key = request.headers['idempotency-key'] ?? '';
    if (key.length < 1 || key.length > 256) complaints.push('the idempotency key has a wrong length');
    const known = byKey.get(key);
    if (known && known.body !== request.body)
      return answerJson(response, 409, { statusCode: 409, name: 'invalid_idempotent_request', message: 'Used with another payload' });
    const id = known?.id ?? `mail-${sent.size + 1}`;
    byKey.set(key, { body: request.body, id });
    if (!known) sent.set(id, { key, body });
    if (fault) return misbehave(fault, response);
    answerJson(response, 200, { id });
  });
  return { ...server, sent, requests, complaints, fail: (fault) => faults.push(fault) };
}
