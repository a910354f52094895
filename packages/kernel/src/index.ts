/**
 * Glossary. These words mean the same in every package.
 *
 * - **operation**: one thing that can be asked: the schemas of its input, its output and its declared errors.
 * - **contract**: the named and versioned operations of one module; data only, safe to import from anywhere.
 * - **module**: a contract and the function that creates an implementation of it.
 * - **needs**: what a module is given by whoever creates it: clients of other modules, readers of files.
 * - **implementation**: the plain functions behind the operations. It works in a test without the kernel.
 * - **bind**: to put the checks of a contract around an implementation.
 * - **client**: what binding returns and callers hold: same operations, checked both ways.
 * - **call**: what travels beside an input: the signal that ends the work early, the deadline, where progress is told.
 * - **failure**: an error the contract declares by its code. All other errors are somebody's fault: the caller's
 *   (`InvalidInput`) or the provider's (`InvalidOutput`, `Unexpected`), or the part is `Unavailable`, with the cause.
 * - **program**: an executable with the list of the modules that are compiled into it.
 * - **plan**: where each module of a program runs. The only thing that differs between deployments; no code branches on it.
 * - **shape**: how a module is reached. `here`: a plain call. `process`: in a child process of the same program. The
 *   shapes to come are HTTP inside one process, plugin and remote. No caller can tell one from another.
 * - **host**: what starts the modules of a program where its plan puts them, hands out their clients and ends them.
 * - **child**: a process that a host started. Its main thread takes calls from a UNIX socket; its **workers**, threads
 *   with the modules ready in them, do one call at a time each.
 * - **supervisor**: the part of a host that keeps one child running: starts it, hears its heartbeat, starts it again.
 */
export { bind } from './bind.ts';
export type { Call, Progress } from './call.ts';
export {
  type Client,
  type Contract,
  defineContract,
  type Implementation,
  type Input,
  type Operation,
  type Output,
  operation,
} from './contract.ts';
export {
  Failure,
  type FailureOf,
  InvalidInput,
  InvalidOutput,
  isFailureOf,
  Unavailable,
  type UnavailableCause,
  Unexpected,
} from './errors.ts';
export type { HostEvent, PartStatus } from './events.ts';
export { type Host, type HostOptions, startHost } from './host.ts';
export type { AnyHostedModule, ClientOf, HostedModule } from './hosted-module.ts';
export { defineModule, type Module } from './module.ts';
export { type Plan, PlanNotValid, readPlan } from './plan.ts';
export type { Program } from './process/child-command.ts';
export { runProcess } from './process/run-process.ts';
export { closed, Id, Instant, nullable, PageRequest, page } from './schema.ts';
