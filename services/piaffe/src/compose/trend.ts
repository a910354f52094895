import { bind, type Client, type HostedModule } from '@piaffe/kernel';
import { trendContract } from '@piaffe/trend/contract';

/** Trend, wherever a plan puts it. */
export const hostedTrend: HostedModule<typeof trendContract> = {
  contract: trendContract,
  create: createTrend,
};

/** Trend alone, in this process. */
export async function bindTrend(): Promise<Client<typeof trendContract>> {
  return bind(trendContract, await createTrend());
}

async function createTrend() {
  const { trendModule } = await import('@piaffe/trend/create');
  return trendModule.create({}, {});
}
