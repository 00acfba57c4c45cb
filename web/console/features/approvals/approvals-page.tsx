import { useEffect, useRef, useState } from 'react';
import type { Approval } from '../../../../worker/contract/work';
import { formatCount } from '../../lib/format';
import { itemsOf, usePages } from '../../lib/query';
import { useEvent, useEventPath, useMay } from '../../lib/session';
import { useShortcuts } from '../../lib/shortcuts';
import { LoadMore, Tabs } from '../../ui/bits';
import { Button } from '../../ui/button';
import { Page } from '../../ui/page';
import { Empty, States } from '../../ui/states';
import { useToast } from '../../ui/toast';
import { ApprovalCard } from './approval-card';
import { DecidedList } from './decided-list';
import { EditDialog, RejectDialog, ShortcutHelp } from './decision-dialogs';
import { type Choice, useDecide } from './use-decide';

export function ApprovalsPage({ view }: { view: 'pending' | 'decided' }) {
  const path = useEventPath();
  const [help, setHelp] = useState(false);
  return (
    <Page
      title="Approvals"
      lead="Actions that wait for a person. What you approve is exactly what is sent."
      actions={
        view === 'pending' && (
          <span className="wide-only">
            <Button small look="quiet" onClick={() => setHelp(true)}>
              Keyboard <kbd>?</kbd>
            </Button>
          </span>
        )
      }
    >
      <Tabs
        label="Approvals"
        current={view}
        items={[
          { key: 'pending', to: path('/approvals'), text: 'Waiting' },
          { key: 'decided', to: path('/approvals/decided'), text: 'Decided' },
        ]}
      />
      {view === 'pending' ? <Pending help={help} setHelp={setHelp} /> : <DecidedList />}
    </Page>
  );
}

function Pending({ help, setHelp }: { help: boolean; setHelp: (open: boolean) => void }) {
  const { id: eventId } = useEvent();
  const query = usePages('GET /events/{eventId}/approvals', { params: { eventId }, query: { state: 'pending' } });
  return (
    <States
      query={query}
      isEmpty={(data) => itemsOf(data).length === 0}
      empty={
        <Empty icon="check" title="Nothing waits for a decision">
          When an agent wants to do something that a rule reserves for people, it appears here at once, in every open browser.
        </Empty>
      }
    >
      {(data) => (
        <>
          <Cards approvals={itemsOf(data)} help={help} setHelp={setHelp} />
          <LoadMore query={query} />
        </>
      )}
    </States>
  );
}

/** Decided cards stay until the list is read again, so that nobody's card vanishes under the pointer. */
function Cards({ approvals, help, setHelp }: { approvals: Approval[]; help: boolean; setHelp: (open: boolean) => void }) {
  const may = useMay('organizer');
  const toast = useToast();
  const { decide, decideAll, busy, problems } = useDecide();
  const [currentId, setCurrentId] = useState(location.hash.slice(1));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [editing, setEditing] = useState<Approval | null>(null);
  const [rejecting, setRejecting] = useState<Approval[] | null>(null);
  const arrived = useRef(currentId);

  const pending = approvals.filter((approval) => approval.state === 'pending');
  const chosen = pending.filter((approval) => selected.has(approval.id));
  const current = pending.find((approval) => approval.id === currentId);

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
    const done = await decide(approval, choice);
    if (!done) return;
    toast(`${choice.decision === 'approve' ? 'Approved' : 'Rejected'}: ${approval.preview.title}`);
    if (next) focus(next.id);
  };
  const runAll = async (list: Approval[], choice: Choice) => {
    const done = await decideAll(list, choice);
    setSelected(new Set());
    toast(`${formatCount(done, 'action')} ${choice.decision === 'approve' ? 'approved' : 'rejected'}`);
  };
  const select = (id: string, on: boolean) =>
    setSelected((old) => new Set([...old].filter((other) => other !== id).concat(on ? [id] : [])));

  const { enabled, setEnabled } = useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    a: () => current && may && !busy.has(current.id) && run(current, { decision: 'approve' }),
    e: () => current && may && current.editable.length > 0 && setEditing(current),
    r: () => current && may && setRejecting([current]),
    x: () => current && may && select(current.id, !selected.has(current.id)),
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
          <Button small look="danger" onClick={() => setRejecting(chosen)}>
            Reject all
          </Button>
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
            current={approval.id === currentId}
            selected={selected.has(approval.id)}
            busy={busy.has(approval.id)}
            problem={problems[approval.id]}
            onFocus={() => setCurrentId(approval.id)}
            onSelect={(on) => select(approval.id, on)}
            onApprove={() => run(approval, { decision: 'approve' })}
            onEdit={() => setEditing(approval)}
            onReject={() => setRejecting([approval])}
          />
        ))}
      </div>
      {editing && (
        <EditDialog
          approval={editing}
          onClose={() => setEditing(null)}
          onApprove={(input) => {
            setEditing(null);
            void run(editing, { decision: 'approve', ...(Object.keys(input).length > 0 && { input }) });
          }}
        />
      )}
      {rejecting && (
        <RejectDialog
          count={rejecting.length}
          onClose={() => setRejecting(null)}
          onReject={(reason) => {
            setRejecting(null);
            const choice: Choice = { decision: 'reject', ...(reason && { reason }) };
            const [only] = rejecting;
            void (only && rejecting.length === 1 ? run(only, choice) : runAll(rejecting, choice));
          }}
        />
      )}
      {help && <ShortcutHelp enabled={enabled} onToggle={setEnabled} onClose={() => setHelp(false)} />}
    </>
  );
}
