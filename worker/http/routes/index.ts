import type { App, HandlerTable } from '../app';
import { mountAuth } from '../auth-routes';
import { eventRoutes } from './events';
import { healthRoutes } from './health';
import { peopleRoutes } from './people';
import { mountWebhooks } from './webhooks';
import { mountWidgetPage } from './widget-page-route';

/** Every handler of the contract. A missing one answers 503; the tests list what is missing. */
export const handlers: Partial<HandlerTable> = { ...eventRoutes, ...peopleRoutes, ...healthRoutes };

/** Routes outside the contract: sign-in, sockets, webhooks, pages. */
export const mounts: ((app: App) => void)[] = [mountAuth, mountWebhooks, mountWidgetPage];
