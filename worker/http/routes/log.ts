import type { HandlerTable } from '../app';

export const logRoutes = {} satisfies Partial<HandlerTable>;
