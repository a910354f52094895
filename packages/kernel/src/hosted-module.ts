import type { Client, Contract, Implementation } from './contract.ts';
import type { Need } from './needs.ts';

/** Gives the client of a module that is needed, wherever the plan puts that. */
export type ClientOf = <D extends Contract>(contract: D) => Client<D>;

/**
 * A module as a program, or a plugin file, hands it to a host: `create` is called only where the plan puts the
 * module.
 */
export interface HostedModule<C extends Contract> extends DeclaredModule {
  readonly contract: C;
  /** `surroundings` are what the program has for all its modules that may run apart. */
  create(client: ClientOf, surroundings?: unknown): Implementation<C> | Promise<Implementation<C>>;
}

/** What a module says of itself, before anything of it is made. */
export interface DeclaredModule {
  readonly contract: Contract;
  /** The other modules it calls; it gets clients of no others. */
  readonly needs?: readonly Need[];
  /** What it shows to people, by name; those that `degrades` names are among them. */
  readonly features?: readonly string[];
}

/** A hosted module of any contract. */
export interface AnyHostedModule extends DeclaredModule {
  create(client: ClientOf, surroundings?: unknown): object;
}

/**
 * In the order in which they can be created: each behind those it needs. Throws a TypeError where they need each
 * other.
 */
export function inStartOrder(modules: readonly AnyHostedModule[]): readonly AnyHostedModule[] {
  const ordered = new Set<AnyHostedModule>();
  const add = (module: AnyHostedModule, path: readonly string[]): void => {
    const { name } = module.contract;
    if (path.includes(name)) throw new TypeError(`modules need each other: ${[...path, name].join(' > ')}`);
    for (const need of module.needs ?? []) {
      const needed = modules.find(({ contract }) => contract.name === need.contract.name);
      if (needed !== undefined) add(needed, [...path, name]);
    }
    ordered.add(module);
  };
  for (const module of modules) add(module, []);
  return [...ordered];
}
