import type { HandlerTable } from '../app';

export const privacyRoutes = {} satisfies Partial<HandlerTable>;
