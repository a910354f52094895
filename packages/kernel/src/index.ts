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
 * - **call**: what travels beside an input: the signal that ends the work early, and where progress is told.
 * - **failure**: an error the contract declares by its code. All other errors are somebody's fault: the caller's
 *   (`InvalidInput`) or the provider's (`InvalidOutput`, `Unexpected`).
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
