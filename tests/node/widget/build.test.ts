import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const budget = 20_000;
const folder = mkdtempSync(join(tmpdir(), 'widget-build-'));

beforeAll(() => build({ configFile: 'vite.widget.config.ts', logLevel: 'error', build: { outDir: folder } }).then(() => {}), 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const chunk = (name: string) =>
  join('widget', readdirSync(join(folder, 'widget')).find((file) => file.startsWith(`${name}-`)) ?? `no ${name}`);
const text = (file: string) => readFileSync(join(folder, file), 'utf8');
const zipped = (file: string) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;

describe('what ships', () => {
  test.each(['en', 'de', 'fr', 'es', 'pt'])('everything before the first answer in %s is at most 20 KB gzip', (language) => {
    expect(zipped('widget.js') + zipped(chunk('chat')) + zipped(chunk(language))).toBeLessThanOrEqual(budget);
  });

  test('the loader is a classic script that leaves no names on the page and loads the chat from beside itself', () => {
    expect(text('widget.js')).toMatch(/^\(\(\)=>\{[\s\S]*\}\)\(\);\n$/);
    expect(text('widget.js')).not.toMatch(/\bimport\.meta\b|\bimport\s*[{*"'`]/);
    expect(text('widget.js')).toMatch(/import\(new URL\("widget\/chat-[\w-]+\.js",/);
  });

  test('no chunk loads the loader again', () => {
    for (const file of readdirSync(join(folder, 'widget'))) expect(text(join('widget', file))).not.toContain('widget.js`');
  });

  test('nothing parses data as HTML or code, sets cookies or names another host', () => {
    for (const file of ['widget.js', ...readdirSync(join(folder, 'widget')).map((name) => join('widget', name))]) {
      expect(text(file)).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|\.cookie\b|DOMParser/);
      expect(text(file).match(/https?:\/\/[\w.-]+/g) ?? []).toEqual(
        text(file).includes('www.w3.org/2000/svg') ? ['http://www.w3.org'] : [],
      );
    }
  });
});
