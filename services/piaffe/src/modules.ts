import { aggregationContract } from '@piaffe/aggregation/contract';
import type { Files } from '@piaffe/aggregation/create';
import { bind, type Client } from '@piaffe/kernel';

/** Aggregation in this process. Loaded when it is asked for: who leaves it to another process starts sooner without it. */
export async function bindAggregation(files: Files): Promise<Client<typeof aggregationContract>> {
  const { aggregationModule } = await import('@piaffe/aggregation/create');
  return bind(aggregationContract, aggregationModule.create({ files }, {}));
}
