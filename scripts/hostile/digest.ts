import { createHash } from 'node:crypto';

export async function digest(text: string): Promise<string> {
  return createHash('sha256').update(text).digest('hex');
}
