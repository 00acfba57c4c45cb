import type { App, HandlerTable } from '../app';
import { mountAuth } from '../auth-routes';
import { activityRoutes } from './activities';
import { approvalRoutes } from './approvals';
import { attendeeRoutes } from './attendees';
import { autonomyRoutes } from './autonomy';
import { commandRoutes } from './commands';
import { contactRoutes } from './contacts';
import { conversationRoutes } from './conversations';
import { delegationRoutes } from './delegations';
import { eventRoutes } from './events';
import { healthRoutes } from './health';
import { importRoutes } from './imports';
import { knowledgeRoutes } from './knowledge';
import { logRoutes } from './log';
import { mailboxRoutes } from './mailbox';
import { mountOptOut } from './opt-out';
import { peopleRoutes } from './people';
import { policyRoutes } from './policies';
import { privacyRoutes } from './privacy';
import { mountCalendlyWebhook } from './sales/calendly-webhook';
import { companyRoutes } from './sales/companies';
import { meetingRoutes } from './sales/meetings';
import { outreachRoutes } from './sales/outreach';
import { packageRoutes } from './sales/packages';
import { pipelineRoutes } from './sales/pipeline';
import { mountProposalPage } from './sales/proposal-page';
import { prospectRoutes } from './sales/prospects';
import { mountSchedulingPage } from './sales/scheduling-page';
import { salesSettingsRoutes } from './sales/settings';
import { mountTracking } from './sales/tracking';
import { stopRoutes } from './stops';
import { todayRoutes } from './today';
import { mountTransfers } from './transfers';
import { mountWebhooks } from './webhooks';
import { mountSockets, widgetRoutes } from './widget';
import { mountWidgetPage } from './widget-page-route';

/** The handler of every endpoint of the contract. */
export const handlers: HandlerTable = {
  ...meetingRoutes,
  ...outreachRoutes,
  ...companyRoutes,
  ...packageRoutes,
  ...pipelineRoutes,
  ...prospectRoutes,
  ...salesSettingsRoutes,
  ...eventRoutes,
  ...peopleRoutes,
  ...healthRoutes,
  ...attendeeRoutes,
  ...importRoutes,
  ...knowledgeRoutes,
  ...approvalRoutes,
  ...delegationRoutes,
  ...activityRoutes,
  ...commandRoutes,
  ...conversationRoutes,
  ...mailboxRoutes,
  ...todayRoutes,
  ...policyRoutes,
  ...stopRoutes,
  ...contactRoutes,
  ...autonomyRoutes,
  ...logRoutes,
  ...privacyRoutes,
  ...widgetRoutes,
};

/** Routes outside the contract: sign-in, sockets, webhooks, pages. */
export const mounts: ((app: App) => void)[] = [
  mountAuth,
  mountSockets,
  mountWebhooks,
  mountCalendlyWebhook,
  mountTransfers,
  mountOptOut,
  mountSchedulingPage,
  mountProposalPage,
  mountTracking,
  mountWidgetPage,
];
