import { type ReactNode, useState } from 'react';
import type { Today } from '../../../../worker/contract/events';
import { useRead } from '../../lib/query';
import { useEvent, useEventPath, useMay, useSession } from '../../lib/session';
import { ButtonLink } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Page } from '../../ui/page';
import { States } from '../../ui/states';
import { ImportDrop } from '../attendees/imports-page';
import { AddKnowledge } from '../knowledge/add-knowledge';
import { QuestionTest } from '../knowledge/question-test';
import { Origins } from '../settings/origins';
import { Snippet } from '../settings/snippet';
import { setupTexts } from './setup-texts';

type Key = Today['setup'][number]['key'];
const testedKey = (eventId: string) => `eventos.tested.${eventId}`;

/** From a new event to the first answered attendee, each step done right here. */
export function SetupPage() {
  const { id: eventId } = useEvent();
  const today = useRead('GET /events/{eventId}/today', { params: { eventId } });
  return (
    <Page title="Set up" lead="A few short steps until attendees get answers. Each can be done later, in any order.">
      <States query={today}>{(data) => <Steps setup={data.setup} />}</States>
    </Page>
  );
}

function Steps({ setup }: { setup: Today['setup'] }) {
  const event = useEvent();
  const path = useEventPath();
  const may = useMay('organizer');
  const [tested, setTested] = useState(() => localStorage.getItem(testedKey(event.id)) === 'yes');
  const done = (key: Key) => setup.find((step) => step.key === key)?.done ?? true;
  const steps: { key: string; title: string; why: string; done: boolean; body: ReactNode }[] = [
    { key: 'event', title: 'Make the event', why: event.name, done: true, body: null },
    { key: 'knowledge', ...setupTexts.knowledge, done: done('knowledge'), body: <AddKnowledge /> },
    { key: 'attendees', ...setupTexts.attendees, done: done('attendees'), body: <ImportDrop /> },
    {
      key: 'test',
      title: 'Test a question',
      why: 'See what support would answer, and from which passage.',
      done: tested,
      body: (
        <QuestionTest
          onAnswered={() => {
            localStorage.setItem(testedKey(event.id), 'yes');
            setTested(true);
          }}
        />
      ),
    },
    {
      key: 'widget',
      ...setupTexts.widget,
      done: done('widget'),
      body: (
        <>
          <Snippet />
          <Origins />
        </>
      ),
    },
    {
      key: 'refund_policy',
      ...setupTexts.refund_policy,
      done: done('refund_policy'),
      body: (
        <div className="row">
          <ButtonLink to={path('/settings/event')}>Edit the refund policy</ButtonLink>
        </div>
      ),
    },
  ];
  const first = steps.find((step) => !step.done)?.key;
  const [open, setOpen] = useState<string | undefined>(first);
  const left = steps.filter((step) => !step.done).length;
  return (
    <>
      <p role="status" className="visually-hidden">
        {left === 0 ? 'Everything is done' : `${left} steps left`}
      </p>
      <ol className="steps">
        {steps.map((step, index) => (
          <li key={step.key} className={step.done ? 'step step-done' : 'step'}>
            <span className="step-mark" aria-hidden="true">
              {step.done ? <Icon name="check" size={16} /> : index + 1}
            </span>
            <div className="step-content">
              <h2>
                {step.body && may ? (
                  <button
                    type="button"
                    className="step-toggle"
                    aria-expanded={open === step.key}
                    onClick={() => setOpen(open === step.key ? undefined : step.key)}
                  >
                    <span>
                      {step.title}
                      <span className="visually-hidden">{step.done ? ' (done)' : ''}</span>
                    </span>
                    <Icon name="chevron" size={16} />
                  </button>
                ) : (
                  step.title
                )}
              </h2>
              <p className="muted">{step.why}</p>
              {open === step.key && may && <div className="step-body stack">{step.body}</div>}
            </div>
          </li>
        ))}
      </ol>
      <Services />
      <div className="row">
        <ButtonLink to={path('')} look={left === 0 ? 'primary' : 'plain'}>
          Go to Today
        </ButtonLink>
      </div>
    </>
  );
}

/** Which outside services are real. Stand-ins are fine to begin with. */
function Services() {
  const { services } = useSession();
  return (
    <section className="panel" aria-label="Outside services">
      <h2>Outside services</h2>
      <p className="muted small">Stand-ins work without any account. Nothing leaves this deployment through them.</p>
      <dl className="facts">
        {Object.entries(services).map(([name, kind]) => (
          <div key={name}>
            <dt>{name.charAt(0).toUpperCase() + name.slice(1)}</dt>
            <dd>{kind === 'real' ? 'Connected' : 'Embedded stand-in'}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
