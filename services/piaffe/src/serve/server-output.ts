import { type DestinationStream, destination, type Logger, pino, stdTimeFunctions } from 'pino';
import { harmless } from '../harmless.ts';
import type { LogLevel } from './server-settings.ts';

/** What a server writes to: a terminal, or whatever its standard output leads to. */
interface Output extends DestinationStream {
  readonly isTTY?: boolean;
  /** Of its own kind: a number where the system knows it. */
  readonly fd?: number;
  destroy?(error: Error): unknown;
}

export interface ServerOutput {
  readonly log: Logger;
  /** A line of its own, between those of the log. */
  line(text: string): void;
}

/**
 * One JSON object per line, for whoever collects logs; at a terminal only what somebody there can act on, as plain lines.
 * Nobody who reads slowly holds the server up: what they have not taken yet waits in memory, so much of it and no more.
 */
export function serverOutput(output: Output, level: LogLevel | null): ServerOutput {
  const atTerminal = output.isTTY === true;
  const lines = atTerminal ? output : withoutWaiting(output);
  const log = pino(
    {
      level: level ?? (atTerminal ? 'warn' : 'info'),
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    atTerminal ? { write: (json) => lines.write(`${plainLine(json)}\n`) } : lines,
  );
  return { log, line: (text) => lines.write(`${text}\n`) };
}

/** In characters. */
const waitingAtMost = 16_000_000;

/** Node itself waits for a pipe to take what is written. */
function withoutWaiting(output: Output): DestinationStream {
  if (output.fd === undefined) return output;
  const lines = destination({ dest: output.fd, sync: false, maxLength: waitingAtMost });
  lines.on('error', (error: Error) => output.destroy?.(error));
  return lines;
}

/** `14:03:11 warn: what happened, from 192.0.2.7 (why)`, in local time. */
function plainLine(json: string): string {
  const { time, level, msg, from, err } = JSON.parse(json) as {
    readonly time: string;
    readonly level: string;
    readonly msg?: string;
    readonly from?: string;
    readonly err?: { readonly message?: string };
  };
  const clock = new Date(time).toTimeString().slice(0, 8);
  const why = err?.message === undefined || err.message === msg ? '' : ` (${err.message})`;
  const where = from === undefined ? '' : `, from ${from}`;
  return harmless(`${clock} ${level === 'info' ? '' : `${level}: `}${msg ?? ''}${where}${why}`);
}
