import { openSocket } from './socket';

interface HeapUsage {
  usedSize: number;
  embedderHeapUsedSize: number;
  backingStorageSize: number;
}

/** Bytes that the isolate of the product's worker and objects holds, as V8 counts them for its debugger. */
export async function isolateBytes(inspectorPort: number): Promise<number> {
  const targets: { webSocketDebuggerUrl: string }[] = await (await fetch(`http://127.0.0.1:${inspectorPort}/json/list`)).json();
  const target = targets.find((one) => one.webSocketDebuggerUrl.includes('core:user:eventos'));
  if (!target) throw new Error('the debugger does not list the product');
  const socket = await openSocket(target.webSocketDebuggerUrl);
  socket.send({ id: 1, method: 'Runtime.getHeapUsage' });
  const { frame } = await socket.frame<{ id?: number; result: HeapUsage }>((one) => one.id === 1);
  socket.close();
  return frame.result.usedSize + frame.result.embedderHeapUsedSize + frame.result.backingStorageSize;
}
