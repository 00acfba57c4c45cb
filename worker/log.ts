/** One JSON object a line. Fields are ids, names of routes and figures: never addresses, names of people, texts or tokens. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
export type LogFields = Record<string, string | number | boolean | null | undefined>;

const severity: Record<LogLevel, number> = { debug: 0, info: 1, warn: 2, error: 3 };
let least: LogLevel = 'info';

/** Set once per isolate from `LOG_LEVEL`. */
export function setLogLevel(level: LogLevel): void {
  least = level;
}

export function log(level: LogLevel, message: string, fields: LogFields = {}): void {
  if (severity[level] < severity[least]) return;
  const line = JSON.stringify({ level, message, ...fields });
  if (level === 'error') console.error(line);
  // biome-ignore lint/suspicious/noConsole: the platform collects what the console gets
  else console.log(line);
}

/** What an operator needs to find an unknown error: kind, message and the place it came from. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: withoutValues(String(error)).slice(0, 500) };
  const cause = error.cause instanceof Error ? withoutValues(error.cause.message).slice(0, 300) : undefined;
  const stack = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 5)
    .join(' | ');
  return { error: error.name, detail: withoutValues(error.message).slice(0, 500), cause, stack };
}

/** A failed query names its values, which may be a person's: they are cut off, and so is every address in a message. */
function withoutValues(message: string): string {
  return message.replace(/\nparams: [\s\S]*$/, '').replace(/(?<![^\s"'<>(),;:=@])[^\s"'<>(),;:=@]+@[^\s"'<>(),;:=]+/g, '(address)');
}
