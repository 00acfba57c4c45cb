import { lazy, Suspense, useEffect } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { TodayPage } from '../features/today/today-page';
import { rememberEvent, useEvent, useEventPath } from '../lib/session';
import { Skeleton } from '../ui/states';

const Approvals = lazy(() => import('../features/approvals/approvals-page').then((module) => ({ default: module.ApprovalsPage })));
const Approval = lazy(() => import('../features/approvals/approval-page').then((module) => ({ default: module.ApprovalPage })));
const Conversations = lazy(() =>
  import('../features/conversations/conversations-page').then((module) => ({ default: module.ConversationsPage })),
);
const Knowledge = lazy(() => import('../features/knowledge/knowledge-page').then((module) => ({ default: module.KnowledgePage })));
const KnowledgeTest = lazy(() => import('../features/knowledge/test-page').then((module) => ({ default: module.TestPage })));
const DocumentPage = lazy(() => import('../features/knowledge/document-page').then((module) => ({ default: module.DocumentPage })));
const Attendees = lazy(() => import('../features/attendees/attendees-page').then((module) => ({ default: module.AttendeesPage })));
const Ticket = lazy(() => import('../features/attendees/ticket-page').then((module) => ({ default: module.TicketPage })));
const Imports = lazy(() => import('../features/attendees/imports-page').then((module) => ({ default: module.ImportsPage })));
const ImportPage = lazy(() => import('../features/attendees/import-page').then((module) => ({ default: module.ImportPage })));
const Sales = lazy(() => import('../features/sales/sales-pages').then((module) => ({ default: module.SalesPages })));
const Activity = lazy(() => import('../features/activity/activity-page').then((module) => ({ default: module.ActivityPage })));
const Effects = lazy(() => import('../features/activity/effects-page').then((module) => ({ default: module.EffectsPage })));
const Stops = lazy(() => import('../features/activity/stops-page').then((module) => ({ default: module.StopsPage })));
const Log = lazy(() => import('../features/activity/log-page').then((module) => ({ default: module.LogPage })));
const Action = lazy(() => import('../features/activity/action-page').then((module) => ({ default: module.ActionPage })));
const Mailbox = lazy(() => import('../features/mailbox/mailbox-page').then((module) => ({ default: module.MailboxPage })));
const Settings = lazy(() => import('../features/settings/settings-page').then((module) => ({ default: module.SettingsPage })));
const Setup = lazy(() => import('../features/onboarding/setup-page').then((module) => ({ default: module.SetupPage })));

/** Which page stands at which address of an event. */
export function EventPages() {
  const event = useEvent();
  const path = useEventPath();
  useEffect(() => rememberEvent(event.id), [event.id]);
  const at = <R extends string>(rest: R) => `/events/:eventId${rest}` as const;
  return (
    <Suspense fallback={<Skeleton />}>
      <Switch>
        <Route path={at('')} component={TodayPage} />
        <Route path={at('/setup')} component={Setup} />
        <Route path={at('/approvals')}>
          <Approvals view="pending" />
        </Route>
        <Route path={at('/approvals/decided')}>
          <Approvals view="decided" />
        </Route>
        <Route path={at('/approvals/:approvalId')}>{({ approvalId }) => <Approval key={approvalId} approvalId={approvalId} />}</Route>
        <Route path={at('/conversations/:conversationId?')}>
          {({ conversationId }) => <Conversations conversationId={conversationId ?? null} />}
        </Route>
        <Route path={at('/knowledge')} component={Knowledge} />
        <Route path={at('/knowledge/test')} component={KnowledgeTest} />
        <Route path={at('/knowledge/:documentId')}>{({ documentId }) => <DocumentPage documentId={documentId} />}</Route>
        <Route path={at('/attendees')} component={Attendees} />
        <Route path={at('/attendees/imports')}>
          <Imports of="attendees" />
        </Route>
        <Route path={at('/attendees/imports/:importId')}>{({ importId }) => <ImportPage importId={importId} />}</Route>
        <Route path={at('/attendees/:ticketId')}>{({ ticketId }) => <Ticket ticketId={ticketId} />}</Route>
        <Route path={at('/sales/*?')}>{({ '*': rest }) => <Sales place={rest ?? ''} />}</Route>
        <Route path={at('/activity')} component={Activity} />
        <Route path={at('/activity/effects')} component={Effects} />
        <Route path={at('/activity/stops')} component={Stops} />
        <Route path={at('/activity/log')} component={Log} />
        <Route path={at('/activity/:activityId')}>{({ activityId }) => <Action activityId={activityId} />}</Route>
        <Route path={at('/mailbox/:mailId?')}>{({ mailId }) => <Mailbox mailId={mailId ?? null} />}</Route>
        <Route path={at('/settings/*?')}>{({ '*': rest }) => <Settings place={rest ?? ''} />}</Route>
        <Route>
          <Redirect to={path('')} replace />
        </Route>
      </Switch>
    </Suspense>
  );
}
