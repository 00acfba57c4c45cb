import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FromConsole, ToConsole } from '../../../worker/contract/live';

const sockets = new Set<Duplex>();

/** Sends a frame to every open console. */
export function publish(frame: ToConsole): void {
  for (const socket of sockets) socket.write(encode(JSON.stringify(frame)));
}

/** Takes over an upgrade of the live address (RFC 6455, text frames of up to 64 KB). */
export function acceptLive(request: IncomingMessage, socket: Duplex, hello: () => ToConsole): void {
  const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
  sockets.add(socket);
  socket.write(encode(JSON.stringify(hello())));
  socket.on('data', (data: Buffer) => {
    if ((data[0] ?? 0) % 16 === 8) return socket.end();
    const frame = decode(data);
    if (frame?.type === 'ping') socket.write(encode(JSON.stringify({ type: 'pong' })));
  });
  const forget = () => sockets.delete(socket);
  socket.on('close', forget);
  socket.on('error', forget);
}

function encode(text: string): Buffer {
  const payload = Buffer.from(text);
  const head =
    payload.length < 126 ? Buffer.from([0x81, payload.length]) : Buffer.from([0x81, 126, payload.length >> 8, payload.length & 255]);
  return Buffer.concat([head, payload]);
}

/** Frames of the console are shorter than 126 bytes and masked. */
function decode(data: Buffer): FromConsole | null {
  const length = (data[1] ?? 0) & 127;
  if (length > 125) return null;
  const mask = data.subarray(2, 6);
  const text = Buffer.from(data.subarray(6, 6 + length).map((byte, index) => byte ^ (mask[index % 4] ?? 0))).toString();
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
