import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The widget is built into the same folder, so only what the console wrote is removed before a build. */
function removeOwnOutput(): Plugin {
  let folder = '';
  return {
    name: 'remove-own-output',
    apply: 'build',
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir);
    },
    buildStart() {
      for (const path of ['assets', 'index.html']) rmSync(`${folder}/${path}`, { recursive: true, force: true });
    },
  };
}

export default defineConfig({
  root: fileURLToPath(new URL('./web/console', import.meta.url)),
  base: '/',
  plugins: [react(), removeOwnOutput()],
  build: {
    outDir: fileURLToPath(new URL('./dist/web', import.meta.url)),
    emptyOutDir: false,
    cssCodeSplit: false,
    // The content security policy allows files of this origin only, so nothing becomes a data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
  },
});
