import { applyD1Migrations, type D1Migration } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { collectError, takeErrors } from './console-errors';

/** A binding that only tests have; see `vitest.config.ts`. */
function migrationsOf(bindings: object): D1Migration[] {
  return (bindings as { TEST_MIGRATIONS: D1Migration[] }).TEST_MIGRATIONS;
}

await applyD1Migrations(env.DB, migrationsOf(env));

beforeEach(() => {
  takeErrors();
  vi.spyOn(console, 'error').mockImplementation((...args: unknown[]) => collectError(args));
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(takeErrors(), 'console.error was called').toEqual([]);
});
