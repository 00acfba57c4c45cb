import type { CommandView } from '../../../../worker/contract/work';

/** The effects of an approval that can still be taken back; null when one of them cannot, or none is there. Pure. */
export function undoable(commands: CommandView[], approvalId: string, now: number): CommandView | null {
  const own = commands.filter((command) => command.approvalId === approvalId);
  const open = (command: CommandView) => command.state === 'authorised' && command.undoUntil !== null && command.undoUntil > now;
  return own.every(open) ? (own[0] ?? null) : null;
}
