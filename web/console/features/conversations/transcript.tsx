import { useEffect, useLayoutEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { Conversation, Message } from '../../../../worker/contract/conversations';
import { formatTime, wordsOf } from '../../lib/format';
import { useLive } from '../../lib/live-event';
import { useEvent, useEventPath } from '../../lib/session';
import { Badge } from '../../ui/bits';
import { Icon } from '../../ui/icon';
import { OutLink, RichText } from '../../ui/rich-text';
import { outcomeWords } from '../../ui/words';

const authors: Record<Message['author'], string> = { attendee: 'Attendee', agent: 'Agent', person: 'Organizer', system: 'Notice' };
const nearEndPx = 120;

/** The messages, and below them the answers being written right now. Stays at the end while the reader is there. */
export function Transcript({ conversation }: { conversation: Conversation }) {
  const { deltas } = useLive();
  const ref = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    const read = () => {
      const { scrollHeight, scrollTop, clientHeight } = scrollerOf(box);
      following.current = scrollHeight - scrollTop - clientHeight < nearEndPx;
    };
    const places = [box, window];
    for (const place of places) place.addEventListener('scroll', read, { passive: true });
    return () => {
      for (const place of places) place.removeEventListener('scroll', read);
    };
  }, []);
  useLayoutEffect(() => {
    if (!following.current || !ref.current) return;
    const scroller = scrollerOf(ref.current);
    scroller.scrollTo({ top: scroller.scrollHeight });
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <div className="transcript" ref={ref} role="log" aria-label="Messages" tabIndex={0}>
      {conversation.messages.map((message) => (
        <Said key={message.id} message={message} />
      ))}
      {[...deltas].map(([runId, text]) => (
        <div key={runId} className="said said-agent said-writing" aria-busy="true">
          <p className="said-who small muted">Agent is writing</p>
          <div className="bubble">
            <RichText text={text} />
          </div>
        </div>
      ))}
      {conversation.handover && <HandoverCard handover={conversation.handover} />}
    </div>
  );
}

/** On a phone the page scrolls, not the transcript in it. */
const scrollerOf = (box: Element): Element =>
  getComputedStyle(box).overflowY === 'visible' ? (document.scrollingElement ?? document.documentElement) : box;

function Said({ message }: { message: Message }) {
  const event = useEvent();
  if (message.author === 'system') return <p className="said-system small muted">{message.text}</p>;
  return (
    <article className={`said said-${message.author}`}>
      <p className="said-who small muted">
        {authors[message.author]} · {formatTime(message.at, event.timeZone)}
      </p>
      <div className="bubble">
        <RichText text={message.text} />
        <List title="Done" items={message.actions} />
        <List title="Next" items={message.nextSteps} />
      </div>
      <Footnotes message={message} />
    </article>
  );
}

function List({ title, items }: { title: string; items: string[] | undefined }) {
  if (!items || items.length === 0) return null;
  return (
    <div className="said-list">
      <h3>{title}</h3>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}

function Footnotes({ message }: { message: Message }) {
  const path = useEventPath();
  const outcome = message.outcome && outcomeWords[message.outcome];
  const citations = message.citations ?? [];
  if (!outcome && citations.length === 0) return null;
  return (
    <div className="footnotes small">
      {outcome && <Badge tone={outcome.tone}>{outcome.text}</Badge>}
      {message.model && <span className="muted">{wordsOf(message.model)}</span>}
      {message.fallback && <span className="muted">the configured model did not answer</span>}
      {citations.length > 0 && (
        <details>
          <summary>
            {citations.length} {citations.length === 1 ? 'source' : 'sources'}
          </summary>
          <ol>
            {citations.map((citation) => (
              <li key={citation.passageId}>
                <Link to={path(`/knowledge/${citation.pageId}#${citation.passageId}`)}>{citation.pageTitle}</Link>
                {citation.url && (
                  <>
                    {' · '}
                    <OutLink href={citation.url}>
                      page <Icon name="external" size={12} />
                    </OutLink>
                  </>
                )}
                <blockquote>{citation.quote}</blockquote>
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

function HandoverCard({ handover }: { handover: NonNullable<Conversation['handover']> }) {
  return (
    <section className="handover" aria-label="Handover">
      <h3>Handover</h3>
      <p>{handover.summary}</p>
      <dl className="facts">
        <div>
          <dt>Reason</dt>
          <dd>{handover.reason}</dd>
        </div>
        {handover.tried.length > 0 && (
          <div>
            <dt>Tried</dt>
            <dd>{handover.tried.join('; ')}</dd>
          </div>
        )}
        <div>
          <dt>Proposed</dt>
          <dd>{handover.proposal}</dd>
        </div>
      </dl>
    </section>
  );
}
