export type { Citation } from '../../worker/contract/common';
export type { Message } from '../../worker/contract/conversations';
export type { FromWidget, ToWidget, WidgetConfig } from '../../worker/contract/widget';

import type { ToWidget } from '../../worker/contract/widget';

export type ConversationState = Extract<ToWidget, { type: 'ready' }>['state'];

/** Longest message that the server takes, in UTF-16 units. */
export const maxMessageLength = 2000;
