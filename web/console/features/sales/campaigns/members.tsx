import { Link } from 'wouter';
import type { Campaign, CampaignMember } from '../../../../../worker/contract/sales/outreach';
import { formatCount } from '../../../lib/format';
import { useWrite } from '../../../lib/query';
import { useEvent, useEventPath, useMay } from '../../../lib/session';
import { useFilters } from '../../../lib/use-filters';
import { Ago, Badge } from '../../../ui/bits';
import { Button } from '../../../ui/button';
import { SelectField } from '../../../ui/field';
import { Section } from '../../../ui/page';
import { Problem } from '../../../ui/states';
import { memberWords, stopReasonWords } from '../sales-words';
import { Score } from '../score';
import { clauseOf } from './clause';
import { funnelStages, membersIn } from './funnel';

/** The companies of a campaign: where each stands, what happens next and when. */
export function Members({ campaign }: { campaign: Campaign }) {
  const { id: eventId } = useEvent();
  const { search, setFilter } = useFilters();
  const stop = useWrite('POST /events/{eventId}/campaigns/{campaignId}/members/{memberId}/stop', [
    'GET /events/{eventId}/campaigns/{campaignId}',
    'GET /events/{eventId}/campaigns',
  ]);
  const stage = funnelStages.find((name) => name === search.get('reached'));
  const shown = stage ? membersIn(campaign.members, stage, campaign.settings.minimumScore) : campaign.members;
  const may = useMay('organizer') && (campaign.state === 'running' || campaign.state === 'paused' || campaign.state === 'draft');
  if (campaign.members.length === 0) return null;
  return (
    <Section
      title="Companies"
      lead={stage ? `${formatCount(shown.length, 'company', 'companies')} that came this far or further` : undefined}
      actions={
        <SelectField bare label="Which" value={stage ?? ''} onChange={(event) => setFilter('reached', event.target.value)}>
          <option value="">All companies</option>
          {funnelStages.map((name) => (
            <option key={name} value={name}>
              {memberWords[name].text} or further
            </option>
          ))}
        </SelectField>
      }
    >
      <Problem error={stop.error} />
      <ul className="rows">
        {inOrder(shown).map((member) => (
          <Row
            key={member.id}
            member={member}
            onStop={
              may && member.state !== 'stopped' && member.state !== 'done'
                ? () => stop.mutate({ params: { eventId, campaignId: campaign.id, memberId: member.id } })
                : null
            }
            busy={stop.isPending && stop.variables.params.memberId === member.id}
          />
        ))}
      </ul>
    </Section>
  );
}

/** What happens soonest comes first, then by score. */
const inOrder = (members: CampaignMember[]) =>
  [...members].sort(
    (a, b) => (a.nextAt ?? Number.POSITIVE_INFINITY) - (b.nextAt ?? Number.POSITIVE_INFINITY) || (b.score ?? 0) - (a.score ?? 0),
  );

function Row({ member, onStop, busy }: { member: CampaignMember; onStop: (() => void) | null; busy: boolean }) {
  const path = useEventPath();
  const word = memberWords[member.state];
  return (
    <li className="member">
      <div className="row-main">
        <span className="row-title">
          <Link to={path(`/sales/companies/${member.companyId}`)} className="strong-link">
            {member.companyName}
          </Link>
          <Badge tone={word.tone}>{word.text}</Badge>
        </span>
        <span className="small muted">
          {[member.contactName, member.step > 0 ? formatCount(member.step, 'mail') : ''].filter(Boolean).join(' · ')}
        </span>
        <span className="small">
          {member.stopReason ? stopReasonWords[member.stopReason] : clauseOf(member.next)}
          {!member.stopReason && member.nextAt !== null && (
            <>
              {' · '}
              <Ago at={member.nextAt} />
            </>
          )}
        </span>
      </div>
      <span className="row member-side">
        {member.approvalId && (
          <Link to={path(`/approvals/${member.approvalId}`)} className="small">
            Approval
          </Link>
        )}
        {member.proposalId && (
          <Link to={path(`/sales/proposals/${member.proposalId}`)} className="small">
            Proposal
          </Link>
        )}
        <Score score={member.score} />
        {onStop && (
          <Button small look="quiet" busy={busy} onClick={onStop}>
            Stop<span className="visually-hidden"> for {member.companyName}</span>
          </Button>
        )}
      </span>
    </li>
  );
}
