import { availableParallelism } from 'node:os';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { workerdTests } from './scripts/lib/workerd-tests.mjs';

export default defineConfig(async () => ({
  test: {
    projects: [
      {
        // Nothing that outlives a file: what these tests import holds no state, and what they start they close.
        test: {
          name: 'node',
          include: ['tests/core/**/*.test.ts', 'tests/node/**/*.test.ts'],
          environment: 'node',
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        plugins: [
          workerdTests(),
          cloudflareTest({
            wrangler: { configPath: './wrangler.toml' },
            remoteBindings: false,
            miniflare: {
              bindings: {
                TEST_MIGRATIONS: await readD1Migrations('migrations'),
                AUTH_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
                OWNER_EMAIL: 'owner@example.org',
                ORGANIZATION_NAME: 'Example Events',
                PUBLIC_URL: 'https://events.example.org',
                LOG_LEVEL: 'error',
              },
            },
          }),
        ],
        test: {
          name: 'workerd',
          include: ['tests/workerd/**/*.test.ts'],
          setupFiles: ['./tests/support/setup-workerd.ts'],
          globalSetup: ['./tests/support/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // The built product in real Chromium; `npm test` builds first.
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['./tests/support/build-stages.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 60_000 } },
        },
      },
      {
        // The built product as a process that is killed and started again.
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          environment: 'node',
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
    // Two files at a time also where there are only two processors: those of browsers and products wait a good deal.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // The parts of the tests in workerd are made anew by every run.
    fsModuleCache: false,
    silent: 'passed-only' as const,
  },
}));
