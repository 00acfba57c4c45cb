import type { ToWidget } from '../../worker/contract/widget';
import { call, connectionAddress } from './http';
import { type ClientSocket, openSocket } from './socket';

let connections = 0;

export interface WidgetSession {
  conversationId: string;
  socket: ClientSocket;
  /** Says something and resolves with the agent's answer and the milliseconds it took to arrive. */
  ask(text: string): Promise<{ text: string; ms: number }>;
}

/** Opens an attendee's chat as the widget does, from a connection address of its own. */
export async function openWidget(url: string, eventId: string): Promise<WidgetSession> {
  const headers = { 'cf-connecting-ip': connectionAddress(++connections) };
  const { conversationId, token } = await call<{ conversationId: string; token: string }>(`${url}/api/v1/widget/${eventId}/conversations`, {
    headers: { ...headers, origin: url },
    body: {},
  });
  const socket = await openSocket(
    `${url.replace(/^http/, 'ws')}/api/v1/widget/${eventId}/socket?conversation=${conversationId}&locale=en`,
    { ...headers, origin: url },
  );
  socket.send({ type: 'hello', token, lastSeq: 0 });
  await socket.frame<ToWidget>((frame) => frame.type === 'ready');
  let said = 0;
  return {
    conversationId,
    socket,
    async ask(text) {
      const sentAt = performance.now();
      const answer = socket.frame<ToWidget>((frame) => {
        if (frame.type === 'problem') throw new Error(`${frame.code}: ${frame.text}`);
        return frame.type === 'message' && frame.message.author === 'agent';
      });
      socket.send({ type: 'say', id: `bench-${conversationId}-${++said}`, text });
      const { frame, at } = await answer;
      return { text: frame.type === 'message' ? frame.message.text : '', ms: at - sentAt };
    },
  };
}
