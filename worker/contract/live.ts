import type { Import } from './attendees';
import type { ConversationRow, Message } from './conversations';
import type { ActivityRow, Approval } from './work';

/** Frames of the console's socket, `/api/v1/events/{eventId}/live`. The console sends only `{"type":"watch","conversationId"|null}` and `{"type":"ping"}`. */
export type ToConsole =
  | { type: 'hello'; at: number; pendingApprovals: number; waitingConversations: number }
  | { type: 'approval'; approval: Approval }
  | { type: 'conversation'; conversation: ConversationRow }
  /** Only of the conversation that this socket watches. */
  | { type: 'message'; conversationId: string; message: Message }
  | { type: 'delta'; conversationId: string; runId: string; text: string }
  | { type: 'activity'; activity: ActivityRow }
  | { type: 'import'; import: Import }
  | { type: 'documents' }
  /** Something of sales changed: what, and its id. */
  | { type: 'sales'; what: 'deal' | 'company' | 'campaign' | 'reply' | 'meeting' | 'proposal'; id: string }
  | { type: 'pong' };

export type FromConsole = { type: 'watch'; conversationId: string | null } | { type: 'ping' };
