import { type FormEvent, useId, useState } from 'react';
import type { Approval } from '../../../../worker/contract/work';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { CheckField, TextArea, TextField } from '../../ui/field';
import { draftOf, editedInput } from './edit-input';

interface Closing {
  onClose: () => void;
}

export function RejectDialog({ count, onReject, onClose }: Closing & { count: number; onReject: (reason: string) => void }) {
  const form = useId();
  const [reason, setReason] = useState('');
  return (
    <Dialog
      title={count === 1 ? 'Reject this action' : `Reject ${count} actions`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Keep it waiting</Button>
          <Button type="submit" form={form} look="danger">
            Reject
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          onReject(reason.trim());
        }}
      >
        <TextArea
          label="Reason (optional)"
          hint="The agent and your colleagues see it."
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          autoFocus
        />
      </form>
    </Dialog>
  );
}

export function EditDialog({
  approval,
  onApprove,
  onClose,
}: Closing & { approval: Approval; onApprove: (input: Record<string, unknown>) => void }) {
  const form = useId();
  const storageKey = `eventos.draft.${approval.id}.${approval.version}`;
  const [drafts, setDrafts] = useState<Record<string, string>>(() => readDrafts(storageKey));
  const [problems, setProblems] = useState<Record<string, string>>({});
  const change = (field: string, text: string) => {
    const next = { ...drafts, [field]: text };
    setDrafts(next);
    sessionStorage.setItem(storageKey, JSON.stringify(next));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const edited = editedInput(approval, drafts);
    setProblems(edited.problems);
    if (Object.keys(edited.problems).length > 0) return;
    sessionStorage.removeItem(storageKey);
    onApprove(edited.input);
  };
  return (
    <Dialog
      title={`Edit: ${approval.preview.title}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} look="primary">
            Approve as edited
          </Button>
        </>
      }
    >
      <form id={form} className="stack" onSubmit={submit}>
        <p className="muted">Only these fields can be changed. The same rules are checked again.</p>
        {approval.editable.map((field, index) => {
          const shared = {
            label: field.label,
            value: drafts[field.field] ?? draftOf(approval, field),
            error: problems[field.field],
            autoFocus: index === 0,
          };
          return field.kind === 'multiline' ? (
            <TextArea key={field.field} {...shared} rows={8} onChange={(event) => change(field.field, event.target.value)} />
          ) : (
            <TextField
              key={field.field}
              {...shared}
              inputMode={field.kind === 'text' ? 'text' : 'decimal'}
              onChange={(event) => change(field.field, event.target.value)}
            />
          );
        })}
      </form>
    </Dialog>
  );
}

const shortcuts: [string, string][] = [
  ['j / k', 'Next, previous'],
  ['a', 'Approve'],
  ['e', 'Edit and approve'],
  ['r', 'Reject'],
  ['x', 'Select for several'],
  ['u', 'Take the last approval back, while that is possible'],
  ['?', 'This help'],
];

export function ShortcutHelp({ enabled, onToggle, onClose }: Closing & { enabled: boolean; onToggle: (enabled: boolean) => void }) {
  return (
    <Dialog title="Keyboard" onClose={onClose}>
      <dl className="shortcuts">
        {shortcuts.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <CheckField
        label="Use these single-key shortcuts on this device"
        checked={enabled}
        onChange={(event) => onToggle(event.target.checked)}
      />
    </Dialog>
  );
}

function readDrafts(key: string): Record<string, string> {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}');
  } catch {
    return {};
  }
}
