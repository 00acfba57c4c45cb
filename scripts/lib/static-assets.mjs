import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { Response } from 'miniflare';
import { headerRules } from './bundles.mjs';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * What the platform does for static files, for local runs: the file, else the console's page, with the headers of
 * `_headers`. A service of its own instead of Miniflare's asset router, which every request and socket would pass.
 */
export function staticAssets(folder) {
  const held = new Map();

  async function fileAt(path) {
    const file = join(folder, normalize(path));
    if (!file.startsWith(folder)) return null;
    const found = await stat(file).catch(() => null);
    if (!found?.isFile()) return null;
    const known = held.get(file);
    if (known?.mtimeMs === found.mtimeMs) return known;
    const entry = {
      mtimeMs: found.mtimeMs,
      body: await readFile(file),
      type: types[extname(file)] ?? 'application/octet-stream',
      etag: `"${found.size.toString(16)}-${Math.round(found.mtimeMs).toString(16)}"`,
    };
    held.set(file, entry);
    return entry;
  }

  return async (request) => {
    const path = decodeURIComponent(new URL(request.url).pathname);
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } });
    // A page is never asked for with an ending; anything else that is missing is missing.
    const entry = (await fileAt(path === '/' ? '/index.html' : path)) ?? (extname(path) === '' ? await fileAt('/index.html') : null);
    if (!entry) return new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } });
    const headers = new Headers({ 'content-type': entry.type, 'cache-control': 'public, max-age=0, must-revalidate', etag: entry.etag });
    for (const [pattern, lines] of await headerRules()) {
      if (!matches(pattern, path)) continue;
      for (const line of lines) headers.set(line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim());
    }
    if (request.headers.get('if-none-match') === entry.etag) return new Response(null, { status: 304, headers });
    return new Response(request.method === 'HEAD' ? null : entry.body, { headers });
  };
}

function matches(pattern, path) {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}
