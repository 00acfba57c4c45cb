import { z } from 'zod';
import { Instant } from './common';
import { Done, type Endpoints } from './endpoint';
import { PersonRef } from './work';

/** Somebody decides on proposals for somebody else for a while, such as a holiday. */
export const Delegation = z.object({
  id: z.string(),
  from: PersonRef,
  to: PersonRef,
  startsAt: Instant,
  endsAt: Instant,
  createdBy: PersonRef,
  createdAt: Instant,
  state: z.enum(['upcoming', 'active', 'ended', 'revoked']),
});
export type Delegation = z.infer<typeof Delegation>;

export const delegationsEndpoints = {
  'GET /delegations': {
    summary: 'Who decides for whom, latest first',
    access: 'viewer',
    response: z.object({ items: z.array(Delegation) }),
  },
  'POST /delegations': {
    summary: 'Let another member decide on proposals for you for a while; an owner may arrange it for others',
    access: 'organizer',
    body: z.object({
      /** User id of who is away; the caller by default. */
      from: z.string().min(1).max(60).optional(),
      /** User id of who decides meanwhile: an organizer or owner. */
      to: z.string().min(1).max(60),
      startsAt: Instant,
      endsAt: Instant,
    }),
    response: Delegation,
  },
  'DELETE /delegations/{id}': {
    summary: 'End a delegation now; what was decided under it stays',
    access: 'organizer',
    params: z.object({ id: z.string().min(1).max(60) }),
    response: Done,
  },
} satisfies Endpoints;
