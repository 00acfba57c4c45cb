import type { Duplex } from 'node:stream';

/** An unmasked text frame of a server (RFC 6455, section 5.2), up to 65,535 bytes. */
export function textFrame(text: string): Buffer {
  const body = Buffer.from(text);
  if (body.length > 65_535) throw new Error('longer than this fake can send');
  const head = body.length < 126 ? Buffer.from([0x81, body.length]) : Buffer.from([0x81, 126, body.length >> 8, body.length & 255]);
  return Buffer.concat([head, body]);
}

/** Reads masked, unfragmented text frames of a browser, and answers its closing frame. */
export function readTextFrames(socket: Duplex, onText: (text: string) => void): void {
  let buffered = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    buffered = Buffer.concat([buffered, chunk]);
    for (let frame = firstFrame(buffered); frame; frame = firstFrame(buffered)) {
      buffered = buffered.subarray(frame.end);
      if (frame.opcode === 8) socket.end(Buffer.from([0x88, 0]));
      else if (frame.opcode === 1) onText(frame.body.toString());
    }
  });
}

function firstFrame(bytes: Buffer): { opcode: number; body: Buffer; end: number } | null {
  if (bytes.length < 6) return null;
  const short = (bytes[1] ?? 0) & 127;
  const maskAt = short < 126 ? 2 : 4;
  if (bytes.length < maskAt + 4) return null;
  const length = short < 126 ? short : bytes.readUInt16BE(2);
  const end = maskAt + 4 + length;
  if (bytes.length < end) return null;
  const body = Buffer.from(bytes.subarray(maskAt + 4, end).map((byte, i) => byte ^ (bytes[maskAt + (i % 4)] ?? 0)));
  return { opcode: (bytes[0] ?? 0) & 15, body, end };
}
