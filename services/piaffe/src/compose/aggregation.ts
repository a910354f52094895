import { aggregationContract } from '@piaffe/aggregation/contract';
import type { Files } from '@piaffe/aggregation/create';
import { bind, type Client, type HostedModule } from '@piaffe/kernel';

export type { Files };

/** Aggregation, wherever a plan puts it: it reads the files that its surroundings have. */
export const hostedAggregation: HostedModule<typeof aggregationContract> = {
  contract: aggregationContract,
  create: (_client, surroundings) => createAggregation((surroundings as Surroundings).files),
};

/** What the program has for each module that may run apart from it. */
export interface Surroundings {
  readonly files: Files;
}

/** Aggregation alone, in this process. */
export async function bindAggregation(files: Files): Promise<Client<typeof aggregationContract>> {
  return bind(aggregationContract, await createAggregation(files));
}

async function createAggregation(files: Files) {
  const { aggregationModule } = await import('@piaffe/aggregation/create');
  return aggregationModule.create({ files }, {});
}
