import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const outDir = fileURLToPath(new URL('./dist/web', import.meta.url));

/** The widget is built into the same folder, so only what the console wrote is removed before a build. */
function removeOwnOutput(): Plugin {
  return {
    name: 'remove-own-output',
    apply: 'build',
    buildStart() {
      for (const path of ['assets', 'index.html']) rmSync(`${outDir}/${path}`, { recursive: true, force: true });
    },
  };
}

export default defineConfig({
  root: fileURLToPath(new URL('./web/console', import.meta.url)),
  base: '/',
  plugins: [react(), removeOwnOutput()],
  build: {
    outDir,
    emptyOutDir: false,
    cssCodeSplit: false,
    // The content security policy allows files of this origin only, so nothing becomes a data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
  },
});
