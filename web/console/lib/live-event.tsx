import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import type { ToConsole } from '../../../worker/contract/live';
import { LiveConnection, type LiveState } from './live';
import { applyFrame } from './live-cache';

interface Live {
  state: LiveState;
  /** Text of answers being written in the watched conversation, by run. */
  deltas: ReadonlyMap<string, string>;
  watch(conversationId: string | null): void;
}

const LiveContext = createContext<Live>({ state: 'connecting', deltas: new Map(), watch: () => undefined });
const countsEveryMs = 400;
const noDeltas: ReadonlyMap<string, string> = new Map();

/** One socket for the open event; all pages below read the cache that it keeps fresh. */
export function LiveEvent({ eventId, children }: { eventId: string; children: ReactNode }) {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');
  const [deltas, setDeltas] = useState(noDeltas);
  const connection = useRef<LiveConnection | null>(null);
  const watched = useRef<string | null>(null);

  useEffect(() => {
    let counting: ReturnType<typeof setTimeout> | undefined;
    // A campaign changes many things at once; what it says of sales is read again once for all of them.
    const sales = new Map<string, ToConsole>();
    const recount = () => {
      counting ??= setTimeout(() => {
        counting = undefined;
        for (const frame of sales.values()) applyFrame(client, eventId, frame);
        sales.clear();
        void client.invalidateQueries({ queryKey: ['GET /events/{eventId}/today', { params: { eventId } }] });
      }, countsEveryMs);
    };
    const receive = (frame: ToConsole) => {
      if (frame.type === 'delta') {
        setDeltas((old) => new Map(old).set(frame.runId, (old.get(frame.runId) ?? '') + frame.text));
        return;
      }
      if (frame.type === 'message') setDeltas((old) => without(old, frame.message.runId));
      else if (frame.type !== 'hello') recount();
      if (frame.type === 'sales') sales.set(frame.what, frame);
      else applyFrame(client, eventId, frame);
    };
    const live = new LiveConnection(socketUrl(eventId), receive, setState);
    connection.current = live;
    live.watch(watched.current);
    return () => {
      clearTimeout(counting);
      live.close();
      connection.current = null;
    };
  }, [client, eventId]);

  const watch = useRef((conversationId: string | null) => {
    watched.current = conversationId;
    setDeltas(noDeltas);
    connection.current?.watch(conversationId);
  }).current;
  return <LiveContext value={{ state, deltas, watch }}>{children}</LiveContext>;
}

export const useLive = () => useContext(LiveContext);

function socketUrl(eventId: string): string {
  const url = new URL(`/api/v1/events/${encodeURIComponent(eventId)}/live`, location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}

function without(deltas: ReadonlyMap<string, string>, runId: string | undefined): ReadonlyMap<string, string> {
  if (!runId || !deltas.has(runId)) return deltas;
  const rest = new Map(deltas);
  rest.delete(runId);
  return rest;
}
