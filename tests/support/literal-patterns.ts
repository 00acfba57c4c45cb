import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';

export interface LiteralPattern {
  file: string;
  line: number;
  source: string;
  flags: string;
}

/** Every regular expression that is written as a literal below these folders. */
export function literalPatterns(folders: readonly string[]): LiteralPattern[] {
  return folders.flatMap(filesBelow).flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const found: LiteralPattern[] = [];
    visit(parseSync(file, text).program, (node) => {
      const { regex, start } = node;
      if (node.type !== 'Literal' || !isPattern(regex)) return;
      found.push({ file, line: text.slice(0, Number(start)).split('\n').length, source: regex.pattern, flags: regex.flags });
    });
    return found;
  });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function isPattern(value: unknown): value is { pattern: string; flags: string } {
  return typeof value === 'object' && value !== null && 'pattern' in value && 'flags' in value;
}

function visit(node: unknown, see: (node: Record<string, unknown>) => void): void {
  if (Array.isArray(node)) for (const one of node) visit(one, see);
  else if (typeof node === 'object' && node !== null) {
    const record = node as Record<string, unknown>;
    see(record);
    for (const [name, value] of Object.entries(record)) if (name !== 'regex' && name !== 'value') visit(value, see);
  }
}

/** Texts on which patterns with two ways to read the same characters take forever. */
export function trickyTexts(length: number): [string, string][] {
  const parts =
    'a|A|0| |\t|\n| \r\n|-|*|#|[|](|"|/|word |http://a|1,|&a|_a|`|ab |<|<a |=|a=|(|)|a\'|a@|@a|a.|.a|:|,|hi |no |please |é|ß|!a|{|{#|~|+|%|x1|1x|--|- |==|> |\\|a|%2f'
      .split(/(?<!\\)\|/)
      .map((part) => part.replace('\\|', '|'));
  return parts.flatMap((part) => {
    const body = part.repeat(Math.ceil(length / part.length)).slice(0, length);
    return [body, `${body}!`, `${body}x`, `x${body}\u0000`].map((text): [string, string] => [part, text]);
  });
}
