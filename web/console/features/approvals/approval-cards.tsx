import { useEffect, useRef, useState } from 'react';
import type { Approval } from '../../../../worker/contract/work';
import { formatCount } from '../../lib/format';
import { useEvent, useSession } from '../../lib/session';
import { useShortcuts } from '../../lib/shortcuts';
import { Button } from '../../ui/button';
import { useToast } from '../../ui/toast';
import { ApprovalCard, type Right } from './approval-card';
import { castText } from './approval-words';
import { EditDialog, RejectDialog, ShortcutHelp } from './decision-dialogs';
import { firstRight, standingOf } from './standing';
import { Undo } from './undo';
import { type Choice, useDecide } from './use-decide';

interface Props {
  approvals: Approval[];
  /** One proposal on a page of its own: nothing to select among. */
  single?: boolean;
  help: boolean;
  setHelp: (open: boolean) => void;
}

const asRight = (right: Right) => (right ? { onBehalfOf: right.id } : {});

/** Decided cards stay until the list is read again, so that nobody's card vanishes under the pointer. */
export function ApprovalCards({ approvals, single = false, help, setHelp }: Props) {
  const event = useEvent();
  const me = useSession();
  const toast = useToast();
  const { decide, decideAll, busy, problems } = useDecide();
  const [currentId, setCurrentId] = useState(single ? (approvals[0]?.id ?? '') : location.hash.slice(1));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [editing, setEditing] = useState<{ approval: Approval; right: Choice } | null>(null);
  const [rejecting, setRejecting] = useState<{ list: Approval[]; right: Choice } | null>(null);
  const arrived = useRef(single ? '' : currentId);

  const pending = approvals.filter((approval) => approval.state === 'pending');
  const open = pending.filter((approval) => standingOf(approval, me.user?.id).rights.length > 0);
  const chosen = open.filter((approval) => selected.has(approval.id));
  const current = open.find((approval) => approval.id === currentId);

  const focus = (id: string) => {
    setCurrentId(id);
    const card = document.getElementById(id);
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest' });
  };
  useEffect(() => {
    if (arrived.current) document.getElementById(arrived.current)?.scrollIntoView();
  }, []);
  const move = (by: number) => {
    const at = pending.findIndex((approval) => approval.id === currentId);
    const next = pending[at === -1 ? (by > 0 ? 0 : pending.length - 1) : Math.min(Math.max(at + by, 0), pending.length - 1)];
    if (next) focus(next.id);
  };
  const run = async (approval: Approval, choice: Choice) => {
    const at = pending.findIndex((other) => other.id === approval.id);
    const next = pending[at + 1] ?? pending[at - 1];
    const decided = await decide(approval, choice);
    if (!decided) return;
    const goesOut = decided.state === 'approved' || decided.state === 'executed';
    toast(
      castText(decided, choice.decision),
      goesOut ? (close) => <Undo event={event} approvalId={approval.id} onOver={close} /> : undefined,
    );
    if (next) focus(next.id);
  };
  const runAll = async (list: Approval[], choice: Choice) => {
    const done = await decideAll(list, choice);
    setSelected(new Set());
    toast(`${formatCount(done, 'action')} ${choice.decision === 'approve' ? 'approved' : 'rejected'}`);
  };
  const select = (id: string, on: boolean) =>
    setSelected((old) => new Set([...old].filter((other) => other !== id).concat(on ? [id] : [])));

  const own = (approval: Approval) => firstRight(approval, me.user?.id);
  const { enabled, setEnabled } = useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    a: () => current && !busy.has(current.id) && run(current, { decision: 'approve', ...own(current) }),
    e: () => current && current.editable.length > 0 && setEditing({ approval: current, right: { decision: 'approve', ...own(current) } }),
    r: () => current && setRejecting({ list: [current], right: { decision: 'reject', ...own(current) } }),
    x: () => current && !single && select(current.id, !selected.has(current.id)),
    u: () => [...document.querySelectorAll<HTMLElement>('.toasts [aria-keyshortcuts="u"]')].at(-1)?.click(),
    '?': () => setHelp(true),
  });

  return (
    <>
      <p className="visually-hidden" role="status">
        {formatCount(pending.length, 'approval')} waiting
      </p>
      {chosen.length > 0 && (
        <div className="selection-bar" role="toolbar" aria-label="Selected actions">
          <strong>{formatCount(chosen.length, 'action')} selected</strong>
          <Button small look="primary" onClick={() => runAll(chosen, { decision: 'approve' })}>
            Approve all
          </Button>
          <Button small look="danger" onClick={() => setRejecting({ list: chosen, right: { decision: 'reject' } })}>
            Reject all
          </Button>
          {chosen.length < open.length && (
            <Button small onClick={() => setSelected(new Set(open.map(({ id }) => id)))}>
              Select all {open.length}
            </Button>
          )}
          <Button small look="quiet" onClick={() => setSelected(new Set())}>
            Clear
          </Button>
        </div>
      )}
      <div className="approvals">
        {approvals.map((approval) => (
          <ApprovalCard
            key={approval.id}
            approval={approval}
            current={!single && approval.id === currentId}
            selected={single ? undefined : selected.has(approval.id)}
            busy={busy.has(approval.id)}
            problem={problems[approval.id]}
            onFocus={() => setCurrentId(approval.id)}
            onSelect={(on) => select(approval.id, on)}
            onApprove={(right) => run(approval, { decision: 'approve', ...asRight(right) })}
            onEdit={(right) => setEditing({ approval, right: { decision: 'approve', ...asRight(right) } })}
            onReject={(right) => setRejecting({ list: [approval], right: { decision: 'reject', ...asRight(right) } })}
          />
        ))}
      </div>
      {editing && (
        <EditDialog
          approval={editing.approval}
          onClose={() => setEditing(null)}
          onApprove={(input) => {
            setEditing(null);
            void run(editing.approval, { ...editing.right, ...(Object.keys(input).length > 0 && { input }) });
          }}
        />
      )}
      {rejecting && (
        <RejectDialog
          count={rejecting.list.length}
          onClose={() => setRejecting(null)}
          onReject={(reason) => {
            setRejecting(null);
            const choice: Choice = { ...rejecting.right, ...(reason && { reason }) };
            const [only] = rejecting.list;
            void (only && rejecting.list.length === 1 ? run(only, choice) : runAll(rejecting.list, choice));
          }}
        />
      )}
      {help && <ShortcutHelp enabled={enabled} onToggle={setEnabled} onClose={() => setHelp(false)} />}
    </>
  );
}
