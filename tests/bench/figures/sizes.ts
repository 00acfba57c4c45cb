import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildBundles, webFolder, workerBundle } from '../../../scripts/lib/bundles.mjs';
import { report } from '../report';
import type { Stage } from '../stage';

/** Gzip (level 9) of what is downloaded and deployed, file by file as it travels. */
export async function bundleSizes(stage: Stage): Promise<void> {
  const startedAt = performance.now();
  const built = await buildBundles();
  if (built.length > 0) stage.notice(`built ${built.join(', ')} in ${Math.round(performance.now() - startedAt)} ms`);
  const page = readFileSync(join(webFolder, 'index.html'), 'utf8');
  const firstScripts = [...page.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, path = '']) => join(webFolder, path));
  const chat = widgetFiles();
  report({ figure: 'widget, all that is downloaded before the first answer', unit: 'bytes gzip', ours: gzipped(chat.firstAnswer) });
  report({ figure: 'widget, with its forms', unit: 'bytes gzip', ours: gzipped([...chat.firstAnswer, ...chat.later]) });
  report({ figure: 'console, JavaScript of the first load', unit: 'bytes gzip', ours: gzipped(withStaticImports(firstScripts)) });
  report({ figure: 'worker bundle', unit: 'bytes gzip', ours: gzipped([workerBundle]) });
}

/** The loader, the chat and the texts of one language, the longest ones; forms come when they are needed. */
function widgetFiles(): { firstAnswer: string[]; later: string[] } {
  const folder = join(webFolder, 'widget');
  const names = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const languages = names.filter((name) => /^[a-z]{2}-/.test(name)).map((name) => join(folder, name));
  const largest = languages.toSorted((a, b) => gzipped([b]) - gzipped([a])).slice(0, 1);
  const chat = withStaticImports([
    join(webFolder, 'widget.js'),
    ...names.filter((name) => name.startsWith('chat-')).map((name) => join(folder, name)),
  ]);
  const others = names.map((name) => join(folder, name)).filter((file) => !chat.includes(file) && !languages.includes(file));
  return { firstAnswer: [...chat, ...largest], later: others };
}

/** Files with all that they import at once, and not what they load on demand. */
function withStaticImports(files: readonly string[]): string[] {
  const found = new Set<string>();
  const waiting = [...files];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    const text = readFileSync(file, 'utf8');
    for (const [, path = ''] of text.matchAll(/\b(?:from|import)\s*["'`](\.[^"'`]+\.js)["'`]/g)) waiting.push(join(dirname(file), path));
  }
  return [...found];
}

function gzipped(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
}
