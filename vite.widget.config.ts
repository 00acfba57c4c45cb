import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

/** Any site may load the widget: chunks are modules, which a browser fetches with CORS. Their names carry a hash, so they never change. */
const headers = `/widget.js
  Access-Control-Allow-Origin: *
  Cross-Origin-Resource-Policy: cross-origin
  Cache-Control: public, max-age=300

/widget/*
  Access-Control-Allow-Origin: *
  Cross-Origin-Resource-Policy: cross-origin
  Cache-Control: public, max-age=31536000, immutable
`;

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

/** Takes away the chunks of earlier builds, and adds the widget's rules to the `_headers` of the static assets, beside those of others. */
function widgetAssets(): Plugin {
  return {
    name: 'widget-assets',
    renderStart({ dir }) {
      rmSync(join(dir ?? 'dist/web', 'widget'), { recursive: true, force: true });
    },
    writeBundle({ dir }) {
      const file = join(dir ?? 'dist/web', '_headers');
      const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
      if (!before.includes(headers)) writeFileSync(file, [before.trimEnd(), headers].filter(Boolean).join('\n\n'));
    },
  };
}

export default defineConfig({
  publicDir: false,
  plugins: [classicEntry(), widgetAssets()],
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
