import { AppError } from '../../core/errors';
import type { App } from '../app';
import { widgetDemoPage } from './widget-page';

export function mountWidgetPage(app: App): void {
  const serve = (request: Request) => {
    const page = widgetDemoPage(request);
    if (!page) throw new AppError('not_found', 'There is no such page.');
    return page;
  };
  app.get('/widget-demo', (c) => serve(c.req.raw));
  app.get('/widget-demo/*', (c) => serve(c.req.raw));
}
