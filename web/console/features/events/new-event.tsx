import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { ApiError } from '../../lib/problem';
import { useWrite } from '../../lib/query';
import { eventPath, useMay, useSession } from '../../lib/session';
import { Button } from '../../ui/button';
import { Page, Section } from '../../ui/page';
import { Empty, Problem } from '../../ui/states';
import { EventFields } from './event-fields';
import { bodyOf, type EventDraft, emptyDraft, problemsOf } from './event-form';
import { RefundEditor } from './refund-editor';
import { refundProblem, suggestedSteps } from './refund-steps';

export function NewEvent() {
  const me = useSession();
  const may = useMay('organizer');
  const [, go] = useLocation();
  const [draft, setDraft] = useState<EventDraft>(() => emptyDraft(me.user?.email ?? ''));
  const [tried, setTried] = useState(false);
  const create = useWrite('POST /events', ['GET /events']);
  const problems = tried ? problemsOf(draft) : {};
  const said = create.error instanceof ApiError ? create.error.fields : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (create.isPending || Object.keys(problemsOf(draft)).length > 0 || refundProblem(draft.refundPolicy)) return;
    create.mutate({ body: bodyOf(draft) }, { onSuccess: (made) => go(eventPath(made.id, '/setup')) });
  };
  if (!may) {
    return (
      <Page title="No events yet">
        <Empty icon="today" title="There is nothing to see yet">
          Organizers and owners make events. Ask one of them.
        </Empty>
      </Page>
    );
  }
  return (
    <Page title="New event" lead="A minute now; everything but the currency can be changed later.">
      <form className="stack" onSubmit={submit} noValidate>
        <EventFields draft={draft} problems={{ ...said, ...problems }} onChange={(part) => setDraft((old) => ({ ...old, ...part }))} />
        <Section
          title="Refund policy"
          lead="Support refunds and explains by this table, and by nothing else."
          actions={
            draft.startsAt &&
            draft.refundPolicy.length === 0 && (
              <Button small onClick={() => setDraft((old) => ({ ...old, refundPolicy: suggestedSteps(old.startsAt) }))}>
                Start from a common one
              </Button>
            )
          }
        >
          <RefundEditor steps={draft.refundPolicy} onChange={(refundPolicy) => setDraft((old) => ({ ...old, refundPolicy }))} />
        </Section>
        <Problem error={create.error} />
        <div className="row sticky-actions">
          <Button type="submit" look="primary" busy={create.isPending}>
            Make the event
          </Button>
        </div>
      </form>
    </Page>
  );
}
