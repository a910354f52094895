import { aggregationContract } from '@piaffe/aggregation/contract';
import { bind, type Client, type HostedModule } from '@piaffe/kernel';
import { type Files, modules } from '../modules.ts';

/** Aggregation, wherever a plan puts it. */
export function hostedAggregation(files: Files): HostedModule<typeof aggregationContract> {
  return { contract: aggregationContract, create: () => createAggregation(files) };
}

/** Aggregation alone, in this process. */
export async function bindAggregation(files: Files): Promise<Client<typeof aggregationContract>> {
  return bind(aggregationContract, await createAggregation(files));
}

async function createAggregation(files: Files) {
  const { aggregationModule } = await modules.aggregation();
  return aggregationModule.create({ files }, {});
}
