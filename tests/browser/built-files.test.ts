import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pagePolicy } from '../../worker/http/security-headers';

/** What the platform serves by itself: the files of the last build. */
const built = 'dist/web';
const scripts = globSync(`${built}/**/*.js`);
const pages = globSync(`${built}/**/*.html`);

describe('the files that are served', () => {
  it('are there', () => {
    expect(existsSync(`${built}/index.html`)).toBe(true);
    expect(scripts.length).toBeGreaterThan(3);
  });

  it('come under the policy of pages, which lets no inline script or style run', () => {
    const headers = readFileSync(`${built}/_headers`, 'utf8');
    expect(headers).toContain(`Content-Security-Policy: ${pagePolicy}`);
    expect(pagePolicy).not.toMatch(/unsafe|https?:|\*/);
    for (const page of pages) {
      const html = readFileSync(page, 'utf8');
      expect(html, page).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>|<style|\sstyle=|\son\w+=|javascript:/i);
    }
  });

  it('hold no name of a secret, no key, and nothing that makes code of text', () => {
    const secrets =
      /AUTH_SECRET|RESEND_API_KEY|RESEND_WEBHOOK_SECRET|STRIPE_SECRET_KEY|STRIPE_WEBHOOK_SECRET|OPENAI_API_KEY|OWNER_EMAIL|sk_live_|sk_test_|whsec_[A-Za-z0-9]|evk_[A-Za-z0-9_-]{20}/;
    for (const script of scripts) {
      const text = readFileSync(script, 'utf8');
      expect(text.match(secrets)?.[0], script).toBeUndefined();
      expect(text.match(/\beval\(|new Function\(|document\.write\(|\.insertAdjacentHTML\(/)?.[0], script).toBeUndefined();
    }
  });

  it('hold no source maps, which would show the sources', () => {
    expect(globSync(`${built}/**/*.map`)).toEqual([]);
  });
});
