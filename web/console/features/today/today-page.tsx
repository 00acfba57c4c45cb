import { Link } from 'wouter';
import type { Today } from '../../../../worker/contract/events';
import { formatCount, formatDateTime, formatDuration, formatNumber, formatPercent } from '../../lib/format';
import { itemsOf, usePages, useRead } from '../../lib/query';
import { useEvent, useEventNow, useEventPath } from '../../lib/session';
import { Bar } from '../../ui/bar';
import { ButtonLink } from '../../ui/button';
import { Icon, type IconName } from '../../ui/icon';
import { Page, Section } from '../../ui/page';
import { Skeleton, States } from '../../ui/states';
import { ActivityList } from '../activity/activity-list';
import { AutonomyNews } from '../autonomy/autonomy-news';
import { isOptional, setupTexts } from '../onboarding/setup-texts';
import { PauseAll, PausedNotice } from '../stop/pause-all';
import { SpentLimits } from './spent-limits';
import { WaitingApprovals } from './waiting-approvals';

/** What waits for me, what the agents did, what looks wrong. */
export function TodayPage() {
  const event = useEvent();
  const path = useEventPath();
  const now = useEventNow();
  const today = useRead('GET /events/{eventId}/today', { params: { eventId: event.id } });
  return (
    <Page
      title="Today"
      lead={`${formatDateTime(now, event.timeZone)} at the event${event.clock === 'virtual' ? ' · rehearsal on a virtual clock' : ''}`}
      actions={<PauseAll />}
    >
      <PausedNotice />
      <SpentLimits />
      <AutonomyNews />
      <States query={today} loading={<Skeleton rows={6} />}>
        {(data) => (
          <>
            <Setup setup={data.setup} />
            <Waiting today={data} />
            <LastDay today={data} />
            <Resolution today={data} />
          </>
        )}
      </States>
      <Latest />
      <p className="small muted page-foot">
        <Link to={path('/setup')}>Set-up checklist</Link>
      </p>
    </Page>
  );
}

function Setup({ setup }: { setup: Today['setup'] }) {
  const path = useEventPath();
  const steps = setup.filter((step) => !isOptional(step.key));
  const missing = steps.filter((step) => !step.done);
  const first = missing[0];
  if (!first) return null;
  const done = steps.length - missing.length;
  return (
    <section className="setup-banner" aria-label="Set-up">
      <div>
        <h2>
          {done} of {steps.length} steps to serve attendees well
        </h2>
        <p className="muted">Next: {setupTexts[first.key].title.toLowerCase()}</p>
      </div>
      <ButtonLink to={path('/setup')} look="primary">
        Go on
      </ButtonLink>
    </section>
  );
}

function Waiting({ today }: { today: Today }) {
  const path = useEventPath();
  const wrong: [number, string, string, IconName][] = [
    [
      today.conversationsWaiting,
      `${formatCount(today.conversationsWaiting, 'conversation')} waiting for a person`,
      '/conversations?state=waiting',
      'person',
    ],
    [
      today.unknownEffects,
      `${formatCount(today.unknownEffects, 'effect')} with an unknown outcome`,
      '/activity/effects?state=unknown',
      'alert',
    ],
    [today.documentProblems, `${formatCount(today.documentProblems, 'document')} with a problem`, '/knowledge', 'knowledge'],
  ];
  const shown = wrong.filter(([count]) => count > 0);
  const calm = shown.length === 0 && today.approvalsPending === 0;
  return (
    <Section
      title="Waiting for you"
      actions={
        today.approvalsPending > 0 && (
          <ButtonLink small to={path('/approvals')}>
            All {formatNumber(today.approvalsPending)} approvals
          </ButtonLink>
        )
      }
    >
      {calm && (
        <p className="calm" data-state="empty">
          <Icon name="check" />
          Nothing waits for you.
        </p>
      )}
      {shown.length > 0 && (
        <ul className="attention">
          {shown.map(([, text, to, icon]) => (
            <li key={to}>
              <Link to={path(to)}>
                <Icon name={icon} />
                <span>{text}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {today.approvalsPending > 0 && <WaitingApprovals />}
    </Section>
  );
}

function LastDay({ today }: { today: Today }) {
  const path = useEventPath();
  const { lastDay, tickets } = today;
  const figures: [string, string, string, string?][] = [
    ['Questions', formatNumber(lastDay.questions), '/activity?agent=support'],
    [
      'Answered',
      formatNumber(lastDay.answered),
      '/activity?agent=support&type=question_answered',
      lastDay.questions > 0 ? formatPercent(lastDay.answered / lastDay.questions) : undefined,
    ],
    ['Declined', formatNumber(lastDay.declined), '/activity?agent=support&type=question_declined', 'not in the knowledge'],
    ['Handed over', formatNumber(lastDay.escalated), '/activity?agent=support&type=human_escalation'],
    ['Median answer', lastDay.medianAnswerMs === null ? '–' : formatDuration(lastDay.medianAnswerMs), '/activity'],
    ['Mails', formatNumber(lastDay.mails), '/activity/effects'],
    ['Refunds', formatNumber(lastDay.refunds), '/activity?agent=support&type=refund_processed'],
    [
      'Valid tickets',
      formatNumber(tickets.valid),
      '/attendees?state=valid',
      tickets.capacity ? `of ${formatNumber(tickets.capacity)}` : formatCount(tickets.orders, 'order'),
    ],
  ];
  return (
    <Section title="Last 24 hours">
      <ul className="figures">
        {figures.map(([label, value, to, note]) => (
          <li key={label}>
            <Link to={path(to)}>
              <span className="figure-label">{label}</span>
              <span className="figure-value">{value}</span>
              {note && <span className="figure-note">{note}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Resolution({ today }: { today: Today }) {
  const parts: [string, number, string][] = [
    ['Confirmed by the attendee', today.resolution.confirmed, 'a'],
    ['Assumed solved', today.resolution.assumed, 'b'],
    ['Handed over', today.resolution.handedOver, 'c'],
    ['Reopened', today.resolution.reopened, 'd'],
    ['Abandoned', today.resolution.abandoned, 'e'],
    ['Open', today.resolution.open, 'f'],
  ];
  const total = parts.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return null;
  return (
    <Section title="How conversations ended" lead="Confirmed and assumed are counted apart.">
      <ul className="resolution">
        {parts.map(([label, count, key]) => (
          <li key={key}>
            <span>{label}</span>
            <Bar label={label} max={total} value={count} />
            <span className="number">{formatNumber(count)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Latest() {
  const event = useEvent();
  const path = useEventPath();
  const activities = usePages('GET /events/{eventId}/activities', { params: { eventId: event.id }, query: { limit: 8 } });
  return (
    <Section
      title="What the agents did"
      actions={
        <ButtonLink small to={path('/activity')}>
          All activity
        </ButtonLink>
      }
    >
      <States
        query={{ ...activities, data: activities.data && itemsOf(activities.data).slice(0, 8) }}
        isEmpty={(items) => items.length === 0}
        empty={<p className="muted">Nothing yet. Ask a test question and it appears here.</p>}
      >
        {(items) => <ActivityList items={items} />}
      </States>
    </Section>
  );
}
