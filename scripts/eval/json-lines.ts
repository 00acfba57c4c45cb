import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { messageOf } from '../../worker/core/errors';

/** Reads a file of one JSON value a line. Throws an error that names file and line; empty lines are left out. */
export function readJsonLines<T>(file: string, form: z.ZodType<T>): T[] {
  return linesOf(file).map(({ text, line }) => {
    const read = parseLine(text, form);
    if (typeof read === 'string') throw new Error(`${file}, line ${line}: ${read}`);
    return read.value;
  });
}

/** Lines that are not empty, each with its number from 1. */
export function linesOf(file: string): { text: string; line: number }[] {
  return readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((text, i) => ({ text, line: i + 1 }))
    .filter(({ text }) => text.trim() !== '');
}

/** What is wrong with a line, or its value. */
export function parseLine<T>(text: string, form: z.ZodType<T>): string | { value: T } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return `this is not JSON (${messageOf(error)}).`;
  }
  const parsed = form.safeParse(value);
  return parsed.success ? { value: parsed.data } : z.prettifyError(parsed.error).replace(/\s+/g, ' ');
}
