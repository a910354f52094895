import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { json } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** What to ask a server for, again and again. */
export interface LoadOrder {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly seconds: number;
  readonly connections: number;
  /** Requests are sent at this rate whatever the server does; null: each connection asks again once it is answered. */
  readonly perSecond: number | null;
}

/** What came of it. */
export interface LoadReport {
  readonly answered: number;
  /** Answers other than 200, and requests without any answer. */
  readonly failed: number;
  readonly seconds: number;
  /** Milliseconds from when a request was due, not from when it got away: waiting in line counts. Ascending. */
  readonly latencies: readonly number[];
}

const sender = fileURLToPath(new URL('./send-load.ts', import.meta.url));

/** Lets another process ask, so that the one that measures does not compete with itself. */
export async function load(order: LoadOrder): Promise<LoadReport> {
  const child: ChildProcess = spawn(process.execPath, [sender, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const report = json(child.stdout!) as Promise<LoadReport>;
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`the load sender ended with ${code}`);
  return report;
}
