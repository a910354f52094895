import type { AddressInfo } from 'node:net';
import type { HostEvent } from '@piaffe/kernel';
import type { Program } from '@piaffe/processes';
import type { FastifyBaseLogger } from 'fastify';
import { startComputation } from './computation.ts';
import { ComputationTurns } from './computation-turns.ts';
import type { App } from './http/app.ts';
import { buildApp } from './http/build-app.ts';
import { defaultLimits } from './http/limits.ts';
import { Scratch } from './scratch/scratch.ts';
import type { ComputeSettings } from './settings.ts';

export interface ComputeSurroundings {
  readonly log: FastifyBaseLogger;
  /** A line of its own on the output. */
  line(text: string): void;
  /** Ends the service when aborted. */
  readonly signal: AbortSignal;
  /** How this program is started again, to compute in a process of its own. */
  readonly program: Program;
}

/** How long one recording may take, its waiting for a free worker included. */
const callSeconds = 600;
const drainMs = 10_000;

/** Serves until the signal is aborted, then lets what is at work end. */
export async function runCompute(
  settings: ComputeSettings,
  { log, line, signal, program }: ComputeSurroundings,
): Promise<void> {
  const { host, port, dataFolder, memoryMb, workers, scratchMb, tokens } = settings;
  await using running = new AsyncDisposableStack();
  const scratch = running.use(await Scratch.create(scratchMb * 1e6));
  const computation = running.use(
    await startComputation({
      program,
      memoryMb,
      workers,
      callSeconds,
      scratchFolder: scratch.folder,
      dataFolder,
      onEvent: ({ level, message, ...fields }: HostEvent) => log[level](fields, `computation: ${message}`),
    }),
  );
  if (tokens.length === 0)
    log.warn({}, 'There are no tokens: every program on this machine may use this, and nobody else.');
  const app = buildApp({
    computation,
    turns: new ComputationTurns(),
    scratch,
    dataFolder,
    workers,
    tokens,
    limits: defaultLimits,
    log,
  });
  await app.listen({ host, port });
  line(`ready ${urlOf(app, host)}`);
  await aborted(signal);
  await close(app);
}

function urlOf(app: App, host: string): string {
  const { port } = app.server.address() as AddressInfo;
  const shown = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`;
}

async function close(app: App): Promise<void> {
  const deadline = setTimeout(() => app.server.closeAllConnections(), drainMs);
  const idle = setInterval(() => app.server.closeIdleConnections(), 50);
  await app.close();
  clearTimeout(deadline);
  clearInterval(idle);
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
