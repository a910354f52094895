import type { Client, Contract, Implementation } from './contract.ts';

/** Gives the client of any module of the program, wherever the plan puts that. */
export type ClientOf = <D extends Contract>(contract: D) => Client<D>;

/** A module as a program hands it to its host: `create` is called only where the plan puts the module. */
export interface HostedModule<C extends Contract> {
  readonly contract: C;
  create(client: ClientOf): Implementation<C> | Promise<Implementation<C>>;
}

/** A hosted module of any contract. */
export interface AnyHostedModule {
  readonly contract: Contract;
  create(client: ClientOf): object;
}
