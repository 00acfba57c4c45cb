import { type FormEvent, useState } from 'react';
import { ApiError } from '../../lib/problem';
import { useWrite } from '../../lib/query';
import { useEvent, useEventPath, useMay } from '../../lib/session';
import { Button, ButtonLink } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Section } from '../../ui/page';
import { Problem } from '../../ui/states';
import { useToast } from '../../ui/toast';
import { EventFields } from '../events/event-fields';
import { bodyOf, draftOfEvent, problemsOf } from '../events/event-form';
import { RefundEditor } from '../events/refund-editor';
import { refundProblem } from '../events/refund-steps';
import { Clock } from './clock';

export function EventTab() {
  const event = useEvent();
  const may = useMay('organizer');
  const path = useEventPath();
  const toast = useToast();
  const [draft, setDraft] = useState(() => draftOfEvent(event));
  const [cancelling, setCancelling] = useState(false);
  const save = useWrite('PATCH /events/{eventId}', [
    'GET /events/{eventId}',
    'GET /events',
    'GET /events/{eventId}/today',
    'GET /events/{eventId}/stops',
  ]);
  const problems = problemsOf(draft);
  const said = save.error instanceof ApiError ? save.error.fields : {};
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    if (Object.keys(problems).length > 0 || refundProblem(draft.refundPolicy)) return;
    const { currency: _, allowedOrigins: __, ...body } = bodyOf(draft);
    save.mutate({ params: { eventId: event.id }, body }, { onSuccess: () => toast('Saved') });
  };
  const setState = (state: 'active' | 'cancelled') =>
    save.mutate({ params: { eventId: event.id }, body: { state } }, { onSuccess: () => setCancelling(false) });
  return (
    <>
      <form className="stack" onSubmit={submit} noValidate>
        <fieldset className="plain-fieldset" disabled={!may}>
          <legend className="visually-hidden">Event</legend>
          <EventFields
            fixedCurrency
            draft={draft}
            problems={{ ...said, ...problems }}
            onChange={(part) => setDraft((old) => ({ ...old, ...part }))}
          />
          <Section title="Refund policy" lead="Support refunds and explains by this table, and by nothing else.">
            <RefundEditor steps={draft.refundPolicy} onChange={(refundPolicy) => setDraft((old) => ({ ...old, refundPolicy }))} />
          </Section>
        </fieldset>
        <Problem error={save.error} />
        {may && (
          <div className="row sticky-actions">
            <Button type="submit" look="primary" busy={save.isPending}>
              Save
            </Button>
          </div>
        )}
      </form>
      {event.clock === 'virtual' && <Clock />}
      {may && (
        <Section title={event.state === 'cancelled' ? 'This event is cancelled' : 'Cancel the event'}>
          <p className="muted">
            {event.state === 'cancelled'
              ? 'Its agents do nothing. Queued and approved effects were stopped.'
              : 'Stops every agent, and everything that is queued or approved but not yet sent.'}
          </p>
          <div className="row">
            {event.state === 'cancelled' ? (
              <>
                <Button busy={save.isPending} onClick={() => setState('active')}>
                  Make it active again
                </Button>
                <ButtonLink to={path('/activity/stops')}>See what was stopped</ButtonLink>
              </>
            ) : (
              <Button look="danger" onClick={() => setCancelling(true)}>
                Cancel the event
              </Button>
            )}
          </div>
        </Section>
      )}
      {cancelling && (
        <Dialog
          title={`Cancel ${event.name}?`}
          onClose={() => setCancelling(false)}
          actions={
            <>
              <Button onClick={() => setCancelling(false)}>Keep it</Button>
              <Button look="danger" busy={save.isPending} onClick={() => setState('cancelled')}>
                Cancel the event
              </Button>
            </>
          }
        >
          <p>Agents stop at once. No attendee is told by this; write to them yourself first, or afterwards.</p>
          <Problem error={save.error} />
        </Dialog>
      )}
    </>
  );
}
