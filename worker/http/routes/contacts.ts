import type { HandlerTable } from '../app';

export const contactRoutes = {} satisfies Partial<HandlerTable>;
