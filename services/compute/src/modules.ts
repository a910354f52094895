import { aggregationContract } from '@piaffe/aggregation/contract';
import type { Files } from '@piaffe/aggregation/create';
import type { HostedModule } from '@piaffe/kernel';
import { trendContract } from '@piaffe/trend/contract';

/** What the modules find where they are created. */
export interface Surroundings {
  readonly files: Files;
}

/** The modules of the service. Each is loaded where it is created, which is in the process beside it. */
export const hostedAggregation: HostedModule<typeof aggregationContract> = {
  contract: aggregationContract,
  async create(_client, surroundings) {
    const { aggregationModule } = await import('@piaffe/aggregation/create');
    const { files } = surroundings as Surroundings;
    return aggregationModule.create({ files }, {});
  },
};

export const hostedTrend: HostedModule<typeof trendContract> = {
  contract: trendContract,
  async create() {
    const { trendModule } = await import('@piaffe/trend/create');
    return trendModule.create({}, {});
  },
};

export const modules = [hostedAggregation, hostedTrend] as const;
