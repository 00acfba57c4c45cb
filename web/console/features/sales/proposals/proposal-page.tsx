import { useState } from 'react';
import { Link } from 'wouter';
import type { Proposal } from '../../../../../worker/contract/sales/outreach';
import { formatCount, formatDuration, formatPrice } from '../../../lib/format';
import { useRead } from '../../../lib/query';
import { useEvent, useEventPath, useMay } from '../../../lib/session';
import { useFilters } from '../../../lib/use-filters';
import { Ago, Badge, CopyButton, Notice } from '../../../ui/bits';
import { Button } from '../../../ui/button';
import { Page } from '../../../ui/page';
import { OutLink } from '../../../ui/rich-text';
import { Skeleton, States } from '../../../ui/states';
import { Choice } from '../choice';
import { proposalWords } from '../sales-words';
import { ProposalEditor } from './proposal-editor';
import { SendDialog } from './send-dialog';
import { Versions } from './versions';
import { WithdrawDialog } from './withdraw-dialog';

const views = { edit: 'Edit', versions: 'Versions' } as const;

export function ProposalPage({ proposalId }: { proposalId: string }) {
  const { id: eventId } = useEvent();
  const path = useEventPath();
  const may = useMay('organizer');
  const { search, setFilter } = useFilters();
  const [open, setOpen] = useState<'send' | 'withdraw' | null>(null);
  const [sent, setSent] = useState<{ outcome: 'queued' | 'waiting'; approvalId: string | null } | null>(null);
  const [dirty, setDirty] = useState(false);
  const query = useRead('GET /events/{eventId}/proposals/{proposalId}', { params: { eventId, proposalId } });
  const proposal = query.data;
  const view = search.get('view') === 'versions' ? 'versions' : 'edit';
  return (
    <Page
      title={proposal ? `Proposal for ${proposal.companyName}` : 'Proposal'}
      wide
      back={{ to: path('/sales/proposals'), label: 'Proposals' }}
      lead={proposal && <Lead proposal={proposal} />}
      actions={
        may &&
        proposal &&
        proposal.state !== 'withdrawn' && (
          <>
            {proposal.state !== 'accepted' && (
              <Button look="danger" onClick={() => setOpen('withdraw')}>
                Withdraw
              </Button>
            )}
            <Button
              look="primary"
              icon="send"
              disabled={dirty || proposal.problems.length > 0}
              title={dirty ? 'Save first' : undefined}
              onClick={() => setOpen('send')}
            >
              {proposal.sentAt === null ? 'Send' : 'Send again'}
            </Button>
          </>
        )
      }
    >
      {sent && (
        <Notice tone={sent.outcome === 'queued' ? 'good' : 'warn'} icon={sent.outcome === 'queued' ? 'check' : 'clock'}>
          {sent.outcome === 'queued' ? (
            <span>On its way: it leaves when the mailbox, quiet hours and gaps let it.</span>
          ) : (
            <span>It waits for approval. {sent.approvalId && <Link to={path(`/approvals/${sent.approvalId}`)}>Decide it</Link>}</span>
          )}
        </Notice>
      )}
      <States query={query} loading={<Skeleton rows={6} />}>
        {(data) => (
          <>
            <div className="row row-between">
              <Choice
                label="View"
                words={views}
                value={view}
                onChange={(next) => setFilter('view', next === 'versions' ? 'versions' : '')}
              />
              <span className="row">
                <OutLink href={data.url}>Open its page</OutLink>
                <CopyButton text={data.url} label="Copy link" />
              </span>
            </div>
            {/* Kept while the versions are looked at, so that an unsaved text is not lost. */}
            <div hidden={view !== 'edit'}>
              <ProposalEditor proposal={data} onDirty={setDirty} />
            </div>
            {view === 'versions' && <Versions proposal={data} />}
            {open === 'send' && <SendDialog proposal={data} onSent={setSent} onClose={() => setOpen(null)} />}
            {open === 'withdraw' && <WithdrawDialog proposal={data} onClose={() => setOpen(null)} />}
          </>
        )}
      </States>
    </Page>
  );
}

function Lead({ proposal }: { proposal: Proposal }) {
  const path = useEventPath();
  return (
    <span className="row">
      <Badge tone={proposalWords[proposal.state].tone}>{proposalWords[proposal.state].text}</Badge>
      <span>
        {proposal.packageName}, {formatPrice(proposal.content.price)} ·{' '}
        <Link to={path(`/sales/companies/${proposal.companyId}`)}>{proposal.companyName}</Link>
        {proposal.contactName && `, ${proposal.contactName}`}
      </span>
      <span className="small">
        {proposal.visits > 0
          ? `${formatCount(proposal.visits, 'visit')}, ${formatDuration(proposal.seconds * 1000)} of reading`
          : proposal.sentAt === null
            ? 'Not sent yet'
            : 'Not visited yet'}
        {proposal.sentAt !== null && (
          <>
            {' · sent '}
            <Ago at={proposal.sentAt} />
          </>
        )}
      </span>
    </span>
  );
}
