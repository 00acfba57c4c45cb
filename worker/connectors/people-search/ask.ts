import type { z } from 'zod';
import { AppError } from '../../core/errors';
import type { FoundPerson } from '../../ports/people-search';
import { exchange, exchangeLimits, type Fetcher, jsonOf } from '../exchange';

export interface PeopleService {
  apiKey: string;
  baseUrl: string;
  fetcher: Fetcher;
}

/** So many people of a company are looked at. */
export const mostPeople = 10;
const timeoutMs = 8_000;

/** One read of a people-search service; null where it says that it has nothing. Nothing is changed by it, so it is safe to repeat. */
export async function ask<T>(
  service: { name: string; variable: string; fetcher: Fetcher },
  url: string,
  init: RequestInit,
  shape: z.ZodType<T>,
): Promise<T | null> {
  const answer = await exchange(service.fetcher, url, init, { ...exchangeLimits, timeoutMs });
  if (answer.kind === 'silence') throw upstream(service.name, answer.reason);
  if (answer.status === 404) return null;
  if (answer.status === 401 || answer.status === 403)
    throw new AppError(
      'misconfigured',
      `${service.name} refuses the key in ${service.variable}, or the plan does not include this search.`,
    );
  if (answer.status === 429 || answer.status === 402) throw upstream(service.name, 'its limit of searches is reached');
  if (answer.status !== 200 || answer.cut) throw upstream(service.name, `it answered ${answer.status}`);
  const parsed = shape.safeParse(jsonOf(answer.text));
  if (!parsed.success) throw upstream(service.name, 'its answer does not have the shape that it should');
  return parsed.data;
}

function upstream(name: string, why: string): AppError {
  return new AppError('upstream', `${name} could not be asked: ${why}. Try again later, or add people by hand.`, { retry: 'later' });
}

/** What a service said of a person, made whole: without a name nobody is anybody. */
export function person(
  source: string,
  of: { name: string; email?: string | null | undefined; title?: string | null | undefined; linkedinUrl?: string | null | undefined },
): FoundPerson[] {
  const name = oneLine(of.name, 200);
  if (name === '') return [];
  const email = (of.email ?? '').trim().toLowerCase();
  return [
    {
      name,
      email: /^[^\s@<>]{1,64}@[^\s@<>]{1,190}$/.test(email) ? email : '',
      title: oneLine(of.title ?? '', 200),
      linkedinUrl: linkedinAddress(of.linkedinUrl ?? ''),
      source,
      basis: '',
    },
  ];
}

const oneLine = (text: string, longest: number) =>
  text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, longest);

/** Services leave the scheme out, or write http. Anything but an address at LinkedIn is nothing. */
function linkedinAddress(value: string): string {
  const bare = value.trim().replace(/^https?:\/\//i, '');
  return /^(?:[a-z]{2,3}\.)?linkedin\.com\/[\w/%.-]{1,300}$/i.test(bare) ? `https://${bare}` : '';
}
