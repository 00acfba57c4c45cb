import { fileURLToPath } from 'node:url';
import { defineConfig, mergeConfig } from 'vite';
import base from '../../../vite.console.config';
import { fixtures } from './fixtures';

/** `vite -c web/console/dev/vite.fixtures.config.ts`: the console on invented data. `vite build` and `vite preview` do the same with a built one, apart from `dist`. */
export default mergeConfig(
  base,
  defineConfig({
    plugins: [fixtures()],
    cacheDir: fileURLToPath(new URL('../../../node_modules/.vite-console-fixtures', import.meta.url)),
    server: { port: 4150, strictPort: true, hmr: false },
    preview: { port: 4151, strictPort: true },
    build: { outDir: fileURLToPath(new URL('../../../.cache/console', import.meta.url)) },
  }),
);
