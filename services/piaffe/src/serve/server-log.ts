import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';
import type { LogLevel } from './server-settings.ts';

/**
 * One JSON object per line, for whoever collects logs; at a terminal only what somebody there can act on, as plain lines.
 */
export function serverLog(
  output: { readonly isTTY?: boolean } & DestinationStream,
  level: LogLevel | null,
): Logger {
  const atTerminal = output.isTTY === true;
  return pino(
    {
      level: level ?? (atTerminal ? 'warn' : 'info'),
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    atTerminal ? { write: (line) => output.write(`${plainLine(line)}\n`) } : output,
  );
}

/** `14:03:11 warn: what happened (why)`, in local time. */
export function plainLine(json: string): string {
  const { time, level, msg, err } = JSON.parse(json) as {
    readonly time: string;
    readonly level: string;
    readonly msg?: string;
    readonly err?: { readonly message?: string };
  };
  const clock = new Date(time).toTimeString().slice(0, 8);
  const why = err?.message === undefined || err.message === msg ? '' : ` (${err.message})`;
  return `${clock} ${level === 'info' ? '' : `${level}: `}${msg ?? ''}${why}`;
}
