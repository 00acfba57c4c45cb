const minuteMs = 60_000;

/**
 * When the next reminder of a proposal is due: the first step of the ladder (minutes after it was made) that lies ahead of
 * `after`, unless it has expired by then. Null when there is none. Pure; milliseconds since 1970 by the event's clock.
 */
export function nextReminder(
  proposal: { createdAt: number; expiresAt: number },
  ladderMinutes: readonly number[],
  after: number,
): number | null {
  const ahead = ladderMinutes
    .map((minutes) => proposal.createdAt + minutes * minuteMs)
    .filter((at) => at > after && at < proposal.expiresAt);
  return ahead.length === 0 ? null : Math.min(...ahead);
}

/** From the third reminder on the owners are reminded, too. `sent` is how many went out before this one. */
export function remindsOwners(sent: number): boolean {
  return sent >= 2;
}
