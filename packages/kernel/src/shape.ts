// What a shape is, and what those who write one need beside `index.ts`.
import type { Client, Contract } from './contract.ts';
import type { HostEvent, PartStatus } from './events.ts';
import type { Perform } from './guard.ts';
import type { DeclaredModule } from './hosted-module.ts';
import type { Placement, Plan } from './plan.ts';

/** A way to reach modules other than a plain call. A program says which of them it has. */
export interface Shape {
  readonly name: Exclude<Placement['shape'], 'here'>;
  start(hosting: Hosting): Reach;
}

/** What a host tells its shapes. */
export interface Hosting {
  readonly plan: Plan;
  readonly modules: readonly DeclaredModule[];
  /** Any module of the host, for those that run apart. */
  client(module: string): Client<Contract> | undefined;
  /** Ends with the host. */
  readonly resources: AsyncDisposableStack;
  onEvent(event: HostEvent): void;
}

/** Makes one part reachable. */
export type Reach = (part: {
  /** Of the module, or of the extension. */
  readonly name: string;
  readonly contract: Contract;
  readonly placed: Placement;
  /** A part that is created in this thread, called plainly; the shape is another way to it. Null for all others. */
  readonly plainly: Client<Contract> | null;
}) => Promise<Reached>;

export interface Reached {
  readonly perform: Perform;
  readonly callSeconds?: number | undefined;
  status(): Omit<PartStatus, 'module' | 'shape'>;
}

export { millisecondsUntil, type PerformedCall } from './call.ts';
export { checkOf, problemsOf } from './check.ts';
export { knownOf } from './compatibility/known-keys.ts';
export { contextHeaders, type Edge } from './context.ts';
export { CreatedModules } from './created-modules.ts';
export { declaredOr, guard, type Perform } from './guard.ts';
export { Judge, type Judgement, readShown, type Shown } from './handshake.ts';
export { inStartOrder } from './hosted-module.ts';
export type { ProcessLimits } from './plan.ts';
export { unavailable } from './unavailable.ts';
