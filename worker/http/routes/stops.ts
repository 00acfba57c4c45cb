import type { HandlerTable } from '../app';

export const stopRoutes = {} satisfies Partial<HandlerTable>;
