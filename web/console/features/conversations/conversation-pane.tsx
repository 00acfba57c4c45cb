import { useEffect } from 'react';
import { Link } from 'wouter';
import type { EndpointKey } from '../../../../worker/contract/api';
import type { Conversation } from '../../../../worker/contract/conversations';
import { useLive } from '../../lib/live-event';
import { useRead, useWrite } from '../../lib/query';
import { useEvent, useEventPath, useMay } from '../../lib/session';
import { Badge } from '../../ui/bits';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Problem, States } from '../../ui/states';
import { conversationWords, resolutionWords } from '../../ui/words';
import { Composer } from './composer';
import { Transcript } from './transcript';

export function ConversationPane({ conversationId }: { conversationId: string }) {
  const { id: eventId } = useEvent();
  const { watch } = useLive();
  const query = useRead('GET /events/{eventId}/conversations/{conversationId}', { params: { eventId, conversationId } });
  useEffect(() => {
    watch(conversationId);
    return () => watch(null);
  }, [watch, conversationId]);
  return <States query={query}>{(conversation) => <Pane conversation={conversation} />}</States>;
}

type Step = Extract<EndpointKey, `POST /events/{eventId}/conversations/{conversationId}/${'take-over' | 'hand-back' | 'close'}`>;

function Pane({ conversation }: { conversation: Conversation }) {
  const { id: eventId } = useEvent();
  const path = useEventPath();
  const may = useMay('organizer');
  const params = { eventId, conversationId: conversation.id };
  const takeOver = useStep('POST /events/{eventId}/conversations/{conversationId}/take-over');
  const handBack = useStep('POST /events/{eventId}/conversations/{conversationId}/hand-back');
  const close = useStep('POST /events/{eventId}/conversations/{conversationId}/close');
  const word = conversationWords[conversation.state];
  const error = takeOver.error ?? handBack.error ?? close.error;
  const open = conversation.state !== 'closed';
  return (
    <div className="conversation">
      <header className="conversation-head">
        <Link to={path('/conversations')} className="back-link conversation-back">
          <Icon name="back" size={16} />
          All conversations
        </Link>
        <h2>{conversation.subject || 'No question yet'}</h2>
        <div className="row">
          <Badge tone={word.tone}>
            {conversation.state === 'person' && conversation.takenBy ? `With ${conversation.takenBy}` : word.text}
          </Badge>
          {conversation.verified ? <Badge tone="good">Verified holder</Badge> : <Badge>Not verified</Badge>}
          <span className="small muted">{resolutionWords[conversation.resolution]}</span>
        </div>
        {may && open && (
          <div className="row">
            {conversation.state !== 'person' && (
              <Button small look="primary" icon="hand" busy={takeOver.isPending} onClick={() => takeOver.mutate({ params })}>
                Take over
              </Button>
            )}
            {conversation.state !== 'agent' && (
              <Button small busy={handBack.isPending} onClick={() => handBack.mutate({ params })}>
                Hand back to the agent
              </Button>
            )}
            <Button small look="quiet" busy={close.isPending} onClick={() => close.mutate({ params })}>
              Close
            </Button>
          </div>
        )}
        <Problem error={error} />
      </header>
      <Transcript conversation={conversation} />
      {may && open && <Composer conversation={conversation} />}
    </div>
  );
}

function useStep(key: Step) {
  return useWrite(key, [
    'GET /events/{eventId}/conversations/{conversationId}',
    'GET /events/{eventId}/conversations',
    'GET /events/{eventId}/today',
  ]);
}
