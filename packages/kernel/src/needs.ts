import type { Client, Contract } from './contract.ts';
import { InvalidOutput, Unavailable } from './errors.ts';

/** What a module needs of another one, and what it costs to lose that. Declared beside the contract of the module. */
export interface Need<C extends Contract = Contract> {
  readonly contract: C;
  /** `required`: without it the module does nothing. `degrades`: without it the module lacks `features`, no more. */
  readonly kind: 'required' | 'degrades';
  readonly features: readonly string[];
  /** What the user gets then, in words for people. */
  readonly answer: string;
}

export function required<C extends Contract>(contract: C, { answer }: { readonly answer: string }): Need<C> {
  return Object.freeze({ contract, kind: 'required', features: [], answer });
}

export function degrades<C extends Contract>(
  contract: C,
  { features, answer }: { readonly features: readonly string[]; readonly answer: string },
): Need<C> {
  return Object.freeze({ contract, kind: 'degrades', features, answer });
}

/**
 * The client as the one who needs it sees it: whatever keeps it from answering says what users do without meanwhile.
 */
export function asNeeded<C extends Contract>(client: Client<C>, need: Need<C>): Client<C> {
  const told = (error: unknown): never => {
    if (error instanceof InvalidOutput)
      throw new Unavailable(need.contract.name, 'broken', error.message, {
        feature: need.answer,
        because: error,
      });
    if (!(error instanceof Unavailable) || error.feature !== null) throw error;
    const { message, retryAfter } = error;
    throw new Unavailable(error.need, error.cause, message, { feature: need.answer, retryAfter });
  };
  const plain = client as Readonly<Record<string, (input: unknown, call?: object) => Promise<unknown>>>;
  return Object.freeze(
    Object.fromEntries(
      Object.entries(plain).map(([name, ask]) => [
        name,
        (input: unknown, call?: object) => ask(input, call).catch(told),
      ]),
    ),
  ) as Client<C>;
}
