import { z } from 'zod';
import { Held } from '../contract/privacy';
import { ObjectFound, Person } from './person';

/** Where data lives, as a receipt names it. */
export const places = {
  records: 'records (D1)',
  support: 'memory of the support agent',
  importers: 'memory of the importers',
  vectors: 'vectors',
  queue: 'queue',
  logs: 'logs',
  backups: 'backups',
  services: 'outside services',
} as const;

export const ErasedInObject = ObjectFound.extend({ conversations: z.number() });

/** What an erasure under way has to do, and what it found when it was asked for. */
export const Plan = z.object({ person: Person, planned: z.array(Held) });
export type Plan = z.infer<typeof Plan>;
