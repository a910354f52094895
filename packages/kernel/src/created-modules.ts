import { bind } from './bind.ts';
import type { Client, Contract, Implementation } from './contract.ts';
import type { Faults } from './faults.ts';
import type { AnyHostedModule, ClientOf } from './hosted-module.ts';
import { asNeeded } from './needs.ts';
import { unavailable } from './unavailable.ts';

type PlainClient = Readonly<Record<string, (input: unknown, call?: object) => Promise<unknown>>>;

/** The modules that live in this thread. They end in the opposite order of their creation. */
export class CreatedModules implements AsyncDisposable {
  readonly #clients = new Map<string, PlainClient>();
  readonly #created = new AsyncDisposableStack();
  readonly #surroundings: unknown;
  readonly #faults: Faults | null;

  constructor(surroundings?: unknown, faults: Faults | null = null) {
    this.#surroundings = surroundings;
    this.#faults = faults;
  }

  /** `wrap` sees the implementation before the checks are put around it. */
  async create(module: AnyHostedModule, client: ClientOf, wrap = (made: object) => made): Promise<void> {
    const { contract } = module;
    const made = (await module.create(
      onlyNeeded(module, client),
      this.#surroundings,
    )) as Implementation<Contract>;
    this.#created.defer(async () => {
      this.#clients.delete(contract.name);
      await made[Symbol.asyncDispose]?.();
    });
    this.#clients.set(
      contract.name,
      bind(contract, wrap(made) as Implementation<Contract>, (perform) =>
        this.#faults === null ? perform : this.#faults.around(contract.name, perform),
      ),
    );
  }

  /** May be taken before the module is created: calls are refused until then, and once the module has ended. */
  client<C extends Contract>({ name, operations }: C): Client<C> {
    const forward = (operation: string) => (input: unknown, call?: object) =>
      this.#clients.get(name)?.[operation](input, call) ?? Promise.reject(unavailable(name, 'down', 1));
    return Object.freeze(
      Object.fromEntries(Object.keys(operations).map((operation) => [operation, forward(operation)])),
    ) as Client<C>;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#created.disposeAsync();
  }
}

function onlyNeeded({ contract: { name }, needs = [] }: AnyHostedModule, client: ClientOf): ClientOf {
  return (contract) => {
    const need = needs.find((each) => each.contract.name === contract.name);
    if (need === undefined) throw new TypeError(`${name} does not say that it needs ${contract.name}`);
    return asNeeded(client(contract), { ...need, contract });
  };
}
