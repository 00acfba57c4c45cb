import type { HandlerTable } from '../app';

export const policyRoutes = {} satisfies Partial<HandlerTable>;
