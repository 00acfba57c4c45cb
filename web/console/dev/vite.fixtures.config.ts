import { fileURLToPath } from 'node:url';
import { defineConfig, mergeConfig } from 'vite';
import base from '../../../vite.console.config';
import { fixtures } from './fixtures';

/** `vite -c web/console/dev/vite.fixtures.config.ts`: the console on invented data. `vite preview` serves the built one the same way. */
export default mergeConfig(
  base,
  defineConfig({
    plugins: [fixtures()],
    cacheDir: fileURLToPath(new URL('../../../node_modules/.vite-console-fixtures', import.meta.url)),
    server: { port: 4150, strictPort: true, hmr: false },
    preview: { port: 4151, strictPort: true },
  }),
);
