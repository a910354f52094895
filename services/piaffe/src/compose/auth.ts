import { authContract } from '@piaffe/auth/contract';
import { bind, type Client, type HostedModule } from '@piaffe/kernel';
import type { Store } from '@piaffe/storage';
import type { Logger } from 'pino';

type Needs = Pick<Store, 'database'> & { readonly log: Logger };

export function hostedAuth(needs: Needs): HostedModule<typeof authContract> {
  return { contract: authContract, create: () => createAuth(needs) };
}

/** Auth alone, in this process, until it is disposed of. */
export async function bindAuth(
  needs: Needs,
): Promise<AsyncDisposable & { readonly client: Client<typeof authContract> }> {
  const implementation = await createAuth(needs);
  return {
    client: bind(authContract, implementation),
    [Symbol.asyncDispose]: async () => implementation[Symbol.asyncDispose]?.(),
  };
}

async function createAuth({ database, log }: Needs) {
  const { authModule } = await import('@piaffe/auth/create');
  return authModule.create({ database, now: () => new Date(), log }, {});
}
