import type { HandlerTable } from '../app';

export const autonomyRoutes = {} satisfies Partial<HandlerTable>;
