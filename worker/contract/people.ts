import { z } from 'zod';
import { Email, Instant, oneLine, Role } from './common';
import { Done, type Endpoints } from './endpoint';

export const Me = z.object({
  user: z.object({ id: z.string(), email: z.string(), name: z.string() }).nullable(),
  organization: z.object({ id: z.string(), name: z.string() }),
  organizations: z.array(z.object({ id: z.string(), name: z.string(), role: Role })),
  role: Role,
  via: z.enum(['session', 'api_key']),
  /** Which outside services are real here and which are stand-ins. */
  services: z.record(z.string(), z.enum(['real', 'stand-in'])),
});
export type Me = z.infer<typeof Me>;
export const Member = z.object({ id: z.string(), userId: z.string(), email: z.string(), name: z.string(), role: Role, since: Instant });
export type Member = z.infer<typeof Member>;
export const Invitation = z.object({ id: z.string(), email: z.string(), role: Role, expiresAt: Instant });
export type Invitation = z.infer<typeof Invitation>;
export const ApiKey = z.object({
  id: z.string(),
  name: z.string(),
  start: z.string(),
  role: Role,
  createdAt: Instant,
  lastUsedAt: Instant.nullable(),
});
export type ApiKey = z.infer<typeof ApiKey>;
const IdParams = z.object({ id: z.string().min(1).max(80) });

/** Signing in itself is better-auth's, below `/api/auth`. */
export const peopleEndpoints = {
  'GET /me': { summary: 'Who is calling, in which organization', access: 'viewer', response: Me },
  'PATCH /organization': {
    summary: 'Rename the organization',
    access: 'owner',
    body: z.object({ name: oneLine(120).min(1) }),
    response: Done,
  },
  'POST /organization/switch': {
    summary: 'Work in another organization of the signed-in person',
    access: 'viewer',
    body: z.object({ organizationId: z.string().max(80) }),
    response: Done,
  },
  'GET /members': { summary: 'Members', access: 'viewer', response: z.object({ items: z.array(Member) }) },
  'PATCH /members/{id}': { summary: 'Change a role', access: 'owner', params: IdParams, body: z.object({ role: Role }), response: Done },
  'DELETE /members/{id}': { summary: 'Remove a member', access: 'owner', params: IdParams, response: Done },
  'GET /invitations': { summary: 'Open invitations', access: 'organizer', response: z.object({ items: z.array(Invitation) }) },
  'POST /invitations': {
    summary: 'Invite a person by mail',
    access: 'owner',
    body: z.object({ email: Email, role: Role }),
    response: Invitation,
  },
  'DELETE /invitations/{id}': { summary: 'Withdraw an invitation', access: 'owner', params: IdParams, response: Done },
  'GET /api-keys': { summary: 'API keys', access: 'owner', response: z.object({ items: z.array(ApiKey) }) },
  'POST /api-keys': {
    summary: 'Make an API key; it is shown once',
    access: 'owner',
    body: z.object({ name: oneLine(60).min(1), role: z.enum(['organizer', 'viewer']).default('organizer') }),
    response: ApiKey.extend({ key: z.string() }),
  },
  'DELETE /api-keys/{id}': { summary: 'Revoke an API key', access: 'owner', params: IdParams, response: Done },
} satisfies Endpoints;
