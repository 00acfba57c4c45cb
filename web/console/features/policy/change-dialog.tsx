import { type FormEvent, useEffect, useId, useState } from 'react';
import { Link } from 'wouter';
import type { CurrentPolicy, PolicyPreview } from '../../../../worker/contract/policies';
import { formatCount, wordsOf } from '../../lib/format';
import { useWrite } from '../../lib/query';
import { useEvent, useEventPath } from '../../lib/session';
import { usePersonName } from '../../lib/use-person-name';
import { Facts, Notice } from '../../ui/bits';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/field';
import { Problem, Skeleton } from '../../ui/states';
import { useToast } from '../../ui/toast';
import { pathText, scopeText, settingText } from './policy-words';

/** What is read again once another policy is in force. */
const touched = [
  'GET /events/{eventId}/policies',
  'GET /events/{eventId}/policies/{scope}/versions',
  'GET /events/{eventId}/agents',
  'GET /events/{eventId}/approvals',
  'GET /events/{eventId}/budgets',
  'GET /events/{eventId}/autonomy',
] as const;

interface Props {
  current: CurrentPolicy;
  body: Record<string, unknown>;
  /** The earlier version to go back to; a new draft without it. */
  backTo?: number;
  onProblems?: (problems: PolicyPreview['problems']) => void;
  onClose: () => void;
}

/** What a change would change, before it does; a note says why. */
export function ChangeDialog({ current, body, backTo, onProblems, onClose }: Props) {
  const { id: eventId } = useEvent();
  const toast = useToast();
  const form = useId();
  const [note, setNote] = useState('');
  const { scope } = current;
  const preview = useWrite('POST /events/{eventId}/policies/{scope}/preview');
  const put = useWrite('PUT /events/{eventId}/policies/{scope}', [...touched]);
  const rollBack = useWrite('POST /events/{eventId}/policies/{scope}/rollback', [...touched]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one look at what the dialog was opened with
  useEffect(() => {
    preview.mutate({ params: { eventId, scope }, body: { body } }, { onSuccess: ({ problems }) => onProblems?.(problems) });
  }, []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (put.isPending || rollBack.isPending) return;
    const params = { eventId, scope };
    const why = note.trim();
    const written =
      backTo === undefined
        ? put.mutateAsync({ params, body: { body, note: why, version: current.version } })
        : rollBack.mutateAsync({ params, body: { version: backTo, note: why } });
    // By then the page shows the new version, and this dialog has gone with the old one.
    if (!(await written.catch(() => null))) return;
    toast(`${scopeText(scope)}: in force`);
    onClose();
  };
  const found = preview.data;
  const possible = found && found.problems.length === 0 && found.changes.length > 0;
  return (
    <Dialog
      wide
      title={backTo === undefined ? `Change the policy: ${scopeText(scope)}` : `Back to version ${backTo}: ${scopeText(scope)}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={form}
            look="primary"
            busy={put.isPending || rollBack.isPending}
            disabled={!possible || note.trim() === ''}
          >
            Put in force
          </Button>
        </>
      }
    >
      {!found && !preview.error && <Skeleton rows={3} />}
      <Problem error={preview.error} />
      {found && <Preview found={found} />}
      {possible && (
        <form id={form} onSubmit={submit}>
          <TextField
            label="Why"
            hint="Stays in the history."
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            required
          />
        </form>
      )}
      <Problem error={put.error ?? rollBack.error} />
    </Dialog>
  );
}

function Preview({ found }: { found: PolicyPreview }) {
  const event = useEvent();
  const path = useEventPath();
  const nameOf = usePersonName();
  const names = { currency: event.currency, nameOf };
  if (found.problems.length > 0) {
    return (
      <Notice tone="bad" icon="alert">
        <strong>This cannot be put in force.</strong>
        <ul>
          {found.problems.map((problem) => (
            <li key={problem.path}>
              {pathText(problem.path)}: {problem.message}
            </li>
          ))}
        </ul>
      </Notice>
    );
  }
  if (found.changes.length === 0) return <p className="muted">Nothing is different from what is in force.</p>;
  return (
    <>
      <Facts
        rows={found.changes.map(({ path: at, from, to }) => [
          pathText(at),
          <span key={at} className="change">
            <del>{settingText(at, from, names)}</del> <ins>{settingText(at, to, names)}</ins>
          </span>,
        ])}
      />
      <h3>Proposals that wait</h3>
      {found.pending.length === 0 ? (
        <p className="muted">
          {found.judged === 0 ? 'None waits.' : `${formatCount(found.judged, 'proposal')} judged again; none would be judged otherwise.`}
        </p>
      ) : (
        <ul className="rows rows-tight">
          {found.pending.map(({ approvalId, title, before, after }) => (
            <li key={approvalId}>
              <Link to={path(`/approvals/${approvalId}`)} className="row-link change">
                <span className="row-main">
                  <strong>{title}</strong>
                  <span>
                    <del>{`${wordsOf(before.kind)} (${wordsOf(before.rule)})`}</del>{' '}
                    <ins>{`${wordsOf(after.kind)} (${wordsOf(after.rule)})`}</ins>
                  </span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
