// What a runner is, and what those who write one need beside `index.ts`.
import type { Ask } from './asking-client.ts';
import type { HostEvent, PartStatus } from './events.ts';
import type { ProcessLimits } from './plan.ts';

/** What is to be run apart: modules of the program, or one plugin file. */
export interface RunnerOrder {
  /** Of the process, or of the plugin. */
  readonly name: string;
  readonly modules: readonly string[];
  /** An absolute path; null where the modules are those of the program. */
  readonly plugin: string | null;
  /** Null for a thread of this process. */
  readonly limits: ProcessLimits | null;
  /** Where the modules ask for the others: the socket of the host. */
  readonly hostSocketPath: string;
  /** A folder that nobody else may enter, for sockets. */
  readonly folder: string;
  onEvent(event: HostEvent): void;
}

/** Keeps modules running apart from the host, and asks them. */
export interface Runner extends AsyncDisposable {
  ask(module: string): Ask;
  status(): Pick<PartStatus, 'state' | 'since' | 'restarts' | 'lastProblem' | 'pid'>;
}

export type StartRunner = (order: RunnerOrder) => Runner;

export { type AskedCall, answerCall } from './answer-call.ts';
export { type Ask, askAt, askingClient } from './asking-client.ts';
export { millisecondsUntil, type PerformedCall } from './call.ts';
export { createCallServer, type IncomingCall } from './call-server.ts';
export { contextHeaders, type Edge } from './context.ts';
export { CreatedModules } from './created-modules.ts';
export { inStartOrder } from './hosted-module.ts';
export type { ProcessLimits } from './plan.ts';
export { type Answer, connectionsTo, requestCall } from './request-call.ts';
export { unavailable } from './unavailable.ts';
export { decodeLine, type EndLine, encodeLine, errorLine, type Line } from './wire.ts';
