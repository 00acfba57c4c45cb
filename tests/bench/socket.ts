/** A client socket that hands over each frame, parsed, with the moment it arrived. */
export interface ClientSocket {
  send(frame: unknown): void;
  close(): void;
  /** Resolves with the first frame, arrived or to come, that fits; rejects after `withinMs`. */
  frame<T extends object>(fits: (frame: T) => boolean, withinMs?: number): Promise<{ frame: T; at: number }>;
}

interface Waiting {
  look(frame: object, at: number): boolean;
}

export function openSocket(url: string, headers: Record<string, string> = {}): Promise<ClientSocket> {
  // Node's own client takes headers, which the types of browsers and workers do not know.
  const socket: WebSocket = Reflect.construct(WebSocket, [url, { headers }]);
  let unseen: { frame: object; at: number }[] = [];
  const waiting = new Set<Waiting>();
  socket.addEventListener('message', (event) => {
    const at = performance.now();
    const frame: object = JSON.parse(String(event.data));
    for (const one of waiting) if (one.look(frame, at)) return;
    unseen.push({ frame, at });
  });
  const client: ClientSocket = {
    send: (frame) => socket.send(JSON.stringify(frame)),
    close: () => socket.close(),
    frame<T extends object>(fits: (frame: T) => boolean, withinMs = 20_000): Promise<{ frame: T; at: number }> {
      // The caller names the frames of the contract that this socket carries.
      const known = unseen.find((one) => fits(one.frame as T));
      if (known) {
        unseen = unseen.slice(unseen.indexOf(known) + 1);
        return Promise.resolve({ frame: known.frame as T, at: known.at });
      }
      unseen = [];
      return new Promise((resolve, reject) => {
        const one: Waiting = {
          look(frame, at) {
            if (!fits(frame as T)) return false;
            done();
            resolve({ frame: frame as T, at });
            return true;
          },
        };
        const timer = setTimeout(() => {
          done();
          reject(new Error(`no such frame within ${withinMs} ms from ${new URL(url).pathname}`));
        }, withinMs);
        const done = () => {
          clearTimeout(timer);
          waiting.delete(one);
        };
        waiting.add(one);
      });
    },
  };
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve(client));
    socket.addEventListener('error', () => reject(new Error(`the socket ${new URL(url).pathname} was refused`)));
  });
}
