import type { App, HandlerTable } from '../app';
import { mountAuth } from '../auth-routes';
import { activityRoutes } from './activities';
import { approvalRoutes } from './approvals';
import { attendeeRoutes } from './attendees';
import { commandRoutes } from './commands';
import { conversationRoutes } from './conversations';
import { eventRoutes } from './events';
import { healthRoutes } from './health';
import { importRoutes } from './imports';
import { knowledgeRoutes } from './knowledge';
import { mailboxRoutes } from './mailbox';
import { peopleRoutes } from './people';
import { todayRoutes } from './today';
import { mountTransfers } from './transfers';
import { mountWebhooks } from './webhooks';
import { mountSockets, widgetRoutes } from './widget';
import { mountWidgetPage } from './widget-page-route';

/** The handler of every endpoint of the contract. */
export const handlers: HandlerTable = {
  ...eventRoutes,
  ...peopleRoutes,
  ...healthRoutes,
  ...attendeeRoutes,
  ...importRoutes,
  ...knowledgeRoutes,
  ...approvalRoutes,
  ...activityRoutes,
  ...commandRoutes,
  ...conversationRoutes,
  ...mailboxRoutes,
  ...todayRoutes,
  ...widgetRoutes,
};

/** Routes outside the contract: sign-in, sockets, webhooks, pages. */
export const mounts: ((app: App) => void)[] = [mountAuth, mountSockets, mountWebhooks, mountTransfers, mountWidgetPage];
