import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

const port = 4125;
const state = mkdtempSync(join(tmpdir(), 'eventos-passkey-'));
let server: ChildProcess;
let browser: Browser;
let ready: { url: string; signInLink: string };

beforeAll(async () => {
  server = spawn(process.execPath, ['scripts/start.mjs', '--port', String(port), '--state', state, '--json', '--no-seed'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!server.stdout) throw new Error('the server has no output');
  for await (const line of createInterface({ input: server.stdout })) {
    ready = JSON.parse(line);
    break;
  }
  browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
});

afterAll(async () => {
  await browser?.close();
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
  rmSync(state, { recursive: true, force: true });
});

it('a person signs in by the printed link, adds a passkey, signs out, and comes back with the passkey alone', async () => {
  const page = await (await browser.newContext()).newPage();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto(ready.signInLink);
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.waitForFunction(async () => (await fetch('/api/v1/me')).status === 200);

  const registered = await page.evaluate(async () => {
    const options = await (await fetch('/api/auth/passkey/generate-register-options')).json();
    const credential = await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
    const answer = await fetch('/api/auth/passkey/verify-registration', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ response: (credential as PublicKeyCredential).toJSON(), name: 'Test' }),
    });
    return [answer.status, await answer.text()];
  });
  expect(registered[0], String(registered[1])).toBe(200);
  expect(await page.evaluate(async () => (await fetch('/api/auth/sign-out', { method: 'POST' })).status)).toBe(200);
  expect(await page.evaluate(async () => (await fetch('/api/v1/me')).status)).toBe(401);

  const back = await page.evaluate(async () => {
    const options = await (await fetch('/api/auth/passkey/generate-authenticate-options')).json();
    const credential = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    const answer = await fetch('/api/auth/passkey/verify-authentication', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ response: (credential as PublicKeyCredential).toJSON() }),
    });
    return [answer.status, await answer.text(), (await fetch('/api/v1/me')).status];
  });
  expect([back[0], back[2]], String(back[1])).toEqual([200, 200]);
  expect(back[1]).not.toContain('token');
});
