/** Calls the product as any program would. Throws with the problem's own words when it refuses. */
export function productApi(url, { apiKey, cookie } = {}) {
  const base = { ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}), ...(cookie ? { cookie, origin: new URL(url).origin } : {}) };
  async function call(method, path, { body, headers, type = 'application/json' } = {}) {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { ...base, ...(body === undefined ? {} : { 'content-type': type }), ...headers },
      body: body === undefined || typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
    });
    const text = await answer.text();
    const value = text.startsWith('{') ? JSON.parse(text) : text;
    if (!answer.ok)
      throw Object.assign(new Error(`${method} ${path}: ${answer.status} ${value.detail ?? text}`), { status: answer.status });
    return { value, cookies: answer.headers.getSetCookie().map((line) => line.split(';')[0]) };
  }
  return {
    get: async (path) => (await call('GET', path)).value,
    post: async (path, body, options) => (await call('POST', path, { body, ...options })).value,
    put: async (path, body, options) => (await call('PUT', path, { body, ...options })).value,
    patch: async (path, body, options) => (await call('PATCH', path, { body, ...options })).value,
    /** Signs in and returns the same API with the session's cookie. */
    async signIn(token) {
      const { cookies } = await call('POST', '/api/auth/sign-in/link', { body: { token }, headers: { origin: new URL(url).origin } });
      return productApi(url, { cookie: cookies.join('; ') });
    },
  };
}
