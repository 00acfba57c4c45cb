import type { CommandView } from '../../../../worker/contract/work';
import { formatCount, formatDateTime, wordsOf } from '../../lib/format';
import { useRead } from '../../lib/query';
import { useEvent } from '../../lib/session';
import { commandWords } from '../../ui/words';

type Step = CommandView['transitions'][number];

const isState = (state: string): state is CommandView['state'] => state in commandWords;
const stateText = (state: string) => (isState(state) ? commandWords[state].text : wordsOf(state));

/** Every step of an effect's life and what caused it, oldest first. */
export function CommandLife({ transitions, open }: { transitions: Step[]; open: boolean }) {
  const event = useEvent();
  const causeText = useCauseText();
  if (transitions.length === 0) return null;
  return (
    <details open={open}>
      <summary className="small">{formatCount(transitions.length, 'step')} so far</summary>
      <ol className="timeline small">
        {transitions.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are only added, at the end
          <li key={index}>
            <span>
              <strong>{stateText(step.to)}</strong> <span className="muted">from {stateText(step.from).toLowerCase()}</span>
            </span>
            <span className="muted">
              {formatDateTime(step.at, event.timeZone)}
              {step.attempt > 0 && `, attempt ${step.attempt}`}: {causeText(step.cause)}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Causes name people by their id, so that the log holds no names; here they get them. */
function useCauseText(): (cause: string) => string {
  const members = useRead('GET /members', undefined, { staleTime: 5 * 60_000 });
  const known = members.data?.items ?? [];
  return (cause) => known.reduce((text, member) => text.replaceAll(member.userId, member.name || member.email), cause);
}
