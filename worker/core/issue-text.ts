import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** What is wrong with one field, for the person who filled it in: our own message where a schema has one, else the library's in plainer words. */
export function issueText(issue: Issue): string {
  if (!/^(?:Too small|Too big|Invalid input|Invalid URL)\b/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? 'must not be empty'
        : `must ${amount(issue.origin, 'at least', issue.minimum)}`;
    case 'too_big':
      return `must ${amount(issue.origin, 'at most', issue.maximum)}`;
    case 'invalid_type':
      if (issue.message.endsWith('received undefined')) return 'is missing';
      return issue.expected === 'int'
        ? 'must be a whole number'
        : `must be ${/^[aeiou]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`;
    case 'invalid_format':
      return issue.format === 'url' ? 'must be an address such as https://example.org' : issue.message;
    default:
      return issue.message;
  }
}

function amount(origin: string, which: string, limit: number | bigint): string {
  const one = Number(limit) === 1;
  if (origin === 'string') return `have ${which} ${limit} ${one ? 'character' : 'characters'}`;
  if (origin === 'array' || origin === 'set') return `have ${which} ${limit} ${one ? 'entry' : 'entries'}`;
  return `be ${which} ${limit}`;
}
