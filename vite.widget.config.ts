import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

/**
 * `widget.js` is a classic script: its names must not become names of the page, and on a page of another origin a relative
 * `import()` in it has no base address (HTML, "muted errors"), so that chunks are addressed from where the script came from.
 */
function classicEntry(): Plugin {
  const chunkImport = /import\((["'`])\.\/(widget\/[\w.-]+)\1\)/g;
  const base = `(document.currentScript||document.querySelector('script[data-event][src*="widget.js"]'))?.src`;
  return {
    name: 'widget-classic-entry',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !chunk.isEntry) continue;
        const code = chunk.code.trim().replace(chunkImport, 'import(new URL("$2",$base).href)');
        chunk.code = `(()=>{let $base=${base};${code}})();\n`;
      }
    },
  };
}

/** Chunks of earlier builds carry other names; those of the console beside them stay. */
function withoutEarlierChunks(): Plugin {
  return {
    name: 'widget-without-earlier-chunks',
    renderStart({ dir }) {
      rmSync(join(dir ?? 'dist/web', 'widget'), { recursive: true, force: true });
    },
  };
}

export default defineConfig({
  publicDir: false,
  plugins: [classicEntry(), withoutEarlierChunks()],
  build: {
    outDir: 'dist/web',
    emptyOutDir: false,
    target: ['chrome111', 'edge111', 'firefox114', 'safari16.4'],
    modulePreload: false,
    copyPublicDir: false,
    lib: { entry: 'web/widget/loader/main.ts', formats: ['es'] },
    rolldownOptions: {
      output: {
        entryFileNames: 'widget.js',
        chunkFileNames: 'widget/[name]-[hash].js',
        minify: true,
      },
    },
  },
});
