/**
 * Glossary. These words mean the same in every package.
 *
 * To read on: contract, guard (what happens in a call), bind, needs, plan, created-modules, shape, host; then
 * handshake and compatibility, failures and readiness.
 *
 * - **operation**: one thing that can be asked: the schemas of its input, its output and its declared errors.
 * - **contract**: the named and versioned operations of one module; data only, safe to import from anywhere.
 * - **module**: a contract and the function that creates an implementation of it.
 * - **implementation**: the plain functions behind the operations. It works in a test without the kernel.
 * - **client**: what callers hold: the same operations, checked both ways. To **bind** is to make one of an
 *   implementation.
 * - **call**: what a caller says beside an input: the signal that ends the work early, the deadline, where progress
 *   is told.
 * - **context**: what goes down by itself from a call to all calls made for it: deadline, trace, principal. An
 *   **edge** opens it.
 * - **failure**: an error the contract declares by its code. All other errors are somebody's fault: the caller's
 *   (`InvalidInput`) or the provider's (`InvalidOutput`, `Unexpected`), or the part is `Unavailable`, with the cause.
 * - **need**: what a module asks of another one: `required`, or `degrades` with the features lost and what the user
 *   gets then. Start order, readiness and the **failure matrix** (features times parts) follow from the needs alone.
 * - **program**: an executable with the list of the modules that are compiled into it.
 * - **plan**: where each module of a program runs. The only thing that differs between deployments; no code branches
 *   on it.
 * - **shape**: how a module is reached. `here`: a plain call. `http`: in the same process, by HTTP. `process`: in a
 *   child of the same program. `plugin`: from a file of its own. `remote`: at addresses. No caller can tell one from
 *   another. The kernel has `here`; a program hands its host the others (`shape.ts`).
 * - **host**: what starts the modules of a program where its plan puts them, hands out their clients and ends them.
 * - **plugin**: a module in one file, whose first line shows its contract. It replaces a module, or is an
 *   **extension**: it honours a contract that the program asks of whoever is there.
 * - **handshake**: a provider shows the name, version and digest of its contracts. Another digest than one's own is
 *   compared once, schema by schema; a **refusal** says what differs and who must move.
 * - **store**, **reference**: a reference in an input stands for data in a store. Those who reach the store read it
 *   there; to others it is handed over as a stream.
 * - **part**: a module or an extension as a host has it, wherever it runs. A shape makes a part reachable: it
 *   **reaches** it.
 * - **guard**: what every client has around it: checks, deadline, trace, one kind of errors.
 * - **surroundings**: what a program has for all its modules that may run apart, such as files.
 * - **fault**: what a drill makes go wrong with a part on purpose.
 * - **breaker**: open while an address failed so often of late that it is left alone for a moment.
 */
export { bind } from './bind.ts';
export type { Call, Progress } from './call.ts';
export { compare, refusal, type Verdict } from './compatibility/compare.ts';
export { type ContractDocument, digestOf, documentOf } from './compatibility/contract-document.ts';
export { currentContext, currentTrace, type Edge, withContext, withoutContext } from './context.ts';
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
export type { EndpointStatus, HostEvent, PartStatus } from './events.ts';
export { type Cell, failureMatrix } from './failures.ts';
export type { Fault, Faults } from './faults.ts';
export type { Judgement, Shown } from './handshake.ts';
export { type Extension, type Host, type HostOptions, startHost } from './host.ts';
export type { AnyHostedModule, ClientOf, DeclaredModule, HostedModule } from './hosted-module.ts';
export { defineModule, type Module } from './module.ts';
export { degrades, type Need, required } from './needs.ts';
export {
  type Placement,
  type Plan,
  PlanNotValid,
  type PluginPlacement,
  pluginsOf,
  readPlan,
} from './plan.ts';
export { judgePlugin, type PluginHead, pluginHead } from './plugin-file.ts';
export { type NeedStatus, needsStatus } from './readiness.ts';
export { closed, Id, Instant, nullable, PageRequest, page } from './schema.ts';
