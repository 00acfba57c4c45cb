export const orderStates = ['pending', 'paid', 'cancelled', 'expired', 'partially_refunded', 'refunded'] as const;
export type OrderState = (typeof orderStates)[number];

export const ticketStates = ['valid', 'unassigned', 'cancelled', 'refunded', 'checked_in'] as const;
export type TicketState = (typeof ticketStates)[number];
