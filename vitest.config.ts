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
            miniflare: { bindings: { TEST_MIGRATIONS: await readD1Migrations('migrations') } },
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
    ],
    experimental: { fsModuleCache: true },
  },
}));
