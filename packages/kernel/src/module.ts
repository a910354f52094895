import type { Contract, Implementation } from './contract.ts';

/** A contract and how to make something that honours it. `create` is a plain function: call it directly in a test. */
export interface Module<C extends Contract, Needs, Config> {
  readonly contract: C;
  create(needs: Needs, config: Config): Implementation<C>;
}

export function defineModule<C extends Contract, Needs, Config>(
  definition: Module<C, Needs, Config>,
): Module<C, Needs, Config> {
  return Object.freeze({ ...definition });
}
