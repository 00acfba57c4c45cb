/** What an outbound effect is for. */
export const commandPurposes = ['service', 'ticket', 'refund', 'reminder', 'outreach', 'campaign'] as const;
export type CommandPurpose = (typeof commandPurposes)[number];

/** Nobody asked for these: frequency caps, quiet hours, replies and company stops hold for them. */
export const unaskedPurposes = ['outreach', 'campaign'] as const satisfies CommandPurpose[];

export function isUnasked(purpose: CommandPurpose): boolean {
  return unaskedPurposes.some((one) => one === purpose);
}
