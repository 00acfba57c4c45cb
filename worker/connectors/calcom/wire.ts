import { z } from 'zod';

/** Versions of the two interfaces that are used, as `cal-api-version` wants them. */
export const bookingsVersion = '2024-08-13';
export const slotsVersion = '2024-09-04';

export const SlotsAnswer = z.object({
  status: z.literal('success'),
  data: z.record(z.string(), z.array(z.object({ start: z.string(), end: z.string().optional() }))),
});

export const Booking = z.object({
  uid: z.string().min(1),
  status: z.string(),
  start: z.string(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
});
export type Booking = z.infer<typeof Booking>;
export const BookingAnswer = z.object({ status: z.literal('success'), data: Booking });
export const BookingsAnswer = z.object({ status: z.literal('success'), data: z.array(Booking) });
export const Refusal = z.object({ error: z.object({ message: z.string().optional() }).optional(), message: z.string().optional() });

/** States in which a booking stands. */
export const stands = ({ status }: Booking) => status === 'accepted' || status === 'pending';
