/** Operations as the platform bills them, since the start of the isolate that all workers and objects of one local runtime share. */
export interface Operations {
  /** Calls and fetches to Durable Objects, alarms that ran, and messages of sockets. */
  objectRequests: number;
  objectRowsRead: number;
  /** Setting an alarm is billed as one row. */
  objectRowsWritten: number;
  objectStatements: number;
  databaseQueries: number;
  databaseRowsRead: number;
  databaseRowsWritten: number;
  /** A message is written, read and deleted: three operations. */
  queueOperations: number;
}

const none = (): Operations => ({
  objectRequests: 0,
  objectRowsRead: 0,
  objectRowsWritten: 0,
  objectStatements: 0,
  databaseQueries: 0,
  databaseRowsRead: 0,
  databaseRowsWritten: 0,
  queueOperations: 0,
});

const operations = none();
const cursors: SqlStorageCursor<Record<string, SqlStorageValue>>[] = [];
const alarms = new Map<object, number>();
const replaced = new WeakSet<object>();

/** All that was counted so far. Cursors know their rows once they are read through. */
export function counted(): Operations {
  for (const cursor of cursors.splice(0)) {
    operations.objectRowsRead += cursor.rowsRead;
    operations.objectRowsWritten += cursor.rowsWritten;
  }
  return { ...operations };
}

/** When the objects want to be woken next, in milliseconds since 1970. */
export function nextAlarms(): number[] {
  return [...alarms.values()];
}

type Method = (...args: unknown[]) => unknown;

/** Puts `around` in the place of a method on the prototype that defines it, once. Throws when there is none: then nothing would be counted. */
function replace(instance: object, name: string, around: (original: Method, self: object, args: unknown[]) => unknown): void {
  let owner: object | null = instance;
  while (owner && !Object.hasOwn(owner, name)) owner = Object.getPrototypeOf(owner);
  if (!owner) throw new Error(`the platform has no ${name} here: the bench counts in another place than it should`);
  const original: Method = Reflect.get(owner, name);
  if (replaced.has(original)) return;
  const replacement = function (this: object, ...args: unknown[]) {
    return around(original, this, args);
  };
  replaced.add(replacement);
  Object.defineProperty(owner, name, { value: replacement, configurable: true, writable: true });
}

export function countBindings(env: Env): void {
  for (const name of ['getByName', 'get'])
    replace(env.SUPPORT, name, (original, self, args) => countedStub(Reflect.apply(original, self, args) as object));
  for (const name of ['send', 'sendBatch'])
    replace(env.COMMANDS, name, (original, self, args) => {
      operations.queueOperations += 3 * (name === 'send' ? 1 : [...(args[0] as Iterable<unknown>)].length);
      return Reflect.apply(original, self, args);
    });
  // Every query and batch passes here, with what it has read and written.
  replace(Reflect.get(env.DB, 'alwaysPrimarySession'), '_send', async (original, self, args) => {
    const answer = await Reflect.apply(original, self, args);
    for (const { meta } of [answer].flat() as { meta?: { rows_read?: number; rows_written?: number } }[]) {
      operations.databaseQueries += 1;
      operations.databaseRowsRead += meta?.rows_read ?? 0;
      operations.databaseRowsWritten += meta?.rows_written ?? 0;
    }
    return answer;
  });
}

function countedStub(stub: object): object {
  return new Proxy(stub, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property);
      if (typeof value !== 'function' || typeof property !== 'string') return value;
      return (...args: unknown[]) => {
        operations.objectRequests += 1;
        return Reflect.apply(value, target, args);
      };
    },
  });
}

export function countStorage(storage: DurableObjectStorage): void {
  replace(storage.sql, 'exec', (original, self, args) => {
    operations.objectStatements += 1;
    const cursor = Reflect.apply(original, self, args);
    cursors.push(cursor as SqlStorageCursor<Record<string, SqlStorageValue>>);
    return cursor;
  });
  for (const [name, rows] of Object.entries({ get: 'objectRowsRead', put: 'objectRowsWritten', delete: 'objectRowsWritten' } as const))
    for (const store of [storage, storage.kv])
      replace(store, name, (original, self, args) => {
        operations[rows] += 1;
        return Reflect.apply(original, self, args);
      });
  replace(storage, 'setAlarm', (original, self, args) => {
    operations.objectRowsWritten += 1;
    alarms.set(self, Number(args[0]));
    return Reflect.apply(original, self, args);
  });
  replace(storage, 'deleteAlarm', (original, self, args) => {
    alarms.delete(self);
    return Reflect.apply(original, self, args);
  });
}

export function countAlarms(object: object): void {
  for (const name of ['alarm', 'webSocketMessage'])
    if (name in object)
      replace(object, name, (original, self, args) => {
        // Twenty messages of a socket are billed as one request.
        operations.objectRequests += name === 'alarm' ? 1 : 1 / 20;
        if (name === 'alarm') alarms.delete(Reflect.get(Reflect.get(self, 'ctx'), 'storage'));
        return Reflect.apply(original, self, args);
      });
}
