import { aggregationContract } from '@piaffe/aggregation/contract';
import { bind, type Client, type HostedModule } from '@piaffe/kernel';
import { type Files, modules } from '../modules.ts';

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
  const { aggregationModule } = await modules.aggregation();
  return aggregationModule.create({ files }, {});
}
