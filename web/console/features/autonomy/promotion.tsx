import type { AutonomyProposal } from '../../../../worker/contract/autonomy';
import { formatNumber, wordsOf } from '../../lib/format';
import { useWrite } from '../../lib/query';
import { useEvent, useMay } from '../../lib/session';
import { Notice } from '../../ui/bits';
import { Button } from '../../ui/button';
import { Problem } from '../../ui/states';
import { useToast } from '../../ui/toast';
import { agentWords } from '../../ui/words';

/** A promotion that an agent has earned: the owner accepts or declines it. */
export function Promotion({ proposal }: { proposal: AutonomyProposal }) {
  const { id: eventId } = useEvent();
  const owner = useMay('owner');
  const toast = useToast();
  const decide = useWrite('POST /events/{eventId}/autonomy/{id}/decision', [
    'GET /events/{eventId}/autonomy',
    'GET /events/{eventId}/policies',
    'GET /events/{eventId}/policies/{scope}/versions',
    'GET /events/{eventId}/agents',
  ]);
  const what = `${agentWords[proposal.agent]}, ${wordsOf(proposal.tool).toLowerCase()}`;
  const say = async (decision: 'accept' | 'decline') => {
    const decided = await decide.mutateAsync({ params: { eventId, id: proposal.id }, body: { decision } }).catch(() => null);
    // By now the proposal may have left the page, and this with it.
    if (decided) toast(decision === 'accept' ? `${what}: more room from now on` : `${what}: stays as it is`);
  };
  return (
    <Notice tone="good" icon="person">
      <span>
        <strong>{what} has earned more room:</strong> allowance {formatNumber(proposal.fromAllowance)} →{' '}
        {formatNumber(proposal.toAllowance)} points above the dial. {!owner && 'An owner decides.'}
      </span>
      {owner && (
        <div className="row">
          <Button small look="primary" busy={decide.isPending} onClick={() => say('accept')}>
            Accept
          </Button>
          <Button small busy={decide.isPending} onClick={() => say('decline')}>
            Decline
          </Button>
        </div>
      )}
      <Problem error={decide.error} />
    </Notice>
  );
}
