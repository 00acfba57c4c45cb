export type Started =
  | { kind: 'started'; conversationId: string; token: string }
  | { kind: 'limited'; seconds: number }
  | { kind: 'refused' }
  | { kind: 'unreachable' };

export async function startConversation(origin: string, eventId: string, locale: string): Promise<Started> {
  try {
    const response = await fetch(`${origin}/api/v1/widget/${encodeURIComponent(eventId)}/conversations`, {
      method: 'POST',
      credentials: 'omit',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ locale }),
      signal: AbortSignal.timeout(15_000),
    });
    if (response.status === 429) return { kind: 'limited', seconds: Number(response.headers.get('retry-after')) || 10 };
    if (response.status >= 500) return { kind: 'unreachable' };
    const body: unknown = await response.json();
    if (response.ok && hasKeys(body)) return { kind: 'started', conversationId: body.conversationId, token: body.token };
    return { kind: 'refused' };
  } catch {
    return { kind: 'unreachable' };
  }
}

function hasKeys(body: unknown): body is { conversationId: string; token: string } {
  const keys = body as { conversationId?: unknown; token?: unknown } | null;
  return typeof keys?.conversationId === 'string' && typeof keys.token === 'string';
}
