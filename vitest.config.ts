import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import agents from 'agents/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig(async () => ({
  test: {
    projects: [
      {
        test: { name: 'node', include: ['tests/core/**/*.test.ts', 'tests/node/**/*.test.ts'], environment: 'node' },
      },
      {
        plugins: [
          agents(),
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
          testTimeout: 30_000,
        },
      },
      {
        // The built product in real Chromium; `npm test` builds first.
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        // The built product as a process that is killed and started again.
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
    // With the cache on disk, each further file in workerd gets the code of all modules in one message, which is over the limit of 32 MB.
    fsModuleCache: false,
  },
}));
