import { z } from 'zod';
import { Amount } from '../core/money';

export const AgentName = z.enum(['sales', 'marketing', 'operations', 'support', 'analytics']);
export type AgentName = z.infer<typeof AgentName>;
export const Mode = z.enum(['full_auto', 'assisted', 'review_only']);
export type Mode = z.infer<typeof Mode>;
export const Role = z.enum(['owner', 'organizer', 'viewer']);
export type Role = z.infer<typeof Role>;

/** Milliseconds since 1970, UTC. */
export const Instant = z.number().int();
export const Email = z.email('must be an e-mail address').max(254).toLowerCase();
/** A name or title: one line, at most so many characters. It ends up in headers of mails and in lists. */
export const oneLine = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .refine((value) => !/[\p{Cc}\u2028\u2029]/u.test(value), 'must be one line without control characters');
export const LocalDate = z.iso.date('must be a date, YYYY-MM-DD');
export const LocalDateTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'must be a local date and time, YYYY-MM-DDTHH:MM')
  .refine(isOnCalendar, 'must be a date and time that exist, from 1970 to 2199');
export const TimeZone = z.string().max(60).refine(isTimeZone, 'must be an IANA time zone such as Europe/Berlin');
export const HexColor = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour such as #0a7d5a');
export const Origin = z
  .string()
  .max(255)
  .refine((value) => URL.canParse(value) && new URL(value).origin === value, 'must be an origin such as https://example.org');

function isOnCalendar(value: string): boolean {
  const at = Date.parse(`${value}:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value) && value >= '1970' && value < '2200';
}

/** A bare offset such as `+02:00` knows no daylight saving. */
function isTimeZone(value: string): boolean {
  if (/^[+-]/.test(value)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

export const Preview = z.object({ title: z.string(), lines: z.array(z.tuple([z.string(), z.string()])) });
export type Preview = z.infer<typeof Preview>;
export const Citation = z.object({
  passageId: z.string(),
  pageId: z.string(),
  pageTitle: z.string(),
  quote: z.string(),
  url: z.string().optional(),
});
export type Citation = z.infer<typeof Citation>;
export { Amount };
